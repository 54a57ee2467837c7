package eu.urne.engine.store;

import java.util.Optional;

/** Names that one at a time can hold. */
interface NamedLocks {

    /** A name that is held until it is closed. */
    interface Held {
        /** Releases it. */
        void close();
    }

    /** Holds a name; waits for who holds it. */
    Held hold(String name);

    /** Holds a name; empty where somebody holds it. */
    Optional<Held> tryHold(String name);

    /** Releases what the locks need. */
    void close();
}
