package eu.urne.engine.budget.internal;

import eu.urne.engine.Refusal;
import eu.urne.engine.budget.BudgetCommand.PublishShortlist;
import eu.urne.engine.budget.BudgetTerms;
import eu.urne.engine.budget.Candidate;
import eu.urne.engine.budget.Part;
import eu.urne.engine.budget.RestRule;
import eu.urne.engine.budget.ShortlistDraft;
import eu.urne.engine.budget.Site;
import eu.urne.engine.budget.Texts;
import eu.urne.engine.poll.BudgetPart;
import eu.urne.engine.poll.CountingRule;
import eu.urne.engine.poll.Money;
import eu.urne.engine.poll.PollOption;
import eu.urne.engine.poll.PollTerms;
import java.util.List;
import java.util.Optional;

/** Whether a shortlist fits the budget and the part whose money it spends. */
final class ShortlistCheck {

    private static final int MOST_WORDS = 2_000;

    private ShortlistCheck() {}

    /** Why it does not fit; empty if it does. */
    static Optional<Refusal> problem(BudgetTerms terms, Part part, PublishShortlist command) {
        List<Candidate> candidates = command.candidates();
        if (candidates.isEmpty() || candidates.size() > ShortlistDraft.MOST) {
            return invalid("proposals: a shortlist has 1 to " + ShortlistDraft.MOST + ", not " + candidates.size());
        }
        for (Candidate candidate : candidates) {
            Optional<Refusal> problem = belongs(terms, part, candidate).or(() -> affordable(part, candidate));
            if (problem.isPresent()) {
                return problem;
            }
        }
        String eligibility = command.definition().terms().eligibility();
        if (eligibility.length() > MOST_WORDS || !Texts.isReadable(eligibility)) {
            return invalid(
                    "eligibility: at most " + MOST_WORDS + " characters are possible, and no control characters");
        }
        return definition(terms, part, command)
                .or(() -> rest(terms, command.definition().terms()));
    }

    private static Optional<Refusal> belongs(BudgetTerms terms, Part part, Candidate candidate) {
        String own =
                switch (terms.split()) {
                    case NONE -> part.id();
                    case SITE -> candidate.place().site();
                    case DISTRICT ->
                        terms.site(candidate.place().site()).map(Site::district).orElse("none");
                    case THEME -> candidate.category();
                };
        return own.equals(part.id())
                ? Optional.empty()
                : invalid(
                        "proposals: " + candidate.proposal() + " belongs to " + own + ", not to the part " + part.id());
    }

    private static Optional<Refusal> affordable(Part part, Candidate candidate) {
        return candidate.cents() <= part.cents()
                ? Optional.empty()
                : invalid("proposals: over budget: " + candidate.proposal() + " costs " + candidate.cents()
                        + " cents, the part " + part.id() + " has " + part.cents());
    }

    private static Optional<Refusal> definition(BudgetTerms terms, Part part, PublishShortlist command) {
        PollTerms poll = command.definition().terms();
        List<PollOption> options = command.candidates().stream()
                .map(each -> new PollOption(each.proposal().value(), each.title(), each.cents()))
                .toList();
        boolean fits = poll.poll().equals(terms.budget().poll(part.id()))
                && new BudgetPart(terms.budget().value(), part.id()).equals(poll.of())
                && new Money(part.cents(), terms.amount().currency()).equals(poll.budget())
                && options.equals(command.definition().options());
        return fits ? Optional.empty() : invalid("definition: it is not that of the part " + part.id());
    }

    private static Optional<Refusal> rest(BudgetTerms terms, PollTerms poll) {
        if (terms.restRule() == RestRule.NONE) {
            return Optional.empty();
        }
        if (!poll.limits().givesScore()) {
            return invalid("kind: a common rest needs ballots that give options a score, "
                    + poll.limits().text() + " does not");
        }
        return poll.rule() instanceof CountingRule.GreedyExclusive
                ? invalid("rule: greedy-exclusive does not go with a common rest, which knows no conflicts")
                : Optional.empty();
    }

    private static Optional<Refusal> invalid(String sentence) {
        return Optional.of(new Refusal(Refusal.Reason.INVALID, sentence));
    }
}
