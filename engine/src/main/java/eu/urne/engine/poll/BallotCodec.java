package eu.urne.engine.poll;

import eu.urne.engine.tally.Amounts;
import eu.urne.engine.tally.Ballot;
import eu.urne.engine.tally.Indexes;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A choice as the fixed-width plaintext of a poll's ballots and back (docs/formats/ballot.md, section 2). Reading never
 * fails: whatever is not a valid choice is a null ballot.
 */
public final class BallotCodec {

    private static final int HEAD = 2;
    private static final byte CHOICE = 0;
    private static final byte BLANK = 1;

    private final BallotKind kind;
    private final List<PollOption> options;
    private final long budget;

    /** A codec for the ballots of this poll. */
    public BallotCodec(PollDefinition definition) {
        this.kind = definition.terms().limits();
        this.options = definition.options();
        this.budget = definition.terms().budgetCents();
    }

    /**
     * The plaintext of a choice.
     *
     * @throws IllegalArgumentException in one sentence, if the choice is not one that the poll allows
     */
    public byte[] encode(Ballot choice) {
        ByteBuffer out = ByteBuffer.allocate(BallotWidth.plaintext(kind, options.size()));
        out.put(kindCode());
        out.put(choice instanceof Ballot.Blank ? BLANK : CHOICE);
        switch (choice) {
            case Ballot.Blank blank -> {}
            case Ballot.Approval approval -> putApproval(approval, out);
            case Ballot.Points points -> points.options().stream().forEach(option -> putPoints(points, option, out));
            case Ballot.Ranking ranking -> ranking.options().stream().forEach(option -> putShort(out, option + 1));
            case Ballot.Grades grades -> grades.grades().stream().forEach(grade -> out.put((byte) grade));
            case Ballot.Motion motion -> out.put(stanceCode(motion.stance()));
        }
        if (!decode(out.array()).equals(Optional.of(canonical(choice)))) {
            throw new IllegalArgumentException("the choice is not one that the poll allows: " + kind);
        }
        return out.array();
    }

    /** The choice as it is read back: points in the order of the options, without those that got none. */
    private static Ballot canonical(Ballot choice) {
        if (!(choice instanceof Ballot.Points given)) {
            return choice;
        }
        int[] places = IntStream.range(0, given.options().size())
                .filter(place -> given.points().at(place) != 0)
                .boxed()
                .sorted(Comparator.comparing(given.options()::at))
                .mapToInt(Integer::intValue)
                .toArray();
        return new Ballot.Points(
                Indexes.of(Arrays.stream(places).map(given.options()::at).toArray()),
                Amounts.of(Arrays.stream(places).mapToLong(given.points()::at).toArray()));
    }

    private void putApproval(Ballot.Approval approval, ByteBuffer out) {
        if (kind instanceof BallotKind.Favourite) {
            putShort(out, approval.options().at(0));
        } else {
            approval.options().stream().forEach(option -> {
                int at = HEAD + option / 8;
                out.put(at, (byte) (out.get(at) | (1 << (option % 8))));
            });
        }
    }

    private static void putPoints(Ballot.Points points, int option, ByteBuffer out) {
        for (int i = 0; i < points.options().size(); i++) {
            if (points.options().at(i) == option) {
                out.putShort(HEAD + 2 * option, (short) points.points().at(i));
            }
        }
    }

    private static void putShort(ByteBuffer out, int value) {
        if (out.remaining() < 2 || value > 0xFFFF) {
            throw new IllegalArgumentException("the choice names too many options");
        }
        out.putShort((short) value);
    }

    /** The choice in a plaintext; empty for a null ballot. */
    public Optional<Ballot> decode(byte[] plaintext) {
        if (plaintext.length != BallotWidth.plaintext(kind, options.size()) || plaintext[0] != kindCode()) {
            return Optional.empty();
        }
        byte[] body = Arrays.copyOfRange(plaintext, HEAD, plaintext.length);
        if (plaintext[1] == BLANK) {
            return isZero(body) ? Optional.of(new Ballot.Blank()) : Optional.empty();
        }
        return plaintext[1] == CHOICE ? decodeBody(body) : Optional.empty();
    }

