package eu.urne.engine.moving;

import eu.urne.engine.store.Guard;
import eu.urne.engine.store.SideTables;
import eu.urne.engine.store.StoreSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * What this program keeps in an installation, as far as it matters for moving all of it.
 *
 * @param establishes what the engine's guards make of an entry
 * @param terms what they ask of it besides, from its bytes alone
 * @param sides the tables beside the log
 * @param pollKeys puts keys that are files of one node where other nodes find them
 */
public record Parts(
        Establishes establishes, Function<byte[], Guard.Terms> terms, List<SideTables> sides, PollKeys pollKeys) {

    /** Keeps a copy. */
    public Parts {
        sides = List.copyOf(sides);
    }

    /** Knows where the keys of polls are. */
    @FunctionalInterface
    public interface PollKeys {

        /**
         * Puts those that are files into the tables beside the log, from where they go with them.
         *
         * @param folder a data folder that nobody uses
         * @throws eu.urne.engine.store.StoreException in one sentence, if the key of the vault is missing
         */
        void intoTables(Path folder, StoreSettings stores);
    }
}
