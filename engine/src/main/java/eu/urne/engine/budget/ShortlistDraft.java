package eu.urne.engine.budget;

import eu.urne.engine.poll.BallotKind;
import eu.urne.engine.poll.CountingRule;
import eu.urne.engine.poll.Presentation;
import eu.urne.engine.roll.EligibilityRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the staff decides about the poll of a part; all else follows from the budget and the studies.
 *
 * @param part id of the part
 * @param entries what is voted on, in the order that counts as declared
 * @param eligibility who may vote, in words
 * @param channels how one can vote
 * @param who may vote, as a rule; null where it is told in words only
 * @param order how the options are shown; null for as declared
 */
public record ShortlistDraft(
        String part,
        List<Entry> entries,
        BallotKind limits,
        CountingRule rule,
        String tieBreak,
        String eligibility,
        List<String> channels,
        boolean revote,
        @Nullable EligibilityRule who,
        @Nullable Presentation order) {

    /** Most proposals of a shortlist: their ids stand in one entry of the log. */
    public static final int MOST = 1_000;

    /** Keeps the lists as they are. */
    public ShortlistDraft {
        entries = List.copyOf(entries);
        channels = List.copyOf(channels);
    }

    /**
     * A proposal on the ballot.
     *
     * @param title official and short, one line
     */
    public record Entry(ProposalId proposal, String title) {
        /** Checks the title. */
        public Entry {
            Texts.checkTitle("proposals: the title of " + proposal, title);
        }
    }
}
