package eu.urne.api.vote;

import eu.urne.engine.poll.BallotKind;
import eu.urne.engine.poll.PollDefinition;
import eu.urne.engine.poll.PollOption;
import eu.urne.engine.tally.Amounts;
import eu.urne.engine.tally.Ballot;
import eu.urne.engine.tally.Ballot.Stance;
import eu.urne.engine.tally.Indexes;
import java.util.Arrays;
import java.util.List;

/** A choice as it is typed: ids, {@code id=points} or {@code id=grade}, or what is said to a motion. */
public final class ChoiceText {

    private final List<String> ids;
    private final BallotKind kind;

    /** Choices of a poll. */
    public ChoiceText(PollDefinition definition) {
        this.ids = definition.options().stream().map(PollOption::id).toList();
        this.kind = definition.terms().limits();
    }

    /**
     * The choice.
     *
     * @param typed options in the order typed; none for a blank ballot
     * @throws IllegalArgumentException in one sentence, naming what is wrong
     */
    public Ballot choice(List<String> typed) {
        if (typed.isEmpty()) {
            return new Ballot.Blank();
        }
        return switch (kind) {
            case BallotKind.Points points -> points(typed);
            case BallotKind.Ranking ranking -> Ballot.Ranking.of(options(typed));
            case BallotKind.Favourite favourite -> Ballot.Approval.of(options(typed));
            case BallotKind.Approval approval -> Ballot.Approval.of(options(typed));
            case BallotKind.Knapsack knapsack -> Ballot.Approval.of(options(typed));
            case BallotKind.Grades grades -> grades(typed, grades.grades());
            case BallotKind.Motion motion -> new Ballot.Motion(stance(typed));
        };
    }

    private Ballot points(List<String> typed) {
        int[] options = options(namesOf(typed));
        long[] points = typed.stream().mapToLong(ChoiceText::pointsOf).toArray();
        return new Ballot.Points(Indexes.of(options), Amounts.of(points));
    }

    private static long pointsOf(String pair) {
        String[] parts = pair.split("=", 2);
        if (parts.length != 2 || !parts[1].matches("[1-9][0-9]{0,5}")) {
            throw new IllegalArgumentException("--choose: \"" + pair + "\" must be of the form id=points");
        }
        return Long.parseLong(parts[1]);
    }

    /** Every option has a grade: who says nothing of one has not looked at it, and must be asked. */
    private Ballot grades(List<String> typed, int number) {
        int[] options = options(namesOf(typed));
        int[] grades = new int[ids.size()];
        Arrays.fill(grades, -1);
        for (int i = 0; i < options.length; i++) {
            grades[options[i]] = gradeOf(typed.get(i), number);
        }
        for (int option = 0; option < grades.length; option++) {
            if (grades[option] < 0) {
                throw new IllegalArgumentException("--choose: \"" + ids.get(option) + "\" has no grade");
            }
        }
        return Ballot.Grades.of(grades);
    }

    private static int gradeOf(String pair, int number) {
        String[] parts = pair.split("=", 2);
        if (parts.length != 2 || !parts[1].matches("0|[1-9][0-9]?") || Integer.parseInt(parts[1]) >= number) {
            throw new IllegalArgumentException(
                    "--choose: \"" + pair + "\" must be of the form id=grade, from 0, the worst, to " + (number - 1));
        }
        return Integer.parseInt(parts[1]);
    }

    private static Stance stance(List<String> typed) {
        return switch (String.join(",", typed)) {
            case "for" -> Stance.FOR;
            case "against" -> Stance.AGAINST;
            case "abstain" -> Stance.ABSTAIN;
            default -> throw new IllegalArgumentException("--choose: must be for, against or abstain");
        };
    }

    private static List<String> namesOf(List<String> pairs) {
        return pairs.stream().map(pair -> pair.split("=", 2)[0]).toList();
    }

    private int[] options(List<String> typed) {
        int[] options = typed.stream().mapToInt(ids::indexOf).toArray();
        for (int i = 0; i < options.length; i++) {
            if (options[i] < 0) {
                throw new IllegalArgumentException(
                        "--choose: there is no option \"" + typed.get(i) + "\"; the options are " + ids);
            }
        }
        if (Arrays.stream(options).distinct().count() != options.length) {
            throw new IllegalArgumentException("--choose: an option stands twice");
        }
        return options;
    }
}
