package eu.urne.engine.poll;

import eu.urne.engine.poll.PaperEvent.PaperBallotAgreed;
import eu.urne.engine.poll.PaperEvent.PaperBallotDisputed;
import eu.urne.engine.poll.PaperEvent.PaperBallotEntered;

/** The states of a token; one of a card is untouched until it is cast. */
public sealed interface PaperSheet {

    /** Nothing yet. */
    record Untouched() implements PaperSheet {}

    /**
     * Entered by one person, and waits for another one.
     *
     * @param commitment id of the ballot as that person made it
     */
    record Entered(String by, Hash commitment) implements PaperSheet {}

    /** Two persons entered it differently; both have to enter it anew. */
    record Disputed() implements PaperSheet {}

    /**
     * Two persons entered it alike; its ballot can be cast.
     *
     * @param commitment id of that ballot
     */
    record Agreed(Hash commitment) implements PaperSheet {}

    /** Its ballot is in. */
    record Cast() implements PaperSheet {}

    /** The state after an event. */
    default PaperSheet after(BallotEvent event) {
        return switch (event) {
            case PaperBallotEntered entered -> new Entered(entered.by(), entered.commitment());
            case PaperBallotDisputed disputed -> new Disputed();
            case PaperBallotAgreed agreed -> new Agreed(agreed.commitment());
            case BallotCast cast -> new Cast();
        };
    }
}
