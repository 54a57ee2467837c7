package eu.urne.engine.moving;

import eu.urne.engine.DataDirectory;
import eu.urne.engine.log.Origin;
import eu.urne.engine.store.LogName;
import eu.urne.engine.store.ReplacedLog;
import eu.urne.engine.store.SequencedLog;
import eu.urne.engine.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Begins a new log where the old one must not go on: with a name and keys of its own, and a genesis that names the old
 * log and its last known checkpoint. What the old log names stays beside it, for whoever verifies or opens its polls;
 * only its signing keys do not, so that nothing can be added to it.
 */
final class NewOrigin {

    /** Folder with the old installation. */
    static final String OLD = "replaced";

    /** What the new installation goes on using: users of the desk, staff keys, settings. */
    private static final String GOES_ON = "desk\\.db|staff-keys|.*\\.yaml";

    private static final List<String> SIGNING = List.of("public.key", "register.key");

    private NewOrigin() {}

    /**
     * Turns an unpacked backup into a new installation.
     *
     * @param last the last known checkpoint of each old log
     */
    static void replace(Path work, Origin origin, Map<LogName, String> last, long nowMs) throws IOException {
        Origin old =
                new Origin(Files.readString(work.resolve(NodeFolder.ORIGIN)).strip());
        if (origin.equals(old) || origin.name().endsWith("/register")) {
            throw new StoreException("the new origin must be another name than " + old + ", not ending in /register");
        }
        setAside(work);
        try (DataDirectory data = DataDirectory.open(work, origin.name())) {
            Map<LogName, ReplacedLog> replaces = Map.of(
                    LogName.PUBLIC, new ReplacedLog(old, text(last, LogName.PUBLIC)),
                    LogName.REGISTER, new ReplacedLog(old.register(), text(last, LogName.REGISTER)));
            SequencedLog.create(work.resolve(Backup.LOG), data.signers(), nowMs, replaces)
                    .close();
        }
        Files.deleteIfExists(work.resolve("lock"));
    }

    private static String text(Map<LogName, String> last, LogName log) {
        return last.getOrDefault(log, "");
    }

    private static void setAside(Path work) throws IOException {
        Path aside = work.resolve(OLD);
        OwnerFiles.makeFolder(aside);
        try (Stream<Path> all = Files.list(work)) {
            for (Path path : all.toList()) {
                String name = path.getFileName().toString();
                if (!name.equals(OLD) && !name.matches(GOES_ON)) {
                    Files.move(path, aside.resolve(name));
                }
            }
        }
        for (String key : SIGNING) {
            Files.deleteIfExists(aside.resolve(Backup.KEYS).resolve(key));
        }
    }
}
