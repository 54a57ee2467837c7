package eu.urne.api.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import eu.urne.api.trial.TrialException;
import eu.urne.engine.store.LocalPostgres;
import eu.urne.engine.store.StoreSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.jdbc.EventTableFactory;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;

/** Databases of one PostgreSQL server of our own, with its settings as they come: it syncs to disk as usual. */
final class PostgresBench implements BenchStore {

    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final int AXON_CONNECTIONS = 32;

    private final Map<String, String> databases = new HashMap<>();
    private final Optional<Path> pgbench;

    private final LocalPostgres server;

    private PostgresBench(LocalPostgres server, Optional<Path> pgbench) {
        this.server = server;
        this.pgbench = pgbench;
    }

    /** On a server with its files below a folder; empty where there are no programs of it. */
    static Optional<BenchStore> start(Path folder) {
        return LocalPostgres.start(folder).map(server -> new PostgresBench(server, program()));
    }

    private static Optional<Path> program() {
        if (!Files.isDirectory(DEBIAN)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(DEBIAN)) {
            return versions.map(version -> version.resolve("bin/pgbench"))
                    .filter(Files::isExecutable)
                    .max(Comparator.comparing(Path::toString));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public String limitName() {
        return pgbench.isPresent() ? "pgbench" : "bare batches";
    }

    private String url(String name) {
        return databases.computeIfAbsent(name, key -> server.newDatabase());
    }

    @Override
    public StoreSettings settings(String log) {
        return new StoreSettings.Postgresql(url(log), "", "");
    }

    @Override
    public HikariDataSource axonSource(String name) {
        HikariConfig pool = BenchStore.pool(AXON_CONNECTIONS);
        pool.setJdbcUrl(url(name));
        return new HikariDataSource(pool);
    }

    @Override
    public EventTableFactory axonTables() {
        return PostgresEventTableFactory.INSTANCE;
    }

    @Override
    public double limit(int rows, int bytes, long ms) throws SQLException, IOException, InterruptedException {
        String url = url("bare-" + rows);
        String insert = "INSERT INTO bare (bytes) SELECT convert_to(repeat('x', " + bytes
                + "), 'UTF8') FROM generate_series(1, " + rows + ")";
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE bare (position BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,"
                    + " bytes BYTEA NOT NULL)");
            if (pgbench.isPresent()) {
                return rows * transactionsPerSecond(pgbench.get(), url, insert, ms);
            }
            long start = System.nanoTime();
            long done = 0;
            while (System.nanoTime() - start < ms * 1_000_000) {
                done += statement.executeUpdate(insert);
            }
            return done * 1e9 / (System.nanoTime() - start);
        }
    }

    private static double transactionsPerSecond(Path pgbench, String url, String insert, long ms)
            throws IOException, InterruptedException {
        URI address = URI.create(url.substring("jdbc:".length()));
        Path script = Files.createTempFile("urne-pgbench", ".sql");
        try {
            Files.writeString(script, insert + ";\n");
            List<String> command = new ArrayList<>(List.of(pgbench.toString(), "-n", "-M", "prepared", "-c", "1"));
            command.addAll(List.of("-T", String.valueOf(Math.max(1, ms / 1000)), "-f", script.toString()));
            command.addAll(List.of("-h", address.getHost(), "-p", String.valueOf(address.getPort())));
            command.addAll(
                    List.of("-U", parameter(address, "user"), address.getPath().substring(1)));
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("PGPASSWORD", parameter(address, "password"));
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher tps = TPS.matcher(said);
            if (process.waitFor() != 0 || !tps.find()) {
                throw new TrialException("pgbench has failed: " + said.strip());
            }
            return Double.parseDouble(tps.group(1));
        } finally {
            Files.delete(script);
        }
    }

    private static String parameter(URI address, String name) {
        String query = address.getQuery() == null ? "" : address.getQuery();
        Matcher found = Pattern.compile("(?:^|&)" + name + "=([^&]*)").matcher(query);
        return found.find() ? found.group(1) : "";
    }

    @Override
    public long bytes(String log) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(log));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT sum(pg_total_relation_size(c.oid)) FROM pg_class c"
                        + " JOIN pg_namespace n ON n.oid = c.relnamespace"
                        + " WHERE n.nspname = 'urne_log' AND c.relkind = 'r'")) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
