package eu.urne.engine.store;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL server of one's own on this machine, for tests, benches and trials of faults; no installation is
 * run on it. Its programs are those of the machine, or those on the class path where the machine has none. It listens
 * on 127.0.0.1 only, trusts whoever comes, and syncs to disk as usual.
 */
public final class LocalPostgres implements AutoCloseable {

    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final String PACKED = "/postgres-linux-x86_64.txz";

    private final Path folder;
    private final Path programs;
    private final List<String> asOwner;
    private final int port;
    private int databases;

    private LocalPostgres(Path folder, Path programs, List<String> asOwner, int port) {
        this.folder = folder;
        this.programs = programs;
        this.asOwner = asOwner;
        this.port = port;
    }

    /**
     * Starts a server with an empty cluster; empty where neither the machine nor the class path has its programs.
     *
     * @param folder for its files; created, must be empty, and reachable for every user if this process is root
     * @throws StoreException in one sentence, if it does not start
     */
    public static Optional<LocalPostgres> start(Path folder) {
        return start(folder, DEBIAN);
    }

    /**
     * The same.
     *
     * @param installed the folder in which the machine may have programs by version
     */
    static Optional<LocalPostgres> start(Path folder, Path installed) {
        try {
            Files.createDirectories(folder);
            Optional<Path> programs = programs(folder, installed);
            if (programs.isEmpty()) {
                return Optional.empty();
            }
            LocalPostgres server = new LocalPostgres(folder, programs.get(), owner(folder), freePort());
            server.command("initdb", "-D", server.data(), "-U", "urne", "-A", "trust", "-E", "UTF8", "--locale=C");
            server.start();
            return Optional.of(server);
        } catch (IOException e) {
            throw new StoreException("PostgreSQL cannot be started in " + folder + ": " + e.getMessage(), e);
        }
    }

    private static Optional<Path> programs(Path folder, Path installed) throws IOException {
        if (Files.isDirectory(installed)) {
            try (Stream<Path> versions = Files.list(installed)) {
                Optional<Path> newest = versions.map(version -> version.resolve("bin"))
                        .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                        .max(Comparator.comparing(Path::toString));
                if (newest.isPresent()) {
                    return newest;
                }
            }
        }
        return unpacked(folder.resolve("programs"));
    }

    private static Optional<Path> unpacked(Path to) throws IOException {
        try (@Nullable InputStream packed = LocalPostgres.class.getResourceAsStream(PACKED)) {
            if (packed == null) {
                return Optional.empty();
            }
            Path archive = Files.createDirectories(to).resolve("postgres.txz");
            Files.copy(packed, archive);
            run(to, List.of("tar", "-xJf", archive.toString(), "-C", to.toString()));
            return Optional.of(to.resolve("bin"));
        }
    }

    /**
     * PostgreSQL refuses to run as root: then the folder is given to another user, and what comes first runs as her.
     */
    private static List<String> owner(Path folder) throws IOException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return List.of();
        }
        var users = folder.getFileSystem().getUserPrincipalLookupService();
        UserPrincipal nobody = users.lookupPrincipalByName("nobody");
        Files.setOwner(folder, nobody);
        return List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups");
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    /** Starts it again after {@link #stop} or {@link #kill}; returns when it takes connections. */
    public void start() {
        command(
                "pg_ctl",
                "start",
                "-w",
                "-D",
                data(),
                "-l",
                folder.resolve("postgres.log").toString(),
                "-o",
                "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=300");
    }

    /** Ends it in order: sessions are cut off, what is committed is written. */
    public void stop() {
        command("pg_ctl", "stop", "-w", "-m", "fast", "-D", data());
    }

    /** Whether it runs: it may have been ended, or have given up, for instance when its disk was full. */
    public boolean isRunning() {
        try {
            return postmaster().isPresent();
        } catch (IOException e) {
            return false; // it takes its file away when it ends
        }
    }

    private Optional<ProcessHandle> postmaster() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("data/postmaster.pid"));
        return ProcessHandle.of(Long.parseLong(lines.getFirst().trim())).filter(ProcessHandle::isAlive);
    }

    /** Ends it as a loss of power would: all its processes at once, nothing is written any more. */
    public void kill() {
        try {
            ProcessHandle main = postmaster().orElseThrow();
            List<ProcessHandle> all = new ArrayList<>(main.descendants().toList());
            all.addFirst(main);
            all.forEach(ProcessHandle::destroyForcibly);
            for (ProcessHandle each : all) {
                each.onExit().get(10, TimeUnit.SECONDS);
            }
        } catch (Exception e) {
            throw new StoreException("PostgreSQL in " + folder + " cannot be killed: " + e.getMessage(), e);
        }
    }

    /** Address of the first database, as JDBC takes it. */
    public String url() {
        return url("postgres");
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=urne";
    }

    /** Makes an empty database; its address, as JDBC takes it. */
    public synchronized String newDatabase() {
        return newDatabase(url(), "urne_" + ++databases);
    }

    /**
     * Makes an empty database on a server.
     *
     * @param server address of one of its databases, with a user who may do that
     * @param name of the new one: letters, digits, underscores
     */
    static String newDatabase(String server, String name) {
        try (Connection connection = DriverManager.getConnection(server);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new StoreException("no database can be made: " + e.getMessage(), e);
        }
        int end = server.indexOf('?') < 0 ? server.length() : server.indexOf('?');
        return server.substring(0, server.lastIndexOf('/', end) + 1) + name + server.substring(end);
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private void command(String program, String... arguments) {
        List<String> command = new ArrayList<>(asOwner);
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        try {
            run(folder, command);
        } catch (IOException e) {
            throw new StoreException("PostgreSQL in " + folder + ": " + e.getMessage(), e);
        }
    }

    private static void run(Path folder, List<String> command) throws IOException {
        Path said = Files.createTempFile("urne-postgres", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile()) // a pipe would stay open as long as the server runs
                    .start();
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", command) + ": "
                        + Files.readString(said).strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            Files.deleteIfExists(said);
        }
    }

    /** Ends it at once and deletes its files. */
    @Override
    public void close() {
        if (Files.exists(folder.resolve("data/postmaster.pid"))) {
            command("pg_ctl", "stop", "-w", "-m", "immediate", "-D", data());
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new StoreException(
                    "the files of PostgreSQL in " + folder + " cannot be deleted: " + e.getMessage(), e);
        }
    }
}
