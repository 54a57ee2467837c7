package eu.urne.engine.pabulib;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What voters could say, as META's {@code vote_type} names it. */
public enum VoteType {
    /** A set of projects. */
    APPROVAL("approval"),
    /** Exactly one project. */
    CHOOSE_1("choose-1"),
    /** Projects, best first. */
    ORDINAL("ordinal"),
    /** Points to distribute, none negative. */
    CUMULATIVE("cumulative"),
    /** A score per project; projects not named have the {@code default_score}. */
    SCORING("scoring");

    private final String text;

    VoteType(String text) {
        this.text = text;
    }

    /** The name in the format. */
    public String text() {
        return text;
    }

    /** Whether ballots carry points. */
    public boolean hasPoints() {
        return this == CUMULATIVE || this == SCORING;
    }

    /** The type of this name, in any case. */
    public static Optional<VoteType> of(String text) {
        return Arrays.stream(values())
                .filter(type -> type.text.equals(text.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
