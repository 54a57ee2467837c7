package eu.urne.engine.budget.internal;

import eu.urne.engine.Refusal;
import eu.urne.engine.Refusal.Reason;
import eu.urne.engine.budget.Audience;
import eu.urne.engine.budget.BudgetEvent;
import eu.urne.engine.budget.BudgetEvent.BudgetOpened;
import eu.urne.engine.budget.BudgetEvent.PartLapsed;
import eu.urne.engine.budget.BudgetEvent.PhaseAdvanced;
import eu.urne.engine.budget.BudgetEvent.PhaseMoved;
import eu.urne.engine.budget.BudgetEvent.RestAwarded;
import eu.urne.engine.budget.BudgetEvent.ShortlistPublished;
import eu.urne.engine.budget.BudgetId;
import eu.urne.engine.budget.Phase;
import eu.urne.engine.budget.ProposalId;
import eu.urne.engine.poll.Awards;
import eu.urne.engine.poll.PollClaims;
import eu.urne.engine.roll.Person;
import eu.urne.engine.roll.RollClaims;
import eu.urne.engine.store.Claim;
import eu.urne.engine.store.Condition;
import eu.urne.engine.store.Condition.Made;
import eu.urne.engine.store.Condition.MadeIf;
import eu.urne.engine.store.Condition.NotMade;
import eu.urne.engine.store.Guard.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What budgets establish for others: that they exist, their sites and parts, which phases have begun. */
public final class BudgetGuard {

    private BudgetGuard() {}

    /** Terms of an event of a budget. */
    public static Terms terms(BudgetEvent event) {
        return switch (event) {
            case BudgetOpened opened -> {
                List<Claim> claims = new ArrayList<>();
                claims.add(begun(opened.budget(), Phase.KICK_OFF));
                opened.terms().sites().forEach(site -> claims.add(site(opened.budget(), site.id())));
                opened.terms().parts().forEach(part -> claims.add(part(opened.budget(), part.id())));
                if (opened.terms().rules().fourEyes()) {
                    claims.add(fourEyes(opened.budget()));
                }
                if (opened.terms().rules().guardianConsent() && opened.terms().audience() == Audience.CHILDREN) {
                    claims.add(guarded(opened.budget()));
                }
                if (opened.terms().rules().groupsOnly()) {
                    claims.add(groupsOnly(opened.budget()));
                }
                yield new Terms(List.of(), claims);
            }
            case PhaseAdvanced advanced -> new Terms(closed(advanced), phaseClaims(advanced));
            case PhaseMoved moved -> Terms.NONE;
            case ShortlistPublished published -> published(published);
            case PartLapsed lapsed -> Terms.NONE;
            case RestAwarded awarded -> awarded(awarded);
        };
    }

    private static List<Condition> closed(PhaseAdvanced advanced) {
        return Optional.ofNullable(advanced.polls()).orElse(List.of()).stream()
                .<Condition>map(poll -> new Made(
                        PollClaims.closed(poll),
                        new Refusal(Reason.WRONG_STATE, "phase: the poll " + poll + " is not closed yet")))
                .toList();
    }

    private static List<Claim> phaseClaims(PhaseAdvanced advanced) {
        List<Claim> claims = new ArrayList<>();
        claims.add(begun(advanced.budget(), advanced.phase()));
        if (advanced.phase() == Phase.VOTE) {
            claims.add(PollClaims.votingBegan(advanced.budget().value()));
        }
        if (advanced.phase() == Phase.OUTCOME) {
            claims.add(PollClaims.votingEnded(advanced.budget().value()));
        }
        return claims;
    }

    private static Terms published(ShortlistPublished event) {
        List<Condition> conditions = new ArrayList<>();
        List<Claim> claims = new ArrayList<>();
        Refusal taken =
                new Refusal(Reason.EXISTS, "poll: there is a poll " + event.poll() + " already, not of this budget");
        conditions.add(new NotMade(PollClaims.known(event.poll()), taken));
        conditions.add(new NotMade(PollClaims.ofBudget(event.poll()), taken));
        claims.add(PollClaims.published(event.definition()));
        claims.add(PollClaims.ofBudget(event.poll()));
        claims.add(decided(event.budget(), event.part()));
        for (ProposalId proposal : event.proposals()) {
            conditions.add(new Made(
                    ProposalGuard.shortlisted(event.budget(), proposal, event.part()),
                    new Refusal(
                            Reason.WRONG_STATE,
                            "proposals: " + proposal + " is not shortlisted for the part " + event.part())));
            conditions.add(new NotMade(
                    ProposalGuard.ended(event.budget(), proposal),
                    new Refusal(Reason.WRONG_STATE, "proposals: " + proposal + " goes no further")));
            claims.add(ProposalGuard.onBallot(event.budget(), proposal));
        }
        return new Terms(conditions, claims);
    }

    private static Terms awarded(RestAwarded event) {
        List<Condition> conditions = event.polls().stream()
                .<Condition>map(poll -> new Made(
                        PollClaims.declared(poll),
                        new Refusal(
                                Reason.WRONG_STATE, "rest: the outcome of the poll " + poll + " is not declared yet")))
                .toList();
        Awards awards = new Awards(
                event.budget().value(),
                event.awarded().stream().map(BudgetEvent.Award::cents).toList());
        return new Terms(
                conditions,
                awards.claims(event.awarded().stream()
                        .map(award -> award.proposal().value())
                        .toList()));
    }

    /** Conditions for what is allowed in one phase only. */
    static List<Condition> during(BudgetId budget, Phase phase, String what) {
        return between(budget, phase, phase, what);
    }

    /** Conditions for what is allowed from one phase up to the end of another. */
    public static List<Condition> between(BudgetId budget, Phase first, Phase last, String what) {
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

    /** The condition that the budget has a part of that id, whose shortlist is still open. */
    static List<Condition> undecided(BudgetId budget, String part) {
        return List.of(
                new Made(
                        part(budget, part),
                        new Refusal(Reason.UNKNOWN, "part: the budget " + budget + " has no part " + part)),
                new NotMade(
                        decided(budget, part),
                        new Refusal(Reason.EXISTS, "part: the shortlist of " + part + " is published already")));
    }

    /** The condition that one pair of eyes is enough. */
    static Condition twoEyes(BudgetId budget, ProposalId proposal) {
        return new NotMade(
                fourEyes(budget),
                new Refusal(
                        Reason.WRONG_STATE,
                        "the study of the proposal " + proposal + " must be confirmed by somebody else before"));
    }

    private static Claim fourEyes(BudgetId budget) {
        return Claim.of("four-eyes:" + budget);
    }

    private static Claim part(BudgetId budget, String part) {
        return Claim.of("part:" + budget + ":" + part);
    }

    private static Claim decided(BudgetId budget, String part) {
        return Claim.of("part-decided:" + budget + ":" + part);
    }

    /** The condition that a guardian has consented to what a child hands in alone, where the budget demands it. */
    static Condition mayAuthor(BudgetId budget, Person person) {
        return new MadeIf(
                guarded(budget),
                RollClaims.consented(budget, person),
                new Refusal(
                        Reason.NOT_AUTHORISED,
                        "author: the consent of a parent or guardian to a part in the budget " + budget
                                + " is not recorded"));
    }

    private static Claim guarded(BudgetId budget) {
        return Claim.of("guarded:" + budget);
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
