package eu.urne.engine.budget.internal;

import eu.urne.engine.budget.Budget;
import eu.urne.engine.budget.BudgetEvent;
import eu.urne.engine.budget.BudgetId;
import eu.urne.engine.budget.PartResult;
import eu.urne.engine.budget.PartResult.Loser;
import eu.urne.engine.budget.Proposal;
import eu.urne.engine.budget.ProposalCommand;
import eu.urne.engine.budget.ProposalEvent;
import eu.urne.engine.budget.ProposalId;
import eu.urne.engine.log.EntryCodec;
import eu.urne.engine.poll.BallotKind;
import eu.urne.engine.poll.OptionVerdict;
import eu.urne.engine.poll.Poll;
import eu.urne.engine.poll.PollEvent;
import eu.urne.engine.poll.PollEvent.OutcomeDeclared;
import eu.urne.engine.poll.PollEvent.ScoresDeclared;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.poll.PollOption;
import eu.urne.engine.store.EventSerializer;
import eu.urne.engine.store.LogReader;
import eu.urne.engine.store.StoredEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads budgets, their proposals and how their polls came out straight from the log. */
public final class BudgetReader {

    private static final int PAGE = 512;

    private final LogReader log;
    private final EventSerializer serializer;

    /** A reader of this log. */
    public BudgetReader(LogReader log, EventSerializer serializer) {
        this.log = log;
        this.serializer = serializer;
    }

    /** The budget as the log has it now. */
    public Budget budget(BudgetId id) {
        Budget[] budget = {new Budget.Unopened()};
        forEachEvent(id.stream(), event -> budget[0] = budget[0].after((BudgetEvent) event));
        return budget[0];
    }

    /** The proposal as the log has it now. */
    public Proposal proposal(BudgetId budget, ProposalId id) {
        Proposal[] proposal = {new Proposal.Absent()};
        forEachEvent(
                ProposalCommand.stream(budget, id), event -> proposal[0] = proposal[0].after((ProposalEvent) event));
        return proposal[0];
    }

    /** How the poll of a part came out; empty before that is declared. */
    public Optional<PartResult> result(String part, PollId id) {
        Poll[] poll = {new Poll.Undefined()};
        List<OptionVerdict> verdicts = new ArrayList<>();
        List<OutcomeDeclared> outcome = new ArrayList<>();
        forEachEvent(id.stream(), event -> {
            poll[0] = poll[0].after((PollEvent) event);
            switch (event) {
                case ScoresDeclared scores -> verdicts.addAll(scores.scores());
                case OutcomeDeclared declared -> outcome.add(declared);
                default -> {}
            }
        });
        return outcome.stream().findFirst().map(declared -> result(part, poll[0].known(), declared, verdicts));
    }

    private static PartResult result(
            String part, Poll.Facts poll, OutcomeDeclared outcome, List<OptionVerdict> verdicts) {
        Map<String, Long> costs = new HashMap<>();
        for (PollOption option : poll.options()) {
            costs.put(option.id(), option.cost());
        }
        long spent = outcome.selected().stream()
                .mapToLong(option -> costs.getOrDefault(option, 0L))
                .sum();
        List<Loser> losers = verdicts.stream()
                .filter(BudgetReader::mayBePaid)
                .map(verdict ->
                        new Loser(new ProposalId(verdict.id()), costs.getOrDefault(verdict.id(), 0L), verdict.score()))
                .toList();
        return new PartResult(
                part,
                outcome.poll(),
                Math.max(0, poll.terms().budgetCents() - spent),
                outcome.counted(),
                most(poll.terms().limits()),
                losers);
    }

    /** Losers, but for those whom their own poll's rule keeps out whatever money there is. */
    private static boolean mayBePaid(OptionVerdict verdict) {
        return switch (verdict) {
            case OptionVerdict.Unaffordable unaffordable -> true;
            case OptionVerdict.Stopped stopped -> true;
            case OptionVerdict.Unpaid unpaid -> true;
            case OptionVerdict.Outvoted outvoted -> true;
            case OptionVerdict.Selected selected -> false;
            case OptionVerdict.Reserve reserve -> false;
            case OptionVerdict.BelowThreshold below -> false;
            case OptionVerdict.Excluded excluded -> false;
            case OptionVerdict.Unsupported unsupported -> false;
            case OptionVerdict.Outranked outranked -> false;
            case OptionVerdict.Carried carried -> false;
            case OptionVerdict.Lost lost -> false;
        };
    }

    /** The highest score that one ballot can give an option. */
    private static long most(BallotKind kind) {
        return switch (kind) {
            case BallotKind.Points points -> points.maxPerOption();
            case BallotKind.Ranking ranking -> ranking.max();
            case BallotKind.Favourite favourite -> 1;
            case BallotKind.Approval approval -> 1;
            case BallotKind.Knapsack knapsack -> 1;
            case BallotKind.Grades grades -> throw new IllegalStateException("grades are no scores");
            case BallotKind.Motion motion -> throw new IllegalStateException("a motion has no scores");
        };
    }

    private void forEachEvent(String stream, Consumer<Object> consumer) {
        long seq = 0;
        List<StoredEntry> page;
        do {
            page = log.stream(stream, seq, PAGE);
            for (StoredEntry stored : page) {
                consumer.accept(serializer.event(EntryCodec.read(stored.sealed())));
            }
            seq += page.size();
        } while (page.size() == PAGE);
    }
}
