package eu.urne.projections.internal;

import eu.urne.engine.EngineJson;
import eu.urne.engine.budget.BudgetEvent;
import eu.urne.engine.budget.BudgetEvent.BudgetOpened;
import eu.urne.engine.budget.BudgetEvent.PartLapsed;
import eu.urne.engine.budget.BudgetEvent.PhaseAdvanced;
import eu.urne.engine.budget.BudgetEvent.PhaseMoved;
import eu.urne.engine.budget.BudgetEvent.RestAwarded;
import eu.urne.engine.budget.BudgetEvent.ShortlistPublished;
import eu.urne.engine.budget.BudgetId;
import eu.urne.engine.budget.BudgetTerms;
import eu.urne.engine.budget.Phase;
import eu.urne.engine.poll.PollEvent.OutcomeDeclared;
import eu.urne.engine.poll.Presentation;
import eu.urne.projections.BudgetView.Step;
import eu.urne.projections.ProposalState;
import java.util.List;

/** What the events of budgets, and the outcomes of their polls, do to the read models. */
final class BudgetProjector implements Projector {

    private static final String WON = "UPDATE proposal SET state = ? WHERE budget = ? AND proposal = ?";

    private final ViewWriter writer;

    /** A projector that writes here. */
    BudgetProjector(ViewWriter writer) {
        this.writer = writer;
    }

    @Override
    public void on(LogEvent event) {
        switch (event.event()) {
            case BudgetEvent budget -> on(budget, event.atMs());
            case OutcomeDeclared outcome -> outcome(outcome);
            default -> {}
        }
    }

    private void on(BudgetEvent event, long atMs) {
        switch (event) {
            case BudgetOpened opened -> open(opened, atMs);
            case PhaseAdvanced advanced -> {
                writer.update(
                        "UPDATE budget SET phase = ? WHERE budget = ?",
                        advanced.phase().name(),
                        advanced.budget().value());
                step(advanced.budget(), new Step(advanced.phase(), atMs, advanced.reason(), null));
            }
            case PhaseMoved moved -> {
                move(moved);
                step(moved.budget(), new Step(moved.phase(), atMs, moved.reason(), moved.day()));
            }
            case ShortlistPublished published -> publish(published);
            case PartLapsed lapsed ->
                writer.update(
                        "INSERT INTO budget_part (budget, part, lapsed) VALUES (?, ?, ?)",
                        lapsed.budget().value(),
                        lapsed.part(),
                        lapsed.reason());
            case RestAwarded awarded -> award(awarded);
        }
    }

    private void open(BudgetOpened opened, long atMs) {
        BudgetTerms terms = opened.terms();
        writer.update(
                """
                INSERT INTO budget (budget, number, title, audience, demonstration, four_eyes, phase, terms)
                VALUES (?, (SELECT count(*) FROM budget), ?, ?, ?, ?, ?, ?)""",
                opened.budget().value(),
                terms.title(),
                terms.audience().name(),
                terms.demonstration() ? 1 : 0,
                terms.rules().fourEyes() ? 1 : 0,
                Phase.KICK_OFF.name(),
                json(terms));
        step(opened.budget(), new Step(Phase.KICK_OFF, atMs, "", null));
    }

    private void step(BudgetId budget, Step step) {
        writer.update("""
                INSERT INTO budget_step (budget, number, json)
                SELECT ?, count(*), ? FROM budget_step WHERE budget = ?""", budget.value(), json(step), budget.value());
    }

    private void move(PhaseMoved moved) {
        String budget = moved.budget().value();
        writer.query(row -> row.getString(1), "SELECT terms FROM budget WHERE budget = ?", budget)
                .forEach(json -> {
                    BudgetTerms terms = EngineJson.MAPPER.readValue(json, BudgetTerms.class);
                    BudgetTerms later = terms.with(terms.calendar().moved(moved.phase(), moved.day()));
                    writer.update("UPDATE budget SET terms = ? WHERE budget = ?", json(later), budget);
                });
    }

    private void publish(ShortlistPublished published) {
        writer.update(
                "INSERT INTO budget_part (budget, part, poll, definition, shuffled) VALUES (?, ?, ?, ?, ?)",
                published.budget().value(),
                published.part(),
                published.poll().value(),
                published.definition().hex(),
                published.order() == Presentation.SHUFFLED ? 1 : 0);
    }

    private void outcome(OutcomeDeclared outcome) {
        List<String[]> found = writer.query(
                row -> new String[] {row.getString(1), row.getString(2)},
                "SELECT budget, part FROM budget_part WHERE poll = ?",
                outcome.poll().value());
        for (String[] part : found) {
            writer.update(
                    "UPDATE proposal SET state = ? WHERE budget = ? AND shown = 1 AND state = ? AND part = ?",
                    ProposalState.LOST.code(),
                    part[0],
                    ProposalState.SHORTLISTED.code(),
                    part[1]);
            outcome.selected().forEach(option -> writer.update(WON, ProposalState.WON.code(), part[0], option));
        }
    }

    private void award(RestAwarded awarded) {
        String budget = awarded.budget().value();
        writer.update("UPDATE budget SET rest = ? WHERE budget = ?", json(awarded), budget);
        awarded.awarded()
                .forEach(award -> writer.update(
                        WON, ProposalState.WON.code(), budget, award.proposal().value()));
    }

    private static String json(Object value) {
        return EngineJson.MAPPER.writeValueAsString(value);
    }
}
