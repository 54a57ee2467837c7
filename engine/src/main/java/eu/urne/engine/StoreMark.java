package eu.urne.engine;

import eu.urne.engine.store.LogPresence;
import eu.urne.engine.store.StoreException;
import eu.urne.engine.store.StoreSettings;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Says in a data folder which store its log is in. A folder that has been used has keys under which a log was signed: a
 * second log by them, in another store or an empty one, would be a second history.
 */
public final class StoreMark {

    private final Path folder;
    private final StoreSettings stores;
    private final String kind;

    /** The mark of a folder that is to be used with a store. */
    public StoreMark(Path folder, StoreSettings stores) {
        this.folder = folder;
        this.stores = stores;
        this.kind = kind(stores);
    }

    private static String kind(StoreSettings stores) {
        return switch (stores) {
            case StoreSettings.Sqlite sqlite -> "sqlite";
            case StoreSettings.Postgresql postgresql -> "postgresql";
            case StoreSettings.EventStoreDb eventStore -> "eventstoredb";
        };
    }

    /**
     * Compares the store with what the folder was used with; writes nothing.
     *
     * @throws StoreException in one sentence, if it is another one, or the log is not there any more
     * @throws IOException if the folder cannot be read
     */
    public void check() throws IOException {
        Path log = folder.resolve("log.db");
        boolean isMarked = Files.exists(file());
        String used = isMarked ? Files.readString(file()).strip() : Files.exists(log) ? "sqlite" : kind;
        if (!used.equals(kind)) {
            throw new StoreException("the data folder " + folder + " was used with urne.store=" + used + ", not " + kind
                    + ": set that; ./urne move brings it to another store");
        }
        if (isMarked && !LogPresence.isThere(stores, log)) {
            String where =
                    stores.tables().map(database -> "the database " + database).orElse("the data folder " + folder);
            throw new StoreException("the log of the data folder " + folder + " is not in " + where
                    + ": restore it, a new one would be a second history under the same key");
        }
    }

    /**
     * Whether the folder says that it is used with this store.
     *
     * @throws IOException if the folder cannot be read
     */
    public boolean isThisOne() throws IOException {
        return Files.exists(file()) && Files.readString(file()).strip().equals(kind);
    }

    /**
     * Says that the folder is used with this store from now on, whatever it said before; it is durable when the call
     * returns. For who has moved everything there.
     *
     * @throws IOException if the folder cannot be written
     */
    public void replace() throws IOException {
        Path draft = folder.resolve("store.new");
        Files.writeString(draft, kind + "\n");
        sync(draft);
        Files.move(draft, file(), StandardCopyOption.ATOMIC_MOVE);
        sync(folder);
    }

    private static void sync(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Says that the folder is used with this store from now on. */
    void write() throws IOException {
        if (!Files.exists(file())) {
            Files.writeString(file(), kind + "\n");
        }
    }

    private Path file() {
        return folder.resolve("store");
    }
}
