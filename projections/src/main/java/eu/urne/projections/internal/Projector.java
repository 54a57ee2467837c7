package eu.urne.projections.internal;

import java.util.List;

/**
 * What the events of one context do to the read models. The same events in the same order leave the same rows, whether
 * they come one by one or in bulk.
 */
public interface Projector {

    /** All projectors, writing here. */
    static List<Projector> all(ViewWriter writer) {
        return List.of(
                new PollProjector(writer),
                new CodeProjector(writer),
                new PaperProjector(writer),
                new TabletProjector(writer),
                new ParticipationProjector(writer),
                new BudgetProjector(writer),
                new ProposalProjector(writer),
                new WorksProjector(writer),
                new CouncilProjector(writer),
                new ConsultProjector(writer));
    }

    /** Writes what follows from an event; ignores those of other contexts. */
    void on(LogEvent event);
}
