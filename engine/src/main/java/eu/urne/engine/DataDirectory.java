package eu.urne.engine;

import eu.urne.engine.log.Origin;
import eu.urne.engine.log.Signer;
import eu.urne.engine.store.LogName;
import eu.urne.engine.store.LogPresence;
import eu.urne.engine.store.OwnerDatabase;
import eu.urne.engine.store.SideTables;
import eu.urne.engine.store.StoreException;
import eu.urne.engine.store.StoreSettings;
import eu.urne.engine.store.StoreUse;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The folder of an installation's node: keys, origin, files. Used by one process at a time. */
public final class DataDirectory implements AutoCloseable {

    private final Path folder;
    private final FolderLock lock;
    private final StoreUse use;
    private final KeyFiles keys;
    private final Origin origin;
    private final StoreSettings stores;

    private DataDirectory(
            Path folder, FolderLock lock, StoreUse use, KeyFiles keys, Origin origin, StoreSettings stores) {
        this.folder = folder;
        this.lock = lock;
        this.use = use;
        this.keys = keys;
        this.origin = origin;
        this.stores = stores;
    }

    /**
     * Opens the folder of an installation that keeps everything in it: see {@link #open(Path, String, StoreSettings)}.
     */
    public static DataDirectory open(Path folder, String wantedOrigin) {
        return open(folder, wantedOrigin, new StoreSettings.Sqlite());
    }

    /**
     * Opens the folder, or creates it.
     *
     * @param wantedOrigin name of the public log; empty for the one it has, or for {@code localhost/urne-<key>} in a
     *     new folder
     * @param stores where the log and the tables beside it are
     * @throws StoreException in one sentence, if it is in use, is not a folder, cannot be written, has another origin,
     *     or was used with another store, or if what is in the store is just being moved, or not whole
     */
    public static DataDirectory open(Path folder, String wantedOrigin, StoreSettings stores) {
        try {
            FolderLock lock = FolderLock.take(folder);
            StoreUse use = StoreUse.NONE;
            boolean done = false;
            try {
                StoreMark mark = new StoreMark(folder, stores);
                mark.checkKind();
                use = StoreUse.byNode(stores); // before it is looked whether the log is there: it may be about to move
                mark.check();
                LogPresence.refuseIfNotWhole(stores);
                checkWritable(folder);
                KeyFiles keys = new KeyFiles(folder.resolve("keys"));
                Origin origin = origin(folder.resolve("origin"), wantedOrigin, keys);
                done = true;
                return new DataDirectory(folder, lock, use, keys, origin, stores);
            } finally {
                if (!done) {
                    use.close();
                    lock.close();
                }
            }
        } catch (IOException e) {
            throw new StoreException("the data folder " + folder + " cannot be opened: " + e.getMessage(), e);
        }
    }

    /** Else a disk that is read-only, or a file of another user, would be found out by the first command. */
    private static void checkWritable(Path folder) throws IOException {
        try (DirectoryStream<Path> databases = Files.newDirectoryStream(folder, "*.db{,-wal,-shm}")) {
            for (Path file : databases) {
                if (!Files.isWritable(file)) {
                    throw new StoreException("the file " + file + " cannot be written by this user");
                }
            }
        }
        if (!Files.isWritable(folder)) {
            throw new StoreException("in the data folder " + folder + " this user cannot make files");
        }
    }

    private static Origin origin(Path file, String wanted, KeyFiles keys) throws IOException {
        if (!Files.exists(file)) {
            String name = wanted.isEmpty() ? "localhost/urne-" + fingerprint(keys) : wanted;
            Files.writeString(file, new Origin(name) + "\n");
        }
        Origin stored = new Origin(Files.readString(file).strip());
        if (!wanted.isEmpty() && !wanted.equals(stored.name())) {
            throw new StoreException("the data folder has the origin " + stored + ", not " + wanted);
        }
        return stored;
    }

    private static String fingerprint(KeyFiles keys) {
        return new Signer(new Origin("localhost"), keys.getOrCreate("public"))
                .verifierKey()
                .idHex();
    }

    /** The secret keys of the installation. */
    public KeyFiles keys() {
        return keys;
    }

    /** Signers of the two logs; their keys are made on first use. */
    public Map<LogName, Signer> signers() {
        return Map.of(
                LogName.PUBLIC, new Signer(origin, keys.getOrCreate("public")),
                LogName.REGISTER, new Signer(origin.register(), keys.getOrCreate("register")));
    }

    /** Where the log and the tables beside it are. */
    public StoreSettings stores() {
        return stores;
    }

    /**
     * Opens tables beside the log, where they are.
     *
     * @throws StoreException in one sentence, if they cannot be opened, are of a newer program or another installation
     */
    public OwnerDatabase open(SideTables tables) {
        return OwnerDatabase.open(stores, folder, origin, tables);
    }

    /** Says that there is a log in the store of this folder: from now on it is used with no other. */
    public void markUsed() {
        try {
            new StoreMark(folder, stores).write();
        } catch (IOException e) {
            throw new StoreException("the data folder " + folder + " cannot be written: " + e.getMessage(), e);
        }
    }

    /** A file in the folder. */
    public Path file(String name) {
        return folder.resolve(name);
    }

    @Override
    public void close() {
        use.close();
        lock.close();
    }
}
