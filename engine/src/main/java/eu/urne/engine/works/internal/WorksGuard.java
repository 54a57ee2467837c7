package eu.urne.engine.works.internal;

import eu.urne.engine.Refusal;
import eu.urne.engine.Refusal.Reason;
import eu.urne.engine.budget.BudgetConditions;
import eu.urne.engine.budget.BudgetId;
import eu.urne.engine.budget.Phase;
import eu.urne.engine.budget.ProposalId;
import eu.urne.engine.poll.Awards;
import eu.urne.engine.store.Condition;
import eu.urne.engine.store.Condition.Made;
import eu.urne.engine.store.Guard.Terms;
import eu.urne.engine.works.NothingWon;
import eu.urne.engine.works.WorksEvent;
import eu.urne.engine.works.WorksEvent.DelayRecorded;
import eu.urne.engine.works.WorksEvent.ExpenseRecorded;
import eu.urne.engine.works.WorksEvent.FateTold;
import eu.urne.engine.works.WorksEvent.IndicatorDefined;
import eu.urne.engine.works.WorksEvent.MeasureRecorded;
import eu.urne.engine.works.WorksEvent.MilestoneRecorded;
import eu.urne.engine.works.WorksEvent.PhotoAdded;
import eu.urne.engine.works.WorksEvent.WorksOpened;
import java.util.ArrayList;
import java.util.List;

/** Works are followed of what has won, from the phase OUTCOME on; everything else about them comes behind that. */
public final class WorksGuard {

    private WorksGuard() {}

    /** Terms of an event of works. */
    public static Terms terms(WorksEvent event) {
        return switch (event) {
            case WorksOpened opened -> opened(opened);
            case FateTold told -> told(told);
            case MilestoneRecorded recorded -> Terms.NONE;
            case DelayRecorded recorded -> Terms.NONE;
            case ExpenseRecorded recorded -> Terms.NONE;
            case PhotoAdded added -> Terms.NONE;
            case IndicatorDefined defined -> Terms.NONE;
            case MeasureRecorded recorded -> Terms.NONE;
        };
    }

    private static Terms opened(WorksOpened event) {
        List<Condition> conditions = new ArrayList<>(
                BudgetConditions.between(event.budget(), Phase.OUTCOME, Phase.WORKS, "works are followed"));
        conditions.addAll(won(event.budget(), event.proposal(), event.cents()));
        return new Terms(conditions, List.of());
    }

    private static Terms told(FateTold event) {
        List<Condition> conditions = new ArrayList<>(BudgetConditions.between(
                event.budget(), Phase.OUTCOME, Phase.WORKS, "what became of proposals is told"));
        conditions.add(BudgetConditions.exists(event.budget(), event.proposal()));
        return new Terms(conditions, List.of());
    }

    /** The conditions that a proposal has won, and so many cents. */
    static List<Condition> won(BudgetId budget, ProposalId proposal, long cents) {
        return List.of(
                new Made(Awards.won(budget.value(), proposal.value()), NothingWon.refusal(budget, proposal)),
                new Made(
                        Awards.won(budget.value(), proposal.value(), cents),
                        new Refusal(
                                Reason.INVALID,
                                "awarded: " + cents + " cents are not what the proposal " + proposal + " won")));
    }
}
