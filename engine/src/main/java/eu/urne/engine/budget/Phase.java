package eu.urne.engine.budget;

import java.util.Optional;

/** The phases of a budget, in their order. */
public enum Phase {
    /** It is made known. */
    KICK_OFF,
    /** Ideas are handed in. */
    IDEAS,
    /** Departments study the proposals; the shortlists are published. */
    STUDY,
    /** The polls are open. */
    VOTE,
    /** The outcomes are declared. */
    OUTCOME,
    /** What won is built. */
    WORKS;

    /** The phase that follows; empty behind the last. */
    public Optional<Phase> next() {
        return switch (this) {
            case KICK_OFF -> Optional.of(IDEAS);
            case IDEAS -> Optional.of(STUDY);
            case STUDY -> Optional.of(VOTE);
            case VOTE -> Optional.of(OUTCOME);
            case OUTCOME -> Optional.of(WORKS);
            case WORKS -> Optional.empty();
        };
    }
}
