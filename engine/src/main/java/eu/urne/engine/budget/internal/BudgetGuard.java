package eu.urne.engine.budget.internal;

import eu.urne.engine.Refusal;
import eu.urne.engine.Refusal.Reason;
import eu.urne.engine.budget.BudgetEvent;
import eu.urne.engine.budget.BudgetEvent.BudgetOpened;
import eu.urne.engine.budget.BudgetEvent.PhaseAdvanced;
import eu.urne.engine.budget.BudgetEvent.PhaseMoved;
import eu.urne.engine.budget.BudgetId;
import eu.urne.engine.budget.Phase;
import eu.urne.engine.store.Claim;
import eu.urne.engine.store.Condition;
import eu.urne.engine.store.Condition.Made;
import eu.urne.engine.store.Condition.NotMade;
import eu.urne.engine.store.Guard.Terms;
import java.util.ArrayList;
import java.util.List;

/** What budgets establish for others: that they exist, their sites, and which phases have begun. */
public final class BudgetGuard {

    private BudgetGuard() {}

    /** Terms of an event of a budget. */
    public static Terms terms(BudgetEvent event) {
        return switch (event) {
            case BudgetOpened opened -> {
                List<Claim> claims = new ArrayList<>();
                claims.add(begun(opened.budget(), Phase.KICK_OFF));
                opened.terms().sites().forEach(site -> claims.add(site(opened.budget(), site.id())));
                if (opened.terms().rules().groupsOnly()) {
                    claims.add(groupsOnly(opened.budget()));
                }
                yield new Terms(List.of(), claims);
            }
            case PhaseAdvanced advanced -> new Terms(List.of(), List.of(begun(advanced.budget(), advanced.phase())));
            case PhaseMoved moved -> Terms.NONE;
        };
    }

    /** Conditions for what is allowed in one phase only. */
    static List<Condition> during(BudgetId budget, Phase phase, String what) {
        return between(budget, phase, phase, what);
    }

    /** Conditions for what is allowed from one phase up to the end of another. */
    static List<Condition> between(BudgetId budget, Phase first, Phase last, String what) {
        List<Condition> conditions = new ArrayList<>();
        conditions.add(
                new Made(begun(budget, Phase.KICK_OFF), new Refusal(Reason.UNKNOWN, "there is no budget " + budget)));
        conditions.add(new Made(
                begun(budget, first),
                new Refusal(
                        Reason.WRONG_STATE,
                        "too early: " + what + " from the phase " + first + " of the budget " + budget + " on")));
        last.next()
                .ifPresent(next -> conditions.add(new NotMade(
                        begun(budget, next),
                        new Refusal(
                                Reason.WRONG_STATE,
                                "too late: " + what + " until the phase " + last + " of the budget " + budget
                                        + " ends"))));
        return conditions;
    }

    /** The condition that the budget has a site of that id. */
    static Condition knows(BudgetId budget, String site) {
        return new Made(
                site(budget, site), new Refusal(Reason.UNKNOWN, "site: the budget " + budget + " has no site " + site));
    }

    /** The condition that single persons hand in ideas to the budget. */
    static Condition takesPersons(BudgetId budget) {
        return new NotMade(
                groupsOnly(budget),
                new Refusal(
                        Reason.NOT_AUTHORISED,
                        "author: the budget " + budget + " takes ideas of groups and councils only"));
    }

    private static Claim groupsOnly(BudgetId budget) {
        return Claim.of("groups-only:" + budget);
    }

    private static Claim begun(BudgetId budget, Phase phase) {
        return Claim.of("phase:" + budget + ":" + phase);
    }

    private static Claim site(BudgetId budget, String site) {
        return Claim.of("site:" + budget + ":" + site);
    }
}
