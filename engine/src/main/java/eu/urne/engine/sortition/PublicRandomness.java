package eu.urne.engine.sortition;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import eu.urne.engine.log.CanonicalJson;
import eu.urne.engine.log.Characters;
import eu.urne.engine.poll.Hash;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A source of randomness that is named before its value exists (docs/formats/draw.md, section 2). */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PublicRandomness.Drand.class, name = "DRAND"),
    @JsonSubTypes.Type(value = PublicRandomness.Lottery.class, name = "LOTTERY"),
    @JsonSubTypes.Type(value = PublicRandomness.Dice.class, name = "DICE")
})
public sealed interface PublicRandomness {

    /** Which event it is, in words: 1 to 200 bytes. */
    String name();

    /** How many values it can have. */
    BigInteger possibilities();

    /**
     * Checks that a text is a possible value in its one form.
     *
     * @throws IllegalArgumentException in one sentence, if it is not
     */
    void check(String value);

    /**
     * A round of the network drand; its value is the round's {@code randomness}.
     *
     * @param chain hash of the chain
     * @param round from 1
     */
    record Drand(Hash chain, String name, long round) implements PublicRandomness {

        private static final int DIGITS = 64;
        private static final int BITS = 256;

        /** Checks name and round. */
        public Drand {
            checkName(name);
            Codes.within("round", round, 1, CanonicalJson.MAX_INTEGER);
        }

        @Override
        public BigInteger possibilities() {
            return BigInteger.ONE.shiftLeft(BITS);
        }

        @Override
        public void check(String value) {
            if (!Characters.areHex(value, DIGITS)) {
                throw wrong("the randomness of a drand round is 64 lower-case hex digits", value);
            }
        }
    }

    /** A drawing of a lottery; its value is {@code 3 14 22 31 47+8}: groups of ascending numbers. */
    record Lottery(List<Group> groups, String name) implements PublicRandomness {

        private static final int MOST_GROUPS = 5;
        private static final Pattern PLUS = Pattern.compile("+", Pattern.LITERAL);

        /** Checks name and groups. */
        public Lottery {
            checkName(name);
            groups = List.copyOf(groups);
            Codes.within("groups", groups.size(), 1, MOST_GROUPS);
        }

        @Override
        public BigInteger possibilities() {
            return groups.stream().map(Group::possibilities).reduce(BigInteger.ONE, BigInteger::multiply);
        }

        @Override
        public void check(String value) {
            String[] parts = PLUS.split(value, -1);
            if (parts.length != groups.size()) {
                throw wrong("it has " + groups.size() + " groups of numbers, joined by +", value);
            }
            for (int i = 0; i < parts.length; i++) {
                groups.get(i).check(parts[i], value);
            }
        }

        /**
         * Different numbers from one urn.
         *
         * @param count how many are drawn
         * @param least smallest number in the urn
         * @param most greatest number in the urn
         */
        public record Group(int count, int least, int most) {

            private static final int MOST_DRAWN = 20;
            private static final int GREATEST = 999;

            /** Checks that so many can be drawn. */
            public Group {
                Codes.within("most", most, 0, GREATEST);
                Codes.within("least", least, 0, most);
                Codes.within("count", count, 1, Math.min(MOST_DRAWN, most - least + 1));
            }

            private BigInteger possibilities() {
                BigInteger ways = BigInteger.ONE;
                for (int i = 0; i < count; i++) {
                    ways = ways.multiply(BigInteger.valueOf(most - least + 1L - i))
                            .divide(BigInteger.valueOf(i + 1L));
                }
                return ways;
            }

            private void check(String part, String value) {
                List<Integer> drawn = numbers(part, least, most, value);
                boolean ascending = true;
                for (int i = 1; i < drawn.size(); i++) {
                    ascending &= drawn.get(i - 1) < drawn.get(i);
                }
                if (drawn.size() != count || !ascending) {
                    throw wrong("a group has " + count + " different numbers in ascending order", value);
                }
            }
        }
    }

    /**
     * Dice thrown before witnesses; the value is their numbers in the order thrown: {@code 3 6 1}.
     *
     * @param dice how many, or how many throws of one
     * @param sides of each
     */
    record Dice(int dice, String name, int sides) implements PublicRandomness {

        private static final int MOST = 100;

        /** Checks name and numbers. */
        public Dice {
            checkName(name);
            Codes.within("dice", dice, 1, MOST);
            Codes.within("sides", sides, 2, MOST);
        }

        @Override
        public BigInteger possibilities() {
            return BigInteger.valueOf(sides).pow(dice);
        }

        @Override
        public void check(String value) {
            if (numbers(value, 1, sides, value).size() != dice) {
                throw wrong("there are " + dice + " dice", value);
            }
        }
    }

    /** Checks that sources have different names and possible values enough. */
    static List<PublicRandomness> checked(List<PublicRandomness> sources) {
        Codes.within("randomness", sources.size(), 1, Limits.MOST_SOURCES);
        Set<String> names = new HashSet<>();
        BigInteger possibilities = BigInteger.ONE;
        for (PublicRandomness source : sources) {
            possibilities = possibilities.multiply(source.possibilities());
            if (!names.add(source.name())) {
                throw new IllegalArgumentException("randomness: two sources have the name \"" + source.name() + "\"");
            }
        }
        if (possibilities.bitLength() <= Limits.FEWEST_BITS) {
            throw new IllegalArgumentException("randomness: the sources have only " + possibilities
                    + " possible values together; at least " + (1 << Limits.FEWEST_BITS)
                    + " are needed, so that nobody gains by choosing salts");
        }
        return List.copyOf(sources);
    }

    private static void checkName(String name) {
        int bytes = name.getBytes(StandardCharsets.UTF_8).length;
        if (bytes < 1 || bytes > Limits.LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("name: a source of randomness has a name of 1 to " + Limits.LONGEST_NAME
                    + " bytes without control characters");
        }
    }

    private static List<Integer> numbers(String text, int least, int most, String value) {
        if (text.length() > Limits.LONGEST_NUMBERS
                || !Limits.NUMBERS.matcher(text).matches()) {
            throw wrong("numbers are decimal without leading zeros, joined by one space", value);
        }
        List<Integer> numbers =
                Limits.SPACE.splitAsStream(text).map(Integer::valueOf).toList();
        if (numbers.stream().anyMatch(number -> number < least || number > most)) {
            throw wrong("numbers are from " + least + " to " + most, value);
        }
        return numbers;
    }

    private static IllegalArgumentException wrong(String rule, String value) {
        return new IllegalArgumentException("values: " + rule + ", unlike \"" + value + "\"");
    }

    /** What holds for all sources. */
    final class Limits {
        private static final int MOST_SOURCES = 5;
        private static final int FEWEST_BITS = 24;
        private static final int LONGEST_NAME = 200;
        private static final int LONGEST_NUMBERS = 400;
        private static final Pattern NUMBERS = Pattern.compile("(?:0|[1-9][0-9]{0,2})(?: (?:0|[1-9][0-9]{0,2}))*");
        private static final Pattern SPACE = Pattern.compile(" ", Pattern.LITERAL);

        private Limits() {}
    }
}
