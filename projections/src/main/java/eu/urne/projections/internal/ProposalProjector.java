package eu.urne.projections.internal;

import eu.urne.engine.EngineJson;
import eu.urne.engine.budget.Idea;
import eu.urne.engine.budget.ProposalEvent;
import eu.urne.engine.budget.ProposalEvent.ProposalAccepted;
import eu.urne.engine.budget.ProposalEvent.ProposalDeclined;
import eu.urne.engine.budget.ProposalEvent.ProposalMerged;
import eu.urne.engine.budget.ProposalEvent.ProposalRejected;
import eu.urne.engine.budget.ProposalEvent.ProposalRevised;
import eu.urne.engine.budget.ProposalEvent.ProposalShortlisted;
import eu.urne.engine.budget.ProposalEvent.ProposalStudied;
import eu.urne.engine.budget.ProposalEvent.ProposalSubmitted;
import eu.urne.engine.budget.ProposalEvent.ProposalWithdrawn;
import eu.urne.engine.budget.ProposalEvent.StudyAssigned;
import eu.urne.engine.budget.ProposalEvent.StudyConfirmed;
import eu.urne.projections.ProposalState;
import eu.urne.projections.ProposalView.Study;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the events of proposals do to the read models. */
final class ProposalProjector implements Projector {

    private static final String OF = " WHERE budget = ? AND proposal = ?";

    private final ViewWriter writer;

    /** A projector that writes here. */
    ProposalProjector(ViewWriter writer) {
        this.writer = writer;
    }

    @Override
    public void on(LogEvent event) {
        if (event.event() instanceof ProposalEvent proposal) {
            on(proposal, event.atMs());
        }
    }

    private void on(ProposalEvent event, long atMs) {
        switch (event) {
            case ProposalSubmitted submitted -> submit(submitted, atMs);
            case ProposalRevised revised -> revise(revised);
            case ProposalAccepted accepted ->
                set(accepted, "state = ?, shown = 1, since = ?", ProposalState.ACCEPTED.code(), atMs);
            case StudyAssigned assigned ->
                set(assigned, "state = ?, department = ?", ProposalState.ASSIGNED.code(), assigned.department());
            case ProposalStudied studied -> study(studied, atMs);
            case StudyConfirmed confirmed -> confirm(confirmed);
            case ProposalShortlisted chosen ->
                set(
                        chosen,
                        "state = ?, since = NULL, part = ?, title = ?",
                        ProposalState.SHORTLISTED.code(),
                        chosen.part(),
                        chosen.title());
            case ProposalWithdrawn withdrawn -> end(withdrawn, ProposalState.WITHDRAWN, withdrawn.reason(), null);
            case ProposalRejected rejected -> end(rejected, ProposalState.REJECTED, rejected.reason(), null);
            case ProposalMerged merged ->
                end(merged, ProposalState.MERGED, merged.reason(), merged.into().value());
            case ProposalDeclined declined -> end(declined, ProposalState.DECLINED, declined.reason(), null);
        }
    }

    private void submit(ProposalSubmitted event, long atMs) {
        Idea idea = event.idea();
        writer.change(
                thing(event),
                """
                INSERT INTO proposal
                    (id, budget, proposal, state, shown, site, category, text, submitted, author, idea)
                SELECT coalesce(max(id), 0) + 1, ?, ?, ?, 0, ?, ?, ?, ?, ?, ? FROM proposal""",
                event.budget().value(),
                event.proposal().value(),
                ProposalState.SUBMITTED.code(),
                idea.place().site(),
                idea.category(),
                idea.text().hex(),
                atMs,
                json(event.author()),
                json(idea));
        attach(event, idea);
    }

    private void revise(ProposalRevised event) {
        Idea idea = event.idea();
        set(
                event,
                "site = ?, category = ?, text = ?, idea = ?",
                idea.place().site(),
                idea.category(),
                idea.text().hex(),
                json(idea));
        attach(event, idea);
    }

    /** Those of words that were put otherwise stay here; who reads holds them against the idea. */
    private void attach(ProposalEvent event, Idea idea) {
        idea.attachments()
                .forEach(attachment -> writer.change(
                        thing(event),
                        "INSERT INTO proposal_blob (blob, id) SELECT ?, id FROM proposal" + OF
                                + " ON CONFLICT DO NOTHING",
                        attachment.blob().hex(),
                        event.budget().value(),
                        event.proposal().value()));
    }

    private void study(ProposalStudied event, long atMs) {
        set(
                event,
                """
                state = ?, cents = ?, study = ?,
                since = CASE WHEN (SELECT four_eyes FROM budget WHERE budget.budget = proposal.budget) = 1
                    THEN ? END""",
                ProposalState.STUDIED.code(),
                event.feasibility().cents(),
                json(new Study(event.feasibility(), event.by(), null)),
                atMs);
    }

    private void confirm(StudyConfirmed event) {
        String budget = event.budget().value();
        String proposal = event.proposal().value();
        writer.query(row -> row.getString(1), "SELECT study FROM proposal" + OF, budget, proposal)
                .forEach(json -> {
                    Study study = EngineJson.MAPPER.readValue(json, Study.class);
                    set(
                            event,
                            "state = ?, since = NULL, study = ?",
                            ProposalState.CONFIRMED.code(),
                            json(new Study(study.feasibility(), study.by(), event.by())));
                });
    }

    /** What was published before it was merged or declined stays; what goes for other reasons is not for everybody. */
    private void end(ProposalEvent event, ProposalState state, String reason, @Nullable String into) {
        set(
                event,
                "state = ?, shown = shown * ?, since = NULL, reason = ?, merged_into = ?",
                state.code(),
                state.isShown() ? 1 : 0,
                reason,
                into);
    }

    private void set(ProposalEvent event, String columns, @Nullable Object... values) {
        @Nullable Object[] all = new Object[values.length + 2];
        System.arraycopy(values, 0, all, 0, values.length);
        all[values.length] = event.budget().value();
        all[values.length + 1] = event.proposal().value();
        writer.change(thing(event), "UPDATE proposal SET " + columns + OF, all);
    }

    private static Object thing(ProposalEvent event) {
        return List.of(event.budget(), event.proposal());
    }

    private static String json(Object value) {
        return EngineJson.MAPPER.writeValueAsString(value);
    }
}
