package eu.urne.engine.tally;

import java.util.Locale;

/**
 * Which of several equal options comes first. The method is named in the definition of a poll, before anyone knows
 * whether there will be a tie.
 */
public sealed interface TieBreak {

    /** The method in its one canonical spelling; {@link #parse} reads it back. */
    String text();

    /**
     * By lot from a public seed: the option with the lowest digest comes first, where the digest of an option is
     * {@code SHA-256(seed ‖ 0x00 ‖ id)}, seed and id as UTF-8, digests compared as unsigned bytes from the first one
     * on. Anyone can repeat the draw. The seed must not be known to anyone when the ballots are cast.
     *
     * @param seed not empty, without the character U+0000
     */
    record Lot(String seed) implements TieBreak {

        /** Refuses a seed that is empty or holds the separator. */
        public Lot {
            if (seed.isEmpty() || seed.indexOf('\0') >= 0) {
                throw new IllegalArgumentException("The seed of a lot must have at least one character and no U+0000.");
            }
        }

        @Override
        public String text() {
            return "lot:" + seed;
        }
    }

    /** The methods that need nothing but the election. */
    enum Fixed implements TieBreak {
        /** The id that comes first, compared by code points (so "10" stands before "9"). */
        ID,
        /** The lowest cost, then the most ballots naming the option, then {@link #ID}. */
        COST_VOTES_ID,
        /** The order in which the options were declared. */
        DECLARED,
        /** Not at all: counting stops at the first tie that matters, and the outcome names the tied. */
        REPORT;

        @Override
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Reads what {@link #text()} wrote: {@code lot:<seed>}, {@code id}, {@code cost-votes-id}, {@code declared} or
     * {@code report}.
     *
     * @throws IllegalArgumentException if the text is none of these; the message is a sentence for people
     */
    static TieBreak parse(String text) {
        if (text.startsWith("lot:")) {
            return new Lot(text.substring("lot:".length()));
        }
        for (Fixed method : Fixed.values()) {
            if (method.text().equals(text)) {
                return method;
            }
        }
        throw new IllegalArgumentException(
                "\"" + text + "\" is no method for ties: choose lot:<seed>, id, cost-votes-id, declared or report.");
    }
}
