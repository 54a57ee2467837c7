package eu.urne.audit.tally;

import eu.urne.audit.ballot.Choice;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ObjLongConsumer;

/** The opened ballots of a poll, equal ones together (docs/formats/ballot.md, section 5). */
public final class BallotBox {
    private final Map<Choice, Long> choices = new LinkedHashMap<>();
    private long nulls;
    private long blanks;
    private long chosen;

    /**
     * Puts a ballot in.
     *
     * @param choice what it says
     */
    public void add(Choice choice) {
        add(choice, 1);
    }

    /**
     * Puts equal ballots in.
     *
     * @param choice what they say
     * @param voters how many they are, from 1
     */
    public void add(Choice choice, long voters) {
        switch (choice) {
            case Choice.Null() -> nulls += voters;
            case Choice.Blank() -> blanks += voters;
            case Choice.Named named -> choose(named, voters);
            case Choice.Pointed pointed -> choose(pointed, voters);
            case Choice.Ranked ranked -> choose(ranked, voters);
            case Choice.Graded graded -> choose(graded, voters);
            case Choice.Voted voted -> choose(voted, voters);
        }
    }

    private void choose(Choice choice, long voters) {
        choices.merge(choice, voters, Long::sum);
        chosen += voters;
    }

    /**
     * Puts in what is in another box of the same poll.
     *
     * @param other the other box
     */
    public void addAll(BallotBox other) {
        nulls += other.nulls;
        blanks += other.blanks;
        other.choices.forEach(this::choose);
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
        return chosen + blanks;
    }

    /** Gives the number of ballots that choose something. */
    long chosen() {
        return chosen;
    }

    /** Hands out each distinct choice with the number of its voters. */
    void forEach(ObjLongConsumer<Choice> taker) {
        choices.forEach(taker::accept);
    }
}
