package eu.urne.audit;

import eu.urne.audit.tally.Tie;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found about a poll. Figures are those of this verifier, not those declared.
 *
 * @param poll poll id
 * @param title what is asked, printable
 * @param state how far it has come
 * @param cards voting cards issued
 * @param handedOut voting cards handed out, as the register told at the close; null before it
 * @param cast ballots cast
 * @param superseded ballots replaced by a later one of the same token
 * @param opened figures of the opened ballots; null while they are sealed
 * @param decision the recount; null where there is none yet
 */
public record PollReport(
        String poll,
        String title,
        State state,
        long cards,
        @Nullable Long handedOut,
        long cast,
        long superseded,
        @Nullable Opened opened,
        @Nullable Decision decision) {

    /** How far a poll has come. */
    public enum State {
        /** Its events are so wrong that it was not examined further. */
        NOT_EXAMINED,
        /** Defined, not yet open. */
        DEFINED,
        /** Ballots are being cast. */
        OPEN,
        /** Closed, not yet sealed. */
        CLOSED,
        /** Sealed, its key not yet revealed. */
        SEALED,
        /** Its ballots can be opened; no outcome is declared yet. */
        KEY_REVEALED,
        /** A tie that its rule does not break: no outcome may be declared. */
        UNDECIDED,
        /** The outcome is declared. */
        DECLARED
    }

    /**
     * Figures of opened ballots.
     *
     * @param nulls ballots that are no choice
     * @param blank blank ballots
     * @param counted cast less superseded less null
     */
    public record Opened(long nulls, long blank, long counted) {}

    /**
     * The decision of the recount.
     *
     * @param winners the selected options in the order of selection
     * @param spent cents
     * @param left cents
     * @param currency three letters; null where nothing is spent
     * @param ties the ties that mattered
     */
    public record Decision(
            List<Winner> winners,
            long spent,
            long left,
            @Nullable String currency,
            List<Tie> ties) {}

    /**
     * A selected option.
     *
     * @param id its id
     * @param title its title, printable
     * @param cost cents
     * @param score its score
     */
    public record Winner(String id, String title, long cost, long score) {}
}