    private Optional<Ballot> decodeBody(byte[] body) {
        return switch (kind) {
            case BallotKind.Favourite favourite ->
                Optional.of(unsigned(body, 0))
                        .filter(option -> option < options.size())
                        .map(Ballot.Approval::of);
            case BallotKind.Approval approval ->
                approved(body).filter(chosen -> chosen.length <= approval.max()).map(Ballot.Approval::of);
            case BallotKind.Knapsack knapsack ->
                approved(body).filter(chosen -> cost(chosen) <= budget).map(Ballot.Approval::of);
            case BallotKind.Points points -> points(body, points);
            case BallotKind.Ranking ranking -> ranking(body, ranking.max());
            case BallotKind.Grades grades -> grades(body, grades.grades());
            case BallotKind.Motion motion ->
                Arrays.stream(Ballot.Stance.values())
                        .filter(stance -> stanceCode(stance) == body[0])
                        .findFirst()
                        .map(Ballot.Motion::new);
        };
    }

    private Optional<int[]> approved(byte[] body) {
        int[] chosen = new int[8 * body.length];
        int count = 0;
        for (int option = 0; option < 8 * body.length; option++) {
            if (((body[option / 8] >> (option % 8)) & 1) == 1) {
                if (option >= options.size()) {
                    return Optional.empty();
                }
                chosen[count++] = option;
            }
        }
        return count == 0 ? Optional.empty() : Optional.of(Arrays.copyOf(chosen, count));
    }

    private long cost(int[] chosen) {
        long cost = 0;
        for (int option : chosen) {
            cost += options.get(option).cost();
            if (cost > budget) {
                return cost; // stops before a sum of huge costs could overflow
            }
        }
        return cost;
    }

    private Optional<Ballot> points(byte[] body, BallotKind.Points limits) {
        List<Integer> named = new ArrayList<>();
        long total = 0;
        for (int option = 0; option < options.size(); option++) {
            int points = unsigned(body, 2 * option);
            if (points > limits.maxPerOption()) {
                return Optional.empty();
            }
            if (points > 0) {
                named.add(option);
                total += points;
            }
        }
        if (total < 1 || total > limits.maxTotal()) {
            return Optional.empty();
        }
        int[] indexes = named.stream().mapToInt(Integer::intValue).toArray();
        long[] amounts = Arrays.stream(indexes)
                .mapToLong(option -> unsigned(body, 2 * option))
                .toArray();
        return Optional.of(new Ballot.Points(Indexes.of(indexes), Amounts.of(amounts)));
    }

    private Optional<Ballot> ranking(byte[] body, int max) {
        List<Integer> ranked = new ArrayList<>();
        for (int place = 0; place < max; place++) {
            int value = unsigned(body, 2 * place);
            boolean follows = ranked.size() == place;
            if (value > options.size() || (value > 0 && (!follows || ranked.contains(value - 1)))) {
                return Optional.empty();
            }
            if (value > 0) {
                ranked.add(value - 1);
            }
        }
        return ranked.isEmpty()
                ? Optional.empty()
                : Optional.of(Ballot.Ranking.of(
                        ranked.stream().mapToInt(Integer::intValue).toArray()));
    }

    private static Optional<Ballot> grades(byte[] body, int number) {
        int[] grades = new int[body.length];
        for (int option = 0; option < body.length; option++) {
            grades[option] = Byte.toUnsignedInt(body[option]);
            if (grades[option] >= number) {
                return Optional.empty();
            }
        }
        return Optional.of(Ballot.Grades.of(grades));
    }

    private static byte stanceCode(Ballot.Stance stance) {
        return switch (stance) {
            case FOR -> 1;
            case AGAINST -> 2;
            case ABSTAIN -> 3;
        };
    }

    private byte kindCode() {
        return switch (kind) {
            case BallotKind.Favourite favourite -> 1;
            case BallotKind.Approval approval -> 2;
            case BallotKind.Knapsack knapsack -> 3;
            case BallotKind.Points points -> 4;
            case BallotKind.Ranking ranking -> 5;
            case BallotKind.Grades grades -> 6;
            case BallotKind.Motion motion -> 7;
        };
    }

    private static int unsigned(byte[] body, int at) {
        return (Byte.toUnsignedInt(body[at]) << 8) | Byte.toUnsignedInt(body[at + 1]);
    }

    private static boolean isZero(byte[] body) {
        for (byte b : body) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }
}
