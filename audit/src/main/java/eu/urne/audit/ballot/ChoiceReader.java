package eu.urne.audit.ballot;

import eu.urne.audit.ballot.BallotKind.Approval;
import eu.urne.audit.ballot.BallotKind.Favourite;
import eu.urne.audit.ballot.BallotKind.Grades;
import eu.urne.audit.ballot.BallotKind.Knapsack;
import eu.urne.audit.ballot.BallotKind.Motion;
import eu.urne.audit.ballot.BallotKind.Points;
import eu.urne.audit.ballot.BallotKind.Ranking;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Decodes the plaintexts of one poll (docs/formats/ballot.md, section 2). */
public final class ChoiceReader {
    private static final Choice NULL = new Choice.Null();
    private static final int FORM_CHOICE = 0;
    private static final int FORM_BLANK = 1;
    private static final int HEAD_BYTES = 2;

    private final BallotKind kind;
    private final List<Long> costs;
    private final long budget;

    /**
     * Makes a reader.
     *
     * @param kind the kind of the poll's ballots
     * @param costs the cost of each option in cents, in the order of the definition
     * @param budget the budget in cents; 0 where there is none
     */
    public ChoiceReader(BallotKind kind, List<Long> costs, long budget) {
        this.kind = kind;
        this.costs = List.copyOf(costs);
        this.budget = budget;
    }

    /**
     * Decodes a plaintext.
     *
     * @param plaintext what was sealed
     * @return the choice; {@link Choice.Null} if it has another width, kind or form or is not valid
     */
    public Choice read(byte[] plaintext) {
        if (plaintext.length != kind.width(costs.size()) || plaintext[0] != kind.code()) {
            return NULL;
        }
        ByteBuffer body = ByteBuffer.wrap(plaintext, HEAD_BYTES, plaintext.length - HEAD_BYTES)
                .slice();
        return switch (plaintext[1]) {
            case FORM_CHOICE -> choice(body);
            case FORM_BLANK -> isZero(body) ? new Choice.Blank() : NULL;
            default -> NULL;
        };
    }

    private Choice choice(ByteBuffer body) {
        return switch (kind) {
            case Favourite() -> favourite(Short.toUnsignedInt(body.getShort()));
            case Approval(int max) -> approval(body, max);
            case Knapsack() -> knapsack(body);
            case Points(int maxPerOption, long maxTotal) -> points(body, maxPerOption, maxTotal);
            case Ranking(int max) -> ranking(body);
            case Grades(int grades) -> grades(body, grades);
            case Motion() -> motion(body.get());
        };
    }

    private Choice favourite(int option) {
        return option < costs.size() ? new Choice.Named(List.of(option)) : NULL;
    }

    private Choice approval(ByteBuffer body, int max) {
        List<Integer> options = bits(body);
        boolean valid = !options.isEmpty() && options.size() <= max && options.getLast() < costs.size();
        return valid ? new Choice.Named(options) : NULL;
    }

    private Choice knapsack(ByteBuffer body) {
        List<Integer> options = bits(body);
        if (options.isEmpty() || options.getLast() >= costs.size()) {
            return NULL;
        }
        long left = budget;
        for (int option : options) {
            if (costs.get(option) > left) {
                return NULL;
            }
            left -= costs.get(option);
        }
        return new Choice.Named(options);
    }

    private static Choice points(ByteBuffer body, int maxPerOption, long maxTotal) {
        List<Integer> points = new ArrayList<>();
        long total = 0;
        while (body.hasRemaining()) {
            int given = Short.toUnsignedInt(body.getShort());
            if (given > maxPerOption) {
                return NULL;
            }
            total += given;
            points.add(given);
        }
        return total >= 1 && total <= maxTotal ? new Choice.Pointed(List.copyOf(points)) : NULL;
    }

    private Choice ranking(ByteBuffer body) {
        List<Integer> options = new ArrayList<>();
        boolean ended = false;
        while (body.hasRemaining()) {
            int number = Short.toUnsignedInt(body.getShort());
            if (number == 0) {
                ended = true;
            } else if (ended || number > costs.size()) {
                return NULL;
            } else {
                options.add(number - 1);
            }
        }
        boolean valid = !options.isEmpty() && new HashSet<>(options).size() == options.size();
        return valid ? new Choice.Ranked(List.copyOf(options)) : NULL;
    }

    private static Choice grades(ByteBuffer body, int count) {
        List<Integer> grades = new ArrayList<>();
        while (body.hasRemaining()) {
            int grade = Byte.toUnsignedInt(body.get());
            if (grade >= count) {
                return NULL;
            }
            grades.add(grade);
        }
        return new Choice.Graded(List.copyOf(grades));
    }

    private static Choice motion(byte vote) {
        return vote >= 1 && vote <= 3 ? new Choice.Voted(vote) : NULL;
    }

    /** The numbers of the bits that are set: option i is bit i mod 8 (value 2^(i mod 8)) of byte i / 8. */
    private static List<Integer> bits(ByteBuffer body) {
        List<Integer> set = new ArrayList<>();
        for (int bit = 0; bit < body.limit() * Byte.SIZE; bit++) {
            if ((body.get(bit / Byte.SIZE) >> (bit % Byte.SIZE) & 1) == 1) {
                set.add(bit);
            }
        }
        return List.copyOf(set);
    }

    private static boolean isZero(ByteBuffer body) {
        while (body.hasRemaining()) {
            if (body.get() != 0) {
                return false;
            }
        }
        return true;
    }
}
