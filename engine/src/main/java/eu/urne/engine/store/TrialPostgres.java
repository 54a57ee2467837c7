package eu.urne.engine.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Empty PostgreSQL databases for tests and trials: on the server that {@code URNE_TEST_POSTGRES} names (an address as
 * JDBC takes it, with a user who may make databases), else on a {@link LocalPostgres} that lasts as long as this
 * process. Safe for use by many threads.
 */
public final class TrialPostgres {

    private static final Path MEMORY = Path.of("/dev/shm");
    private static final long ROOM = 4L << 30;

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static boolean sought;
    private static @Nullable String server;

    private TrialPostgres() {}

    /** The address of a new, empty database; empty where there is no PostgreSQL, and the caller says what it skips. */
    public static Optional<String> database() {
        return server().map(address -> LocalPostgres.newDatabase(
                address, "urne_" + ProcessHandle.current().pid() + "_" + NUMBER.incrementAndGet()));
    }

    private static synchronized Optional<String> server() {
        if (!sought) {
            sought = true;
            Optional<String> named =
                    Optional.ofNullable(System.getenv("URNE_TEST_POSTGRES")).filter(address -> !address.isBlank());
            server = (named.isPresent() ? named : started()).orElse(null);
        }
        return Optional.ofNullable(server);
    }

    private static Optional<String> started() {
        try {
            Path folder = Files.createTempDirectory(
                    place(),
                    "urne-postgres",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
            Optional<LocalPostgres> started = LocalPostgres.start(folder);
            started.ifPresent(
                    running -> Runtime.getRuntime().addShutdownHook(new Thread(running::close, "postgres-end")));
            return started.map(LocalPostgres::url);
        } catch (IOException e) {
            throw new StoreException("there is no folder for PostgreSQL: " + e.getMessage(), e);
        }
    }

    /** In memory where there is room: the server syncs as usual, and to wait for a disk would cost most of the time. */
    private static Path place() throws IOException {
        boolean fits = Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() > ROOM;
        return fits ? MEMORY : Path.of(System.getProperty("java.io.tmpdir"));
    }
}
