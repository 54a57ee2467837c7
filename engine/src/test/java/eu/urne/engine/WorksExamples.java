package eu.urne.engine;

import eu.urne.engine.blob.BlobHash;
import eu.urne.engine.budget.BudgetId;
import eu.urne.engine.budget.ProposalId;
import eu.urne.engine.works.Delay;
import eu.urne.engine.works.Expense;
import eu.urne.engine.works.Indicator;
import eu.urne.engine.works.Measure;
import eu.urne.engine.works.Milestone;
import eu.urne.engine.works.Photo;
import eu.urne.engine.works.PlanEvent;
import eu.urne.engine.works.PlanLineId;
import eu.urne.engine.works.WorksEvent;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** The events of works and plan lines for {@link EventSnapshotsTest}. */
final class WorksExamples {

    private static final BudgetId BUDGET = new BudgetId("children-2026");
    private static final ProposalId PROPOSAL = new ProposalId("cabin");
    private static final PlanLineId LINE = new PlanLineId("playgrounds-2026");
    private static final BlobHash BLOB = new BlobHash("ab".repeat(32));
    private static final LocalDate DAY = LocalDate.of(2026, 6, 15);

    private WorksExamples() {}

    static Map<String, Object> all() {
        Map<String, Object> all = new TreeMap<>();
        put(all, "", new WorksEvent.WorksOpened(BUDGET, PROPOSAL, 150_000));
        put(
                all,
                "",
                new WorksEvent.MilestoneRecorded(
                        BUDGET, PROPOSAL, new Milestone("Fondations", DAY, Milestone.State.PLANNED)));
        put(all, "", new WorksEvent.DelayRecorded(BUDGET, PROPOSAL, new Delay("Fondations", DAY, "Il pleut.")));
        put(all, "", new WorksEvent.ExpenseRecorded(BUDGET, PROPOSAL, new Expense(12_345, DAY, "Bois", null, null)));
        put(
                all,
                "-back",
                new WorksEvent.ExpenseRecorded(BUDGET, PROPOSAL, new Expense(-345, DAY, "Bois", BLOB, "Erreur")));
        put(all, "", new WorksEvent.PhotoAdded(BUDGET, PROPOSAL, new Photo(BLOB, null)));
        put(all, "-caption", new WorksEvent.PhotoAdded(BUDGET, PROPOSAL, new Photo(BLOB, "La cabane 🌳")));
        put(all, "", new WorksEvent.FateTold(BUDGET, PROPOSAL, "L'école s'en charge."));
        put(
                all,
                "",
                new WorksEvent.IndicatorDefined(
                        BUDGET, PROPOSAL, new Indicator("visits", "Enfants par semaine", "enfants", 30), DAY));
        put(all, "", new WorksEvent.MeasureRecorded(BUDGET, PROPOSAL, new Measure("visits", DAY, 125, 1)));
        put(all, "", new PlanEvent.PlanLineOpened(LINE, "Aires de jeux", 2026, 20_000_000));
        put(all, "", new PlanEvent.DecidedWithCitizens(LINE, BUDGET, PROPOSAL, 100_000, 150_000));
        return all;
    }

    private static void put(Map<String, Object> all, String form, Object event) {
        all.put("urne.works." + event.getClass().getSimpleName() + ".v1" + form, event);
    }
}
