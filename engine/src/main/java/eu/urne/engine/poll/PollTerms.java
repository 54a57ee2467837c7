package eu.urne.engine.poll;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import eu.urne.engine.roll.EligibilityRule;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The definition of a poll without its options (docs/formats/events.md, section 2).
 *
 * @param title as the city words it
 * @param budget null where nothing is spent
 * @param channels how one can vote: {@code card}, or {@code card} and {@code paper}
 * @param eligibility who may vote, in words
 * @param revote whether a token may vote again
 * @param suite how ballots are sealed; at present 1
 * @param order how the options are shown; null for as declared
 * @param who may vote, as a rule that is evaluated at admission; null where {@code eligibility} tells it in words only
 * @param of whose money is spent; null for a poll that belongs to no participatory budget
 * @param tieBreak {@code declared}, {@code id}, {@code cost-votes-id}, {@code lot:<seed>} or {@code report}
 */
public record PollTerms(
        PollId poll,
        String title,

        @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.EXTERNAL_PROPERTY, property = "kind")
        BallotKind limits,

        @Nullable Money budget,
        CountingRule rule,
        String tieBreak,
        String eligibility,
        List<String> channels,
        boolean revote,
        int suite,
        Trustees trustees,
        @Nullable Presentation order,
        @Nullable EligibilityRule who,
        @Nullable BudgetPart of) {

    private static final List<String> CARD = List.of(SealedBallot.CARD);
    private static final List<String> CARD_AND_PAPER = List.of(SealedBallot.CARD, PaperBallot.AUTHORISATION);

    private static final Pattern TIE_BREAK =
            Pattern.compile("declared|id|cost-votes-id|report|lot:[\\x21-\\x7e]{1,128}");

    /** Checks what can be checked without the options. */
    public PollTerms {
        if (!TIE_BREAK.matcher(tieBreak).matches()) {
            throw new IllegalArgumentException("tieBreak: \"" + tieBreak
                    + "\" must be declared, id, cost-votes-id, report or lot:<seed of 1 to 128 visible characters>");
        }
        if (!channels.equals(CARD) && !channels.equals(CARD_AND_PAPER)) {
            throw new IllegalArgumentException("channels: must be [\"card\"] or [\"card\",\"paper\"], not " + channels);
        }
        if (limits instanceof BallotKind.Knapsack && budget == null) {
            throw new IllegalArgumentException("kind: KNAPSACK needs a budget");
        }
        if (suite != 1) {
            throw new IllegalArgumentException("suite: only 1 is possible at present, not " + suite);
        }
        channels = List.copyOf(channels);
    }

    /** A poll of its own, whose options are shown as declared and whose voters are told in words. */
    public PollTerms(
            PollId poll,
            String title,
            BallotKind limits,
            @Nullable Money budget,
            CountingRule rule,
            String tieBreak,
            String eligibility,
            List<String> channels,
            boolean revote,
            int suite,
            Trustees trustees) {
        this(
                poll,
                title,
                limits,
                budget,
                rule,
                tieBreak,
                eligibility,
                channels,
                revote,
                suite,
                trustees,
                null,
                null,
                null);
    }

    /** Whether one can vote on paper. */
    public boolean hasPaper() {
        return channels.equals(CARD_AND_PAPER);
    }

    /** The money to spend in cents; 0 where there is none. */
    public long budgetCents() {
        return budget == null ? 0 : budget.cents();
    }
}
