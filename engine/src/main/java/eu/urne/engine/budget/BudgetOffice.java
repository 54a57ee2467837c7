package eu.urne.engine.budget;

import static eu.urne.engine.Refusal.Reason.INVALID;
import static eu.urne.engine.Refusal.Reason.UNKNOWN;
import static eu.urne.engine.Refusal.Reason.WRONG_STATE;

import eu.urne.engine.Answer;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Commands;
import eu.urne.engine.Decision;
import eu.urne.engine.Refusal;
import eu.urne.engine.budget.BudgetCommand.AwardRest;
import eu.urne.engine.budget.BudgetCommand.PublishShortlist;
import eu.urne.engine.budget.ProposalCommand.ShortlistProposal;
import eu.urne.engine.budget.internal.BudgetDecider;
import eu.urne.engine.budget.internal.BudgetReader;
import eu.urne.engine.budget.internal.ProposalDecider;
import eu.urne.engine.poll.BudgetPart;
import eu.urne.engine.poll.Money;
import eu.urne.engine.poll.PollDefinition;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.poll.PollOffice;
import eu.urne.engine.poll.PollOption;
import eu.urne.engine.poll.PollTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The steps of a budget that need more than its own stream: its proposals and its polls. Each step can be repeated
 * after an interruption and goes on where it was.
 */
public final class BudgetOffice {

    private static final int SUITE = 1;

    private final Commands commands;
    private final BudgetReader reader;
    private final PollOffice polls;

    /** An office that has its polls defined there. */
    public BudgetOffice(Commands commands, BudgetReader reader, PollOffice polls) {
        this.commands = commands;
        this.reader = reader;
        this.polls = polls;
    }

    /** The budget as the log has it now. */
    public Budget budget(BudgetId id) {
        return reader.budget(id);
    }

    private sealed interface Step<T> {
        record Done<T>(T value) implements Step<T> {}

        record Refused<T>(Refusal refusal) implements Step<T> {}
    }

    private static Answer refuse(Refusal.Reason reason, String sentence) {
        return new Answer.Refused(new Refusal(reason, sentence));
    }

    /**
     * Shortlists the proposals, publishes the shortlist with the hash of its poll's definition, and defines the poll.
     * Everything is examined before the first of it is written.
     */
    public Answer shortlist(BudgetId id, ShortlistDraft draft, CommandOrigin origin) {
        Optional<Answer.Accepted> earlier = commands.find(origin.id());
        if (earlier.isPresent()) {
            return earlier.get();
        }
        if (!(reader.budget(id) instanceof Budget.Running budget)) {
            return refuse(UNKNOWN, "there is no budget " + id);
        }
        Optional<Part> part = budget.terms().part(draft.part());
        if (part.isEmpty()) {
            return refuse(UNKNOWN, "part: the budget " + id + " has no part " + draft.part());
        }
        return switch (prepare(budget, part.get(), draft)) {
            case Step.Refused<PublishShortlist>(Refusal refusal) -> new Answer.Refused(refusal);
            case Step.Done<PublishShortlist>(PublishShortlist publish) -> publish(publish, origin);
        };
    }

    private Step<PublishShortlist> prepare(Budget.Running budget, Part part, ShortlistDraft draft) {
        BudgetId id = budget.terms().budget();
        int count = draft.entries().size();
        if (count < 1 || count > ShortlistDraft.MOST) {
            return new Step.Refused<>(
                    new Refusal(INVALID, "proposals: a shortlist has 1 to " + ShortlistDraft.MOST + ", not " + count));
        }
        List<Candidate> candidates = new ArrayList<>();
        for (ShortlistDraft.Entry entry : draft.entries()) {
            Proposal proposal = reader.proposal(id, entry.proposal());
            ShortlistProposal choice = new ShortlistProposal(id, entry.proposal(), draft.part(), entry.title());
            if (ProposalDecider.decide(proposal, choice) instanceof Decision.Refused<?>(Refusal refusal)) {
                return new Step.Refused<>(new Refusal(refusal.reason(), "proposals: " + refusal.sentence()));
            }
            candidates.add(candidate(entry, proposal));
        }
        try {
            PublishShortlist publish =
                    new PublishShortlist(id, draft.part(), definition(budget, part, draft, candidates), candidates);
            return BudgetDecider.decide(budget, publish) instanceof Decision.Refused<?>(Refusal refusal)
                    ? new Step.Refused<>(refusal)
                    : new Step.Done<>(publish);
        } catch (IllegalArgumentException e) {
            return new Step.Refused<>(new Refusal(INVALID, String.valueOf(e.getMessage())));
        }
    }

    private static Candidate candidate(ShortlistDraft.Entry entry, Proposal proposal) {
        Idea idea = proposal.idea();
        long cents = Optional.ofNullable(proposal.feasibility().cents()).orElseThrow();
        return new Candidate(entry.proposal(), entry.title(), cents, idea.place(), idea.category());
    }

    private PollDefinition definition(
            Budget.Running budget, Part part, ShortlistDraft draft, List<Candidate> candidates) {
        BudgetTerms terms = budget.terms();
        PollId poll = terms.budget().poll(part.id());
        return new PollDefinition(
                new PollTerms(
                        poll,
                        terms.split() == Split.NONE ? terms.title() : terms.title() + " – " + part.title(),
                        draft.limits(),
                        new Money(part.cents(), terms.amount().currency()),
                        draft.rule(),
                        draft.tieBreak(),
                        draft.eligibility(),
                        draft.channels(),
                        draft.revote(),
                        SUITE,
                        polls.trustees(poll),
                        draft.order(),
                        draft.who(),
                        new BudgetPart(terms.budget().value(), part.id())),
                candidates.stream()
                        .map(each -> new PollOption(each.proposal().value(), each.title(), each.cents()))
                        .toList());
    }

    private Answer publish(PublishShortlist publish, CommandOrigin origin) {
        for (Candidate each : publish.candidates()) {
            ShortlistProposal choice =
                    new ShortlistProposal(publish.budget(), each.proposal(), publish.part(), each.title());
            // where the shortlist was published before an interruption, there is nothing to choose any more
            if (commands.send(choice, origin.then("choose-" + each.proposal())) instanceof Answer.Refused refused) {
                return refused;
            }
        }
        return commands.send(publish, origin.then("publish")) instanceof Answer.Refused refused
                ? refused
                : polls.define(publish.definition(), origin);
    }

    /** Spends the common rest by the rule of the budget. */
    public Answer awardRest(BudgetId id, CommandOrigin origin) {
        Optional<Answer.Accepted> earlier = commands.find(origin.id());
        if (earlier.isPresent()) {
            return earlier.get();
        }
        if (!(reader.budget(id) instanceof Budget.Running budget)) {
            return refuse(UNKNOWN, "there is no budget " + id);
        }
        List<PartResult> results = new ArrayList<>();
        if (budget.phase().compareTo(Phase.OUTCOME) >= 0) { // before, the budget itself refuses
            for (String part : budget.shortlists().keySet()) {
                PollId poll = id.poll(part);
                Optional<PartResult> result = reader.result(part, poll);
                if (result.isEmpty()) {
                    return refuse(WRONG_STATE, "rest: the outcome of the poll " + poll + " is not declared yet");
                }
                results.add(result.get());
            }
        }
        return commands.send(new AwardRest(id, results), origin);
    }
}
