package eu.urne.engine.store;

import eu.urne.engine.Refusal;

/** What must hold at the moment when an event gets its place in the log. */
public sealed interface Condition {

    /** The claim looked up. */
    Claim claim();

    /** The answer if the condition does not hold. */
    Refusal refusal();

    /** Whether the condition holds, given whether its claim has been made. */
    boolean holds(boolean made);

    /** The claim must have been made. */
    record Made(Claim claim, Refusal refusal) implements Condition {
        @Override
        public boolean holds(boolean made) {
            return made;
        }
    }

    /** If one claim has been made, the other must have been made too. */
    record MadeIf(Claim when, Claim claim, Refusal refusal) implements Condition {
        @Override
        public boolean holds(boolean made) {
            return made;
        }
    }

    /** The claim must not have been made. */
    record NotMade(Claim claim, Refusal refusal) implements Condition {
        @Override
        public boolean holds(boolean made) {
            return !made;
        }
    }
}
