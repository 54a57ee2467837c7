package eu.urne.projections.internal;

import eu.urne.engine.EngineJson;
import eu.urne.engine.blob.BlobHash;
import eu.urne.engine.budget.BudgetEvent.RestAwarded;
import eu.urne.engine.poll.Awards;
import eu.urne.engine.poll.PollEvent.OutcomeDeclared;
import eu.urne.engine.works.Measure;
import eu.urne.engine.works.Milestone;
import eu.urne.engine.works.PlanEvent;
import eu.urne.engine.works.PlanEvent.DecidedWithCitizens;
import eu.urne.engine.works.PlanEvent.PlanLineOpened;
import eu.urne.engine.works.WorksEvent;
import eu.urne.engine.works.WorksEvent.DelayRecorded;
import eu.urne.engine.works.WorksEvent.ExpenseRecorded;
import eu.urne.engine.works.WorksEvent.FateTold;
import eu.urne.engine.works.WorksEvent.IndicatorDefined;
import eu.urne.engine.works.WorksEvent.MeasureRecorded;
import eu.urne.engine.works.WorksEvent.MilestoneRecorded;
import eu.urne.engine.works.WorksEvent.PhotoAdded;
import eu.urne.engine.works.WorksEvent.WorksOpened;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What awards, works and the investment plan do to the read models. */
final class WorksProjector implements Projector {

    private static final String PLAN_LINE = """
            INSERT INTO plan_line (line, number, title, year, cents)
            VALUES (?, (SELECT count(*) FROM plan_line), ?, ?, ?)""";

    private static final String FATE = """
            INSERT INTO fate (budget, proposal, text, told, position) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (budget, proposal)
            DO UPDATE SET text = excluded.text, told = excluded.told, position = excluded.position""";

    private static final String INDICATOR = " WHERE budget = ? AND proposal = ? AND indicator = ?";

    private final ViewWriter writer;

    /** A projector that writes here. */
    WorksProjector(ViewWriter writer) {
        this.writer = writer;
    }

    @Override
    public void on(LogEvent event) {
        switch (event.event()) {
            case OutcomeDeclared outcome -> outcome(outcome);
            case RestAwarded rest ->
                rest.awarded()
                        .forEach(award ->
                                award(rest.budget().value(), award.proposal().value(), award.cents()));
            case WorksEvent works -> on(works, event);
            case PlanEvent plan -> on(plan);
            default -> {}
        }
    }

    private void outcome(OutcomeDeclared outcome) {
        Awards awards = outcome.awards();
        if (awards != null) {
            List<String> selected = outcome.selected();
            for (int i = 0; i < selected.size(); i++) {
                award(awards.budget(), selected.get(i), awards.cents().get(i));
            }
        }
    }

    private void award(String budget, String proposal, long cents) {
        writer.update("""
                INSERT INTO award (budget, proposal, number, cents)
                SELECT ?, ?, count(*), ? FROM award WHERE budget = ?""", budget, proposal, cents, budget);
    }

    private void on(WorksEvent event, LogEvent placed) {
        switch (event) {
            case WorksOpened opened -> {}
            case MilestoneRecorded recorded -> milestone(event, recorded.milestone());
            case DelayRecorded recorded -> delay(recorded);
            case ExpenseRecorded recorded -> expense(recorded);
            case PhotoAdded added -> {
                entry(added, "photo", added.photo());
                show(added.photo().blob());
            }
            case FateTold told -> fate(told, placed);
            case IndicatorDefined defined -> indicator(defined);
            case MeasureRecorded recorded -> measure(recorded);
        }
    }

    private void milestone(WorksEvent event, Milestone milestone) {
        writer.update(
                """
                INSERT INTO milestone (budget, proposal, title, day, state) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (budget, proposal, title) DO UPDATE SET day = excluded.day, state = excluded.state""",
                event.budget().value(),
                event.proposal().value(),
                milestone.title(),
                milestone.day().toString(),
                milestone.state().name());
    }

    private void delay(DelayRecorded event) {
        entry(event, "delay", event.delay());
        writer.update(
                "UPDATE milestone SET day = ? WHERE budget = ? AND proposal = ? AND title = ?",
                event.delay().newDay().toString(),
                event.budget().value(),
                event.proposal().value(),
                event.delay().milestone());
    }

    private void expense(ExpenseRecorded event) {
        entry(event, "expense", event.expense());
        show(event.expense().document());
        writer.update(
                "UPDATE award SET spent = spent + ? WHERE budget = ? AND proposal = ?",
                event.expense().cents(),
                event.budget().value(),
                event.proposal().value());
    }

    private void entry(WorksEvent event, String kind, Object value) {
        writer.update(
                """
                INSERT INTO works_entry (budget, proposal, kind, number, json)
                SELECT ?, ?, ?, count(*), ? FROM works_entry WHERE budget = ? AND proposal = ? AND kind = ?""",
                event.budget().value(),
                event.proposal().value(),
                kind,
                EngineJson.MAPPER.writeValueAsString(value),
                event.budget().value(),
                event.proposal().value(),
                kind);
    }

    private void show(@Nullable BlobHash blob) {
        if (blob != null) {
            writer.update("INSERT INTO works_blob (blob) VALUES (?) ON CONFLICT DO NOTHING", blob.hex());
        }
    }

    private void fate(FateTold event, LogEvent placed) {
        writer.update(
                FATE, event.budget().value(), event.proposal().value(), event.text(), placed.atMs(), placed.position());
    }

    private void indicator(IndicatorDefined event) {
        writer.update(
                """
                INSERT INTO indicator (budget, proposal, indicator, number, json, every, due)
                SELECT ?, ?, ?, count(*), ?, ?, ? FROM indicator WHERE budget = ? AND proposal = ?""",
                event.budget().value(),
                event.proposal().value(),
                event.indicator().id(),
                EngineJson.MAPPER.writeValueAsString(event.indicator()),
                event.indicator().every(),
                event.from().plusDays(event.indicator().every()).toString(),
                event.budget().value(),
                event.proposal().value());
    }

    private void measure(MeasureRecorded event) {
        Measure measure = event.measure();
        writer.update(
                """
                INSERT INTO measure (budget, proposal, indicator, day, value, decimals) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (budget, proposal, indicator, day)
                DO UPDATE SET value = excluded.value, decimals = excluded.decimals""",
                event.budget().value(),
                event.proposal().value(),
                measure.indicator(),
                measure.day().toString(),
                measure.value(),
                measure.decimals());
        @Nullable Object[] indicator = {event.budget().value(), event.proposal().value(), measure.indicator()};
        writer.query(row -> row.getInt(1), "SELECT every FROM indicator" + INDICATOR, indicator)
                .forEach(every -> {
                    String due = measure.day().plusDays(every).toString();
                    writer.update(
                            "UPDATE indicator SET due = ?" + INDICATOR + " AND due < ?",
                            due,
                            event.budget().value(),
                            event.proposal().value(),
                            measure.indicator(),
                            due);
                });
    }

    private void on(PlanEvent event) {
        switch (event) {
            case PlanLineOpened opened ->
                writer.update(PLAN_LINE, opened.line().value(), opened.title(), opened.year(), opened.cents());
            case DecidedWithCitizens decided ->
                writer.update(
                        """
                        INSERT INTO plan_decision (line, number, budget, proposal, cents)
                        SELECT ?, count(*), ?, ?, ? FROM plan_decision WHERE line = ?""",
                        decided.line().value(),
                        decided.budget().value(),
                        decided.proposal().value(),
                        decided.cents(),
                        decided.line().value());
        }
    }
}
