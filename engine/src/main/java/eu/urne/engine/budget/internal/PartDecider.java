package eu.urne.engine.budget.internal;

import static eu.urne.engine.Refusal.Reason.EXISTS;
import static eu.urne.engine.Refusal.Reason.INVALID;
import static eu.urne.engine.Refusal.Reason.UNKNOWN;
import static eu.urne.engine.Refusal.Reason.WRONG_STATE;

import eu.urne.engine.Decision;
import eu.urne.engine.Refusal;
import eu.urne.engine.budget.Budget.Running;
import eu.urne.engine.budget.BudgetCommand.AwardRest;
import eu.urne.engine.budget.BudgetCommand.LapsePart;
import eu.urne.engine.budget.BudgetCommand.PublishShortlist;
import eu.urne.engine.budget.BudgetEvent;
import eu.urne.engine.budget.BudgetEvent.PartLapsed;
import eu.urne.engine.budget.BudgetEvent.RestAwarded;
import eu.urne.engine.budget.BudgetEvent.ShortlistPublished;
import eu.urne.engine.budget.BudgetTerms;
import eu.urne.engine.budget.Candidate;
import eu.urne.engine.budget.Part;
import eu.urne.engine.budget.PartResult;
import eu.urne.engine.budget.Phase;
import eu.urne.engine.budget.RestRule;
import eu.urne.engine.poll.Hash;
import eu.urne.engine.poll.Presentation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What happens to the parts of a budget and to its rest: pure, the same for the same state. */
final class PartDecider {

    private PartDecider() {}

    static Decision<BudgetEvent> publish(Running budget, PublishShortlist command) {
        Optional<Part> part = budget.terms().part(command.part());
        if (part.isEmpty()) {
            return noPart(budget, command.part());
        }
        Hash hash = command.definition().hash();
        Hash published = budget.shortlists().get(command.part());
        if (published != null) {
            return published.equals(hash)
                    ? new Decision.Accepted<>(List.of())
                    : Decision.refuse(EXISTS, "part: the shortlist of " + command.part() + " is published already");
        }
        Optional<Refusal> problem = Stream.of(
                        atStudy(budget, "shortlists are published"),
                        notLapsed(budget, command.part()),
                        ShortlistCheck.problem(budget.terms(), part.get(), command))
                .flatMap(Optional::stream)
                .findFirst();
        return problem.isPresent()
                ? new Decision.Refused<>(problem.get())
                : Decision.accept(new ShortlistPublished(
                        command.budget(),
                        command.part(),
                        command.definition().terms().poll(),
                        hash,
                        Optional.ofNullable(command.definition().terms().order())
                                .orElse(Presentation.DECLARED),
                        command.candidates().stream().map(Candidate::proposal).toList()));
    }

    static Decision<BudgetEvent> lapse(Running budget, LapsePart command) {
        if (budget.terms().part(command.part()).isEmpty()) {
            return noPart(budget, command.part());
        }
        if (budget.lapsed().contains(command.part())) {
            return new Decision.Accepted<>(List.of());
        }
        if (budget.shortlists().containsKey(command.part())) {
            return Decision.refuse(
                    WRONG_STATE, "part: the shortlist of " + command.part() + " is published, so it cannot lapse");
        }
        Optional<Refusal> problem = atStudy(budget, "parts lapse")
                .or(() -> Reasons.problem(command.reason(), "a part lapses with a reason, which is published"));
        return problem.isPresent()
                ? new Decision.Refused<>(problem.get())
                : Decision.accept(new PartLapsed(
                        command.budget(), command.part(), command.reason().strip()));
    }

    private static Decision<BudgetEvent> noPart(Running budget, String part) {
        return Decision.refuse(UNKNOWN, "part: the budget " + budget.terms().budget() + " has no part " + part);
    }

    private static Optional<Refusal> notLapsed(Running budget, String part) {
        return budget.lapsed().contains(part)
                ? Optional.of(new Refusal(WRONG_STATE, "part: " + part + " has lapsed"))
                : Optional.empty();
    }

    private static Optional<Refusal> atStudy(Running budget, String what) {
        String of = " of the budget " + budget.terms().budget();
        if (budget.phase().compareTo(Phase.STUDY) < 0) {
            return Optional.of(
                    new Refusal(WRONG_STATE, "too early: " + what + " from the phase " + Phase.STUDY + of + " on"));
        }
        return budget.phase() == Phase.STUDY
                ? Optional.empty()
                : Optional.of(new Refusal(
                        WRONG_STATE, "too late: " + what + " until the phase " + Phase.STUDY + of + " ends"));
    }

    static Decision<BudgetEvent> award(Running budget, AwardRest command) {
        BudgetTerms terms = budget.terms();
        if (terms.restRule() == RestRule.NONE) {
            return Decision.refuse(INVALID, "rest: the budget " + terms.budget() + " has no rule that spends its rest");
        }
        if (budget.restAwarded()) {
            return Decision.refuse(EXISTS, "rest: that of the budget " + terms.budget() + " is awarded already");
        }
        if (budget.phase().compareTo(Phase.OUTCOME) < 0) {
            return Decision.refuse(
                    WRONG_STATE,
                    "too early: the rest is awarded from the phase OUTCOME of the budget " + terms.budget() + " on");
        }
        long cents = terms.rest()
                + terms.parts().stream()
                        .filter(part -> budget.lapsed().contains(part.id()))
                        .mapToLong(Part::cents)
                        .sum()
                + command.results().stream().mapToLong(PartResult::left).sum();
        BestShare.Spent spent = BestShare.spend(cents, command.results());
        return Decision.accept(new RestAwarded(
                command.budget(),
                cents,
                spent.left(),
                command.results().stream().map(PartResult::poll).toList(),
                spent.awarded()));
    }
}
