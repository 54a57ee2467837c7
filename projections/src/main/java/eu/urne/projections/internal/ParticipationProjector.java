package eu.urne.projections.internal;

import eu.urne.engine.EngineJson;
import eu.urne.engine.participation.ParticipationPublished;

/** Who took part in polls, as it was published. */
final class ParticipationProjector implements Projector {

    private final ViewWriter writer;

    /** A projector that writes here. */
    ParticipationProjector(ViewWriter writer) {
        this.writer = writer;
    }

    @Override
    public void on(LogEvent event) {
        if (event.event() instanceof ParticipationPublished published) {
            writer.update(
                    "INSERT INTO participation (poll, json) VALUES (?, ?)",
                    published.poll().value(),
                    EngineJson.MAPPER.writeValueAsString(published));
        }
    }
}
