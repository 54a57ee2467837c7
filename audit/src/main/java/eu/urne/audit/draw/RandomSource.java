package eu.urne.audit.draw;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.urne.audit.crypto.Sha256;
import eu.urne.audit.json.CanonicalJson;
import eu.urne.audit.json.Json;
import eu.urne.audit.json.Json.JsonObject;
import eu.urne.audit.json.Json.JsonText;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.json.Members;
import eu.urne.audit.json.StrictText;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** A source of public randomness; its value has one form for one event (docs/formats/draw.md, section 2). */
public sealed interface RandomSource {
    /** Gives its name, 1 to 200 bytes of UTF-8. */
    String name();

    /** Gives how many values it can have. */
    BigInteger possibilities();

    /**
     * Tells whether a text is one of its values.
     *
     * @param value any text
     */
    boolean accepts(String value);

    /** Gives it in words. */
    String words();

    /**
     * A round of drand.
     *
     * @param name its name
     * @param chain hash of the chain, 64 hex digits
     * @param round number of the round
     */
    record Drand(String name, String chain, long round) implements RandomSource {
        @Override
        public BigInteger possibilities() {
            return BigInteger.TWO.pow(8 * Sha256.LENGTH);
        }

        @Override
        public boolean accepts(String value) {
            return StrictText.hex(value, Sha256.LENGTH).isPresent();
        }

        @Override
        public String words() {
            return "drand, round " + round + " of the chain " + chain;
        }
    }

    /**
     * A drawing of a lottery.
     *
     * @param name its name
     * @param groups 1 to 5 groups of numbers
     */
    record Lottery(String name, List<Group> groups) implements RandomSource {
        @Override
        public BigInteger possibilities() {
            return groups.stream().map(Group::possibilities).reduce(BigInteger.ONE, BigInteger::multiply);
        }

        @Override
        public boolean accepts(String value) {
            String[] parts = value.split("\\+", -1);
            boolean good = parts.length == groups.size();
            for (int i = 0; good && i < parts.length; i++) {
                good = groups.get(i).accepts(parts[i]);
            }
            return good;
        }

        @Override
        public String words() {
            return "lottery of "
                    + String.join(
                            " and ",
                            groups.stream()
                                    .map(group -> group.count + " of " + group.least + " to " + group.most)
                                    .toList());
        }
    }

    /**
     * Different numbers of one drum.
     *
     * @param count how many are drawn
     * @param least the smallest
     * @param most the largest
     */
    record Group(int count, int least, int most) {
        BigInteger possibilities() {
            BigInteger product = BigInteger.ONE;
            for (int i = 0; i < count; i++) {
                product = product.multiply(BigInteger.valueOf(most - least + 1L - i))
                        .divide(BigInteger.valueOf(i + 1L));
            }
            return product;
        }

        boolean accepts(String value) {
            List<Long> numbers = numbers(value, least, most);
            boolean ascending = numbers.size() == count;
            for (int i = 1; ascending && i < numbers.size(); i++) {
                ascending = numbers.get(i - 1) < numbers.get(i);
            }
            return ascending;
        }
    }

    /**
     * Dice thrown one after another.
     *
     * @param name its name
     * @param dice how many
     * @param sides of each
     */
    record Dice(String name, int dice, int sides) implements RandomSource {
        @Override
        public BigInteger possibilities() {
            return BigInteger.valueOf(sides).pow(dice);
        }

        @Override
        public boolean accepts(String value) {
            return numbers(value, 1, sides).size() == dice;
        }

        @Override
        public String words() {
            return dice + " dice of " + sides + " sides";
        }
    }

    /** The numbers of a value, which are decimal and joined by one space; none if one is otherwise. */
    private static List<Long> numbers(String value, long least, long most) {
        List<Long> numbers = new ArrayList<>();
        for (String part : value.split(" ", -1)) {
            long number = StrictText.decimal(part).orElse(-1L);
            if (number < least || number > most) {
                return List.of();
            }
            numbers.add(number);
        }
        return numbers;
    }

    /**
     * Reads a source.
     *
     * @param json the source
     * @throws MalformedException if it is none
     */
    static RandomSource read(Json json) throws MalformedException {
        String kind = json instanceof JsonObject object && object.members().get("kind") instanceof JsonText(String text)
                ? text
                : "";
        return switch (kind) {
            case "DRAND" -> {
                Members source = Members.exactly(json, "source", "chain", "kind", "name", "round");
                yield new Drand(
                        name(source),
                        StrictText.hex(source.hex("chain", Sha256.LENGTH)),
                        source.integer("round", 1, CanonicalJson.MAX_INTEGER));
            }
            case "LOTTERY" -> {
                Members source = Members.exactly(json, "source", "groups", "kind", "name");
                yield new Lottery(name(source), groups(source));
            }
            case "DICE" -> {
                Members source = Members.exactly(json, "source", "dice", "kind", "name", "sides");
                yield new Dice(
                        name(source), (int) source.integer("dice", 1, 100), (int) source.integer("sides", 2, 100));
            }
            default ->
                throw new MalformedException("source has the kind '" + kind + "', which is none of this version");
        };
    }

    private static List<Group> groups(Members source) throws MalformedException {
        List<Group> groups = new ArrayList<>();
        for (Json element : source.array("groups")) {
            Members group = Members.exactly(element, "group", "count", "least", "most");
            int least = (int) group.integer("least", 0, 999);
            int most = (int) group.integer("most", least, 999);
            groups.add(new Group((int) group.integer("count", 1, Math.min(20, most - least + 1)), least, most));
        }
        if (groups.isEmpty() || groups.size() > 5) {
            throw source.wrong("groups", "is not an array of 1 to 5 groups");
        }
        return List.copyOf(groups);
    }

    private static String name(Members source) throws MalformedException {
        String name = source.text("name");
        int length = name.getBytes(UTF_8).length;
        if (length < 1 || length > 200 || name.codePoints().anyMatch(Character::isISOControl)) {
            throw source.wrong("name", "is not 1 to 200 bytes without control characters");
        }
        return name;
    }
}
