package eu.urne.api.trial;

import java.util.Arrays;
import java.util.List;

/** What is done to an installation while people vote. */
enum Fault {
    KILL_NODE("kill -9 of a node", false),
    RESTART_NODE("orderly restart of a node", false),
    PAUSE_NODE("pause of a node (SIGSTOP), 0.5 to 2 s", false),
    LONG_PAUSE_NODE("pause of a node (SIGSTOP), 6 to 8 s", false),
    FILL_DISK("disk full", false),
    STOP_DATABASE("orderly restart of PostgreSQL", true),
    KILL_DATABASE("kill -9 of PostgreSQL", true),
    CUT_CONNECTIONS("connections to PostgreSQL reset", true),
    UNPLUG_NODE("PostgreSQL out of reach of a node, 0.5 to 3 s", true),
    LOSE_CONNECTIONS("connections to PostgreSQL dead without a word, new ones work", true),
    STALL_CONNECTIONS("connections to PostgreSQL stalled, 0.5 to 8 s", true);

    private final String words;
    private final boolean ofDatabase;

    Fault(String words, boolean ofDatabase) {
        this.words = words;
        this.ofDatabase = ofDatabase;
    }

    /** What it is, for people. */
    String words() {
        return words;
    }

    /** Those that an installation can suffer. */
    static List<Fault> of(boolean hasServer, boolean hasSmallDisk) {
        return Arrays.stream(values())
                .filter(fault -> hasServer || !fault.ofDatabase)
                .filter(fault -> hasSmallDisk || fault != FILL_DISK)
                .toList();
    }
}
