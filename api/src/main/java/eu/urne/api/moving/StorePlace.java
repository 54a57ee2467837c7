package eu.urne.api.moving;

import eu.urne.api.settings.Setting;
import eu.urne.api.settings.Settings;
import eu.urne.engine.Engine;
import eu.urne.engine.FolderLock;
import eu.urne.engine.moving.Identity;
import eu.urne.engine.moving.SourceLog;
import eu.urne.engine.store.EventSerializer;
import eu.urne.engine.store.LogTables;
import eu.urne.engine.store.StoreException;
import eu.urne.engine.store.StoreSettings;
import eu.urne.engine.store.StoreUse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The store of a log, as a command line names it.
 *
 * @param folder the data folder that has the log or uses the database; empty where only a database was named
 */
record StorePlace(StoreSettings store, Optional<Path> folder) {

    /** How stores are named. */
    static final String FORMS =
            "sqlite:FOLDER or FOLDER, jdbc:postgresql://host:port/database, or config:FILE for the store of a file of"
                    + " settings";

    private static final String CONFIG = "config:";
    private static final String SQLITE = "sqlite:";

    /**
     * Reads a name.
     *
     * @throws IllegalArgumentException in one sentence, if it is none, or tells a password
     */
    static StorePlace parse(String text) {
        if (text.startsWith(CONFIG)) {
            return of(Settings.read(Map.of(), Map.of(), Optional.of(Path.of(text.substring(CONFIG.length())))));
        }
        if (text.startsWith("jdbc:")) {
            if (text.contains("password=")) {
                throw new IllegalArgumentException("a password on a command line can be read by every user of the"
                        + " machine: put it into ~/.pgpass, or name the store by config:FILE");
            }
            return new StorePlace(new StoreSettings.Postgresql(text, "", ""), Optional.empty());
        }
        if (text.matches("(esdb|kurrentdb)(\\+discover)?:.*")) {
            return new StorePlace(new StoreSettings.EventStoreDb(text, Optional.empty()), Optional.empty());
        }
        if (!text.startsWith(SQLITE) && text.matches("[A-Za-z+]{2,}:.*")) {
            throw new IllegalArgumentException("a store is named " + FORMS + ", not "
                    + text.substring(0, text.indexOf(':') + 1)); // what follows may have a password
        }
        Path folder = Path.of(text.startsWith(SQLITE) ? text.substring(SQLITE.length()) : text);
        return new StorePlace(new StoreSettings.Sqlite(), Optional.of(folder));
    }

    /** The store of an installation. */
    static StorePlace of(Settings settings) {
        return new StorePlace(settings.stores(), Optional.of(Path.of(settings.text(Setting.DATA))));
    }

    /**
     * Looks whether the database of an installation has its log, and not another one.
     *
     * @throws StoreException in one sentence, if it has not
     */
    void check() {
        if (store.tables().isPresent() && folder.isPresent()) {
            Identity.check(store, folder.get(), List.of());
        }
    }

    /**
     * Its log, to be read.
     *
     * @throws StoreException in one sentence, if there is none
     */
    SourceLog log(EventSerializer serializer) {
        return SourceLog.open(store, folder, Engine.terms(serializer));
    }

    /**
     * Its tables, to be written.
     *
     * @throws StoreException in one sentence, if there are none
     */
    LogTables tables() {
        return switch (store) {
            case StoreSettings.Sqlite sqlite ->
                new LogTables.File(folder.orElseThrow().resolve("log.db"));
            case StoreSettings.Postgresql postgresql -> new LogTables.Shared(postgresql);
            case StoreSettings.EventStoreDb eventStore ->
                throw new StoreException("the log in EventStoreDB, " + eventStore + ", is written by nodes only: see"
                        + " docs/backup.md");
        };
    }

    /**
     * Does something while no server uses the store.
     *
     * @throws StoreException in one sentence, if one does
     */
    <T> T alone(Supplier<T> work) {
        if (tables().isPostgresql()) {
            try (StoreUse alone = StoreUse.alone(store)) {
                T done = work.get();
                alone.check();
                return done;
            }
        }
        FolderLock lock = FolderLock.take(folder.orElseThrow());
        try {
            return work.get();
        } finally {
            lock.close();
        }
    }
}
