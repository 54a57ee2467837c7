package eu.urne.audit;

/** The checks of docs/formats/evidence.md, by their numbers. */
public enum Check {
    /** The verifier key. */
    KEY(1),
    /** The checkpoint. */
    CHECKPOINT(2),
    /** Names and sizes of files. */
    FILES(3),
    /** The form of entries, their ids and streams. */
    ENTRIES(4),
    /** Keys in force and signatures. */
    SIGNATURES(5),
    /** The tree, its tiles and the history of checkpoints. */
    TREE(6),
    /** Genesis and changes of keys. */
    GENESIS(7),
    /** Polls and registers. */
    POLLS(8),
    /** Ballots. */
    BALLOTS(9),
    /** Seals of polls. */
    SEALS(10),
    /** The opening of ballots. */
    OPENING(11),
    /** The recount. */
    RECOUNT(12),
    /** Councils, draws, meetings and motions. */
    COUNCILS(13),
    /** Questionnaires and gatherings. */
    CONSULTATIONS(14);

    private final int number;

    Check(int number) {
        this.number = number;
    }

    /** Gives the number of the check on the page, 1 to 14. */
    public int number() {
        return number;
    }
}
