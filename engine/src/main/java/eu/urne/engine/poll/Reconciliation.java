package eu.urne.engine.poll;

import eu.urne.engine.poll.PollCommand.RegisterCount;
import eu.urne.engine.poll.PollCommand.VoteCount;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The counts of a poll that must add up before it is closed (docs/formats/events.md, section 1).
 *
 * @param printed tokens issued, on cards and on paper
 * @param sheets those of them on sheets of paper
 * @param handedOut cards and sheets that persons were given
 * @param voided tokens published as void
 * @param cast tokens with a ballot
 * @param paper those of them on paper
 * @param agreed sheets that two persons entered alike
 * @param found sheets in the urn as two persons counted them; null before they did
 */
public record Reconciliation(
        long printed,
        long sheets,
        long handedOut,
        long voided,
        long cast,
        long paper,
        long agreed,
        @Nullable Long found) {

    /** Fewer ballots on paper than this may be recognised: everybody sees that they were on paper. */
    private static final int FEW = 20;

    /** The counts of a poll. */
    public static Reconciliation of(CardFacts cards, boolean hasPaper, RegisterCount register, VoteCount votes) {
        return new Reconciliation(
                cards.issued(),
                hasPaper ? cards.issuedOnPaper() : 0,
                register.handedOut(),
                cards.voided(),
                votes.tokens(),
                votes.paper(),
                votes.agreed(),
                cards.found());
    }

    /** In words, what does not add up; none if all does. */
    public List<String> differences() {
        List<String> told = new ArrayList<>();
        if (handedOut > printed) {
            told.add(handedOut + " cards are handed out, but only " + printed + " are printed");
        }
        if (voided + handedOut > printed) {
            told.add(voided + " void cards and " + handedOut + " handed out are more than the " + printed + " printed");
        }
        if (cast > handedOut) {
            told.add(cast + " tokens have voted, but only " + handedOut + " cards are handed out");
        }
        if (agreed != paper) {
            told.add(agreed + " sheets are entered alike, but " + paper + " cast");
        }
        if (sheets > 0 && found == null) {
            told.add("the sheets in the urn are not counted alike by two persons");
        }
        return told;
    }

    /** In words, what else the staff should know. */
    public List<String> remarks() {
        return paper > 0 && paper < FEW
                ? List.of(paper + " ballots on paper: fewer than " + FEW
                        + " may be recognised as those of the persons who voted on paper")
                : List.of();
    }
}
