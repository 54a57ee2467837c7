package eu.urne.engine.moving;

import eu.urne.engine.log.Signer;
import eu.urne.engine.store.Guard;
import eu.urne.engine.store.LogName;
import eu.urne.engine.store.LogTables;
import eu.urne.engine.store.OneLine;
import eu.urne.engine.store.StoreException;
import eu.urne.engine.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The log of an installation, to be read as a whole: its tables, or of an EventStoreDB server what is sealed there,
 * derived from the server's order into a file that is deleted when this is closed.
 */
public final class SourceLog implements AutoCloseable {

    private final LogTables tables;
    private final Optional<Path> temporary;

    private SourceLog(LogTables tables, Optional<Path> temporary) {
        this.tables = tables;
        this.temporary = temporary;
    }

    /**
     * Opens it; nothing is written to the store.
     *
     * @param folder the data folder, which has the keys; empty where it is not known, which tables do not need
     * @param terms what the guards ask of an entry, from its bytes alone
     * @throws StoreException in one sentence, if there is no log, or an EventStoreDB server's seals do not match it
     */
    public static SourceLog open(StoreSettings stores, Optional<Path> folder, Function<byte[], Guard.Terms> terms) {
        return switch (stores) {
            case StoreSettings.Sqlite sqlite -> {
                Path file = folder.orElseThrow().resolve(Backup.LOG);
                if (!Files.exists(file)) {
                    throw new StoreException("there is no log in " + folder.get());
                }
                yield new SourceLog(new LogTables.File(file), Optional.empty());
            }
            case StoreSettings.Postgresql database -> new SourceLog(new LogTables.Shared(database), Optional.empty());
            case StoreSettings.EventStoreDb server -> derived(server, folder, terms);
        };
    }

    private static SourceLog derived(
            StoreSettings.EventStoreDb server, Optional<Path> folder, Function<byte[], Guard.Terms> terms) {
        Map<LogName, Signer> signers =
                folder.map(each -> new NodeFolder(each).signers()).orElse(Map.of());
        if (signers.size() < LogName.values().length) {
            throw new StoreException(
                    "a log in EventStoreDB is read with the keys of a data folder: name it by a file of"
                            + " settings, config:FILE");
        }
        try {
            Path temporary = Files.createTempDirectory("urne-derived");
            try {
                LogTables tables = LogTables.derived(server, temporary.resolve("derived.db"), signers, terms);
                return new SourceLog(tables, Optional.of(temporary));
            } catch (RuntimeException e) {
                OwnerFiles.delete(temporary);
                throw e;
            }
        } catch (IOException e) {
            throw noRoom(e);
        }
    }

    private static StoreException noRoom(IOException e) {
        return new StoreException("the log cannot be put into the folder of temporary files: " + OneLine.of(e), e);
    }

    /** Its tables. */
    public LogTables tables() {
        return tables;
    }

    @Override
    public void close() {
        if (temporary.isPresent()) {
            try {
                OwnerFiles.delete(temporary.get());
            } catch (IOException e) {
                throw noRoom(e);
            }
        }
    }
}
