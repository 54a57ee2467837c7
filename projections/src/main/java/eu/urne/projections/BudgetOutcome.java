package eu.urne.projections;

import eu.urne.engine.budget.BudgetEvent.RestAwarded;
import eu.urne.engine.budget.BudgetId;
import eu.urne.engine.budget.Phase;
import eu.urne.engine.budget.ProposalId;
import eu.urne.engine.poll.OptionVerdict;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.poll.PollOption;
import eu.urne.projections.BudgetView.PartView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of a budget; of a poll whose outcome is not declared nothing is told.
 *
 * @param parts in order of the terms
 * @param rest what the common rest was spent for; null before that is decided
 */
public record BudgetOutcome(
        BudgetId budget,
        Phase phase,
        List<PartOutcome> parts,
        @Nullable RestAwarded rest) {

    /** How far a part has come. */
    public enum PartState {
        /** Its outcome is not declared yet. */
        PENDING,
        /** There was nothing to vote on. */
        LAPSED,
        /** Its outcome stands in the log. */
        DECLARED
    }

    /**
     * What came of a part.
     *
     * @param cents its money
     * @param poll its poll; null where there is none
     * @param reason why it lapsed; null if it did not
     * @param counted ballots; null before the outcome is declared
     * @param left cents that its winners leave; null before the outcome is declared
     * @param winners in the order of their selection
     * @param losers in the order of the definition
     */
    public record PartOutcome(
            String part,
            String title,
            long cents,
            PartState state,
            @Nullable PollId poll,
            @Nullable String reason,
            @Nullable Long counted,
            @Nullable Long left,
            List<Standing> winners,
            List<Standing> losers) {}

    /**
     * How a proposal came out.
     *
     * @param title official one
     * @param cents what it costs
     * @param verdict of its poll, for machines
     * @param reason the verdict in a sentence
     * @param fromRest whether the common rest pays it
     */
    public record Standing(
            ProposalId proposal, String title, long cents, OptionVerdict verdict, String reason, boolean fromRest) {}

    static PartOutcome of(
            PartView part, List<PollOption> options, Optional<OutcomeView> outcome, Optional<RestAwarded> rest) {
        return outcome.map(declared -> declared(part, options, declared, rest)).orElseGet(() -> undeclared(part));
    }

    private static PartOutcome undeclared(PartView part) {
        return new PartOutcome(
                part.part(),
                part.title(),
                part.cents(),
                part.lapsed() == null ? PartState.PENDING : PartState.LAPSED,
                part.poll(),
                part.lapsed(),
                null,
                null,
                List.of(),
                List.of());
    }

    private static PartOutcome declared(
            PartView part, List<PollOption> options, OutcomeView outcome, Optional<RestAwarded> rest) {
        Map<String, Standing> standings = new HashMap<>();
        List<Standing> losers = new ArrayList<>();
        for (int i = 0; i < options.size(); i++) {
            Standing standing = standing(options.get(i), outcome.scores().get(i), rest);
            standings.put(options.get(i).id(), standing);
            if (!outcome.outcome().selected().contains(options.get(i).id())) {
                losers.add(standing);
            }
        }
        List<Standing> winners = outcome.outcome().selected().stream()
                .flatMap(id -> Optional.ofNullable(standings.get(id)).stream())
                .toList();
        long spent = winners.stream().mapToLong(Standing::cents).sum();
        return new PartOutcome(
                part.part(),
                part.title(),
                part.cents(),
                PartState.DECLARED,
                part.poll(),
                null,
                outcome.outcome().counted(),
                Math.max(0, part.cents() - spent),
                winners,
                losers);
    }

    private static Standing standing(PollOption option, OptionVerdict verdict, Optional<RestAwarded> rest) {
        ProposalId id = new ProposalId(option.id());
        boolean awarded = rest.stream()
                .flatMap(spent -> spent.awarded().stream())
                .anyMatch(award -> award.proposal().equals(id));
        return new Standing(id, option.title(), option.cost(), verdict, VerdictWords.of(verdict, awarded), awarded);
    }
}
