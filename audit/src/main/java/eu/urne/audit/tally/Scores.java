package eu.urne.audit.tally;

import eu.urne.audit.ballot.BallotKind;
import eu.urne.audit.ballot.Choice;
import java.util.List;
import java.util.stream.LongStream;

/** The figures of opened ballots (docs/formats/events.md, section 3; ballot.md, section 5). */
public final class Scores {
    private final BallotKind kind;
    private final long[] scores;
    private final long[] votes;
    private long nulls;
    private long blanks;
    private long choices;

    /**
     * Starts at zero.
     *
     * @param kind the kind of the poll's ballots
     * @param options number of options
     */
    public Scores(BallotKind kind, int options) {
        this.kind = kind;
        this.scores = new long[options];
        this.votes = new long[options];
    }

    /**
     * Counts a ballot.
     *
     * @param choice what it says
     */
    public void add(Choice choice) {
        switch (choice) {
            case Choice.Null() -> nulls++;
            case Choice.Blank() -> blanks++;
            case Choice.Named(List<Integer> options) -> options.forEach(option -> add(option, 1));
            case Choice.Pointed(List<Integer> points) -> {
                for (int option = 0; option < scores.length; option++) {
                    if (points.get(option) > 0) {
                        add(option, points.get(option));
                    }
                }
            }
            case Choice.Ranked(List<Integer> options) -> addRanking(options);
            case Choice.Graded graded -> {}
            case Choice.Voted vote -> {}
        }
        if (!(choice instanceof Choice.Null || choice instanceof Choice.Blank)) {
            choices++;
        }
    }

    private void add(int option, long score) {
        scores[option] += score;
        votes[option]++;
    }

    private void addRanking(List<Integer> options) {
        if (kind instanceof BallotKind.Ranking(int max)) {
            for (int position = 0; position < options.size(); position++) {
                add(options.get(position), max - position);
            }
        }
    }

    /**
     * Adds the figures of other ballots of the same poll.
     *
     * @param others figures of the same number of options
     */
    public void add(Scores others) {
        for (int option = 0; option < scores.length; option++) {
            scores[option] += others.scores[option];
            votes[option] += others.votes[option];
        }
        nulls += others.nulls;
        blanks += others.blanks;
        choices += others.choices;
    }

    /** Gives the number of null ballots. */
    public long nulls() {
        return nulls;
    }

    /** Gives the number of blank ballots. */
    public long blanks() {
        return blanks;
    }

    /** Gives the number of ballots that count: choices and blanks. */
    public long counted() {
        return choices + blanks;
    }

    /** Gives the score of each option, in the order of the definition. */
    public List<Long> scores() {
        return LongStream.of(scores).boxed().toList();
    }

    /** Gives the number of ballots that name each option, in the order of the definition. */
    public List<Long> votes() {
        return LongStream.of(votes).boxed().toList();
    }
}
