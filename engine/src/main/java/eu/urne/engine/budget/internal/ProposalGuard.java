package eu.urne.engine.budget.internal;

import eu.urne.engine.Refusal;
import eu.urne.engine.Refusal.Reason;
import eu.urne.engine.budget.Author;
import eu.urne.engine.budget.BudgetId;
import eu.urne.engine.budget.Phase;
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
import eu.urne.engine.budget.ProposalId;
import eu.urne.engine.store.Claim;
import eu.urne.engine.store.Condition;
import eu.urne.engine.store.Condition.Made;
import eu.urne.engine.store.Condition.NotMade;
import eu.urne.engine.store.Guard.Terms;
import java.util.ArrayList;
import java.util.List;

/** In which phases of its budget something may happen to a proposal, and that what it names exists. */
public final class ProposalGuard {

    private ProposalGuard() {}

    /** Terms of an event of a proposal. */
    public static Terms terms(ProposalEvent event) {
        BudgetId budget = event.budget();
        return switch (event) {
            case ProposalSubmitted submitted -> submitted(submitted);
            case ProposalRevised revised -> revised(revised);
            case ProposalWithdrawn withdrawn ->
                ended(withdrawn, BudgetGuard.between(budget, Phase.IDEAS, Phase.STUDY, "ideas are withdrawn"));
            case ProposalAccepted accepted ->
                only(BudgetGuard.between(budget, Phase.IDEAS, Phase.STUDY, "ideas are moderated"));
            case ProposalRejected rejected ->
                ended(rejected, BudgetGuard.between(budget, Phase.IDEAS, Phase.STUDY, "ideas are moderated"));
            case ProposalMerged merged -> merged(merged);
            case StudyAssigned assigned -> only(studying(budget));
            case ProposalStudied studied -> only(studying(budget));
            case StudyConfirmed confirmed -> only(studying(budget));
            case ProposalShortlisted chosen -> shortlisted(chosen);
            case ProposalDeclined declined -> ended(declined, studying(budget));
        };
    }

    /** The condition that the proposal was handed in to the budget. */
    public static Condition exists(BudgetId budget, ProposalId proposal) {
        return new Made(
                standing(budget, proposal),
                new Refusal(Reason.UNKNOWN, "there is no proposal " + proposal + " in the budget " + budget));
    }

    private static List<Condition> studying(BudgetId budget) {
        return BudgetGuard.between(budget, Phase.IDEAS, Phase.STUDY, "proposals are studied");
    }

    private static Terms submitted(ProposalSubmitted event) {
        List<Condition> conditions =
                new ArrayList<>(BudgetGuard.during(event.budget(), Phase.IDEAS, "ideas are handed in"));
        conditions.add(BudgetGuard.knows(event.budget(), event.idea().place().site()));
        switch (event.author()) {
            case Author.Group group -> conditions.add(BudgetGuard.knows(event.budget(), group.site()));
            case Author.Single single -> {
                conditions.add(BudgetGuard.takesPersons(event.budget()));
                conditions.add(BudgetGuard.mayAuthor(event.budget(), single.person()));
            }
            case Author.Council council -> {}
        }
        return new Terms(conditions, List.of(standing(event.budget(), event.proposal())));
    }

    private static Terms revised(ProposalRevised event) {
        List<Condition> conditions =
                new ArrayList<>(BudgetGuard.between(event.budget(), Phase.IDEAS, Phase.STUDY, "ideas are revised"));
        conditions.add(BudgetGuard.knows(event.budget(), event.idea().place().site()));
        return only(conditions);
    }

    private static Terms merged(ProposalMerged event) {
        List<Condition> conditions =
                new ArrayList<>(BudgetGuard.between(event.budget(), Phase.IDEAS, Phase.STUDY, "proposals are merged"));
        conditions.add(new Made(
                standing(event.budget(), event.into()),
                new Refusal(
                        Reason.UNKNOWN,
                        "into: there is no proposal " + event.into() + " in the budget " + event.budget())));
        conditions.add(new NotMade(
                ended(event.budget(), event.into()),
                new Refusal(Reason.WRONG_STATE, "into: the proposal " + event.into() + " goes no further itself")));
        return ended(event, conditions);
    }

    private static Terms shortlisted(ProposalShortlisted event) {
        List<Condition> conditions =
                new ArrayList<>(BudgetGuard.during(event.budget(), Phase.STUDY, "proposals are shortlisted"));
        conditions.addAll(BudgetGuard.undecided(event.budget(), event.part()));
        conditions.add(notOnBallot(event));
        if (!event.confirmed()) {
            conditions.add(BudgetGuard.twoEyes(event.budget(), event.proposal()));
        }
        return new Terms(conditions, List.of(shortlisted(event.budget(), event.proposal(), event.part())));
    }

    private static Condition notOnBallot(ProposalEvent event) {
        return new NotMade(
                onBallot(event.budget(), event.proposal()),
                new Refusal(Reason.WRONG_STATE, "the proposal " + event.proposal() + " is on the ballot"));
    }

    private static Terms only(List<Condition> conditions) {
        return new Terms(conditions, List.of());
    }

    private static Terms ended(ProposalEvent event, List<Condition> conditions) {
        List<Condition> all = new ArrayList<>(conditions);
        all.add(notOnBallot(event));
        return new Terms(all, List.of(ended(event.budget(), event.proposal())));
    }

    private static Claim standing(BudgetId budget, ProposalId proposal) {
        return Claim.of("proposal:" + budget + ":" + proposal);
    }

    /** It was chosen for the ballot of a part, perhaps later for another one. */
    static Claim shortlisted(BudgetId budget, ProposalId proposal, String part) {
        return Claim.of("shortlisted:" + budget + ":" + proposal + ":" + part);
    }

    /** A published shortlist has it. */
    static Claim onBallot(BudgetId budget, ProposalId proposal) {
        return Claim.of("on-ballot:" + budget + ":" + proposal);
    }

    /** It goes no further. */
    static Claim ended(BudgetId budget, ProposalId proposal) {
        return Claim.of("proposal-ended:" + budget + ":" + proposal);
    }
}
