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
import java.util.Optional;

/**
 * Says in a data folder which store its log is in. A folder that has been used has keys under which a log was signed: a
 * second log by them, in another store or an empty one, would be a second history.
 */
public final class StoreMark {

    /** Before the two kinds of a move whose last part is not done. */
    private static final String MOVING = "moving ";

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
     * Compares the store with what the folder was used with, and looks for the log there; writes nothing.
     *
     * @throws StoreException in one sentence, if it is another one, or a move to it or from it is not finished, or the
     *     log is not there any more
     * @throws IOException if the folder cannot be read
     */
    public void check() throws IOException {
        checkKind();
        Path log = folder.resolve("log.db");
        if (Files.exists(file()) && !LogPresence.isThere(stores, log)) {
            String where =
                    stores.tables().map(database -> "the database " + database).orElse("the data folder " + folder);
            throw new StoreException("the log of the data folder " + folder + " is not in " + where
                    + ": restore it, a new one would be a second history under the same key");
        }
    }

    /** The same without looking into the store. */
    void checkKind() throws IOException {
        String used = marked().orElse(Files.exists(folder.resolve("log.db")) ? "sqlite" : kind);
        if (used.startsWith(MOVING)) {
            String[] kinds = used.split(" ", 3);
            throw new StoreException("a move of the data folder " + folder + " from " + kinds[1] + " to "
                    + kinds[kinds.length - 1] + " is not finished: run the same ./urne move again");
        }
        if (!used.equals(kind)) {
            throw new StoreException("the data folder " + folder + " was used with urne.store=" + used + ", not " + kind
                    + ": set that; ./urne move brings it to another store");
        }
    }

    private Optional<String> marked() throws IOException {
        return Files.exists(file()) ? Optional.of(Files.readString(file()).strip()) : Optional.empty();
    }

    /**
     * Whether the folder says that it is used with this store.
     *
     * @throws IOException if the folder cannot be read
     */
    public boolean isThisOne() throws IOException {
        return marked().equals(Optional.of(kind));
    }

    /**
     * Whether the folder says that all is in this store, and the one before is still to be put aside.
     *
     * @throws IOException if the folder cannot be read
     */
    public boolean isMovingFrom(StoreSettings before) throws IOException {
        return marked().equals(Optional.of(moving(before)));
    }

    private String moving(StoreSettings before) {
        return MOVING + kind(before) + " " + kind;
    }

    /**
     * Says that all is in this store, and the one before is still to be put aside: until {@link #replace} the folder is
     * used with neither. It is durable when the call returns.
     *
     * @throws IOException if the folder cannot be written
     */
    public void moveFrom(StoreSettings before) throws IOException {
        put(moving(before));
    }

    /**
     * Says that the folder is used with this store from now on, whatever it said before; it is durable when the call
     * returns. For who has moved everything there.
     *
     * @throws IOException if the folder cannot be written
     */
    public void replace() throws IOException {
        put(kind);
    }

    private void put(String text) throws IOException {
        Path draft = folder.resolve("store.new");
        Files.writeString(draft, text + "\n");
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
