package eu.urne.engine.pabulib.internal;

/** What may be odd about a file without making it unreadable, with what a lenient reader does about it. */
enum Oddity {
    BLANK_LINE("it is skipped"),
    SPACES("they are left out"),
    DECIMAL_COMMA("it is read as a point"),
    KEY_TWICE("both say the same"),
    SEMICOLON_IN_VALUE("the value is taken whole"),
    LACKING_KEY("the count does without"),
    UNREADABLE_LIMIT("it is not checked"),
    TOO_MANY_CELLS("those without a column are not read"),
    OTHER_NUMBER("the file is counted as it is"),
    OTHER_RECOUNT("the recount counts"),
    NO_VOTER("the ballot counts"),
    EMPTY_ITEM("it is left out"),
    REPEATED_PROJECT("it counts once"),
    UNKNOWN_PROJECT("the rest of the ballot counts"),
    OUTSIDE_LIMIT("it counts all the same");

    private final String remedy;

    Oddity(String remedy) {
        this.remedy = remedy;
    }

    /** The end of a note's sentence, without a full stop. */
    String remedy() {
        return remedy;
    }
}
