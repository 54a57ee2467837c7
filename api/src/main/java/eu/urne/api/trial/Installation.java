package eu.urne.api.trial;

import eu.urne.engine.store.LocalPostgres;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An installation of server processes that is there to be damaged: one node on SQLite, or two on one PostgreSQL, each
 * behind a cable of its own; on a small disk, where this process may mount one.
 */
final class Installation implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(4);
    private static final int SQLITE_DISK_MIB = 768;
    private static final int POSTGRES_DISK_MIB = 2_048;

    private final Path folder;
    private final Optional<SmallDisk> disk;
    private final @Nullable LocalPostgres postgres;
    private String database = "";
    private final List<Cable> cables = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();

    private Installation(Path folder, Optional<SmallDisk> disk, @Nullable LocalPostgres postgres) {
        this.folder = folder;
        this.disk = disk;
        this.postgres = postgres;
    }

    /**
     * Starts one, and returns when its nodes answer.
     *
     * @param folder for all its files
     * @param onPostgres two nodes on PostgreSQL, else one on SQLite
     * @param staffKey of its staff
     */
    static Installation start(Path folder, boolean onPostgres, String staffKey) throws IOException {
        Optional<SmallDisk> disk =
                SmallDisk.mount(folder.resolve("disk"), onPostgres ? POSTGRES_DISK_MIB : SQLITE_DISK_MIB);
        Path place = disk.map(SmallDisk::folder).orElse(folder);
        LocalPostgres postgres = onPostgres
                ? LocalPostgres.start(place.resolve("postgres"))
                        .orElseThrow(() -> new TrialException("there is no PostgreSQL on this machine"))
                : null;
        Installation installation = new Installation(folder, disk, postgres);
        try {
            installation.startNodes(postgres == null ? place : folder, staffKey);
            return installation;
        } catch (RuntimeException | IOException e) {
            installation.close();
            throw e;
        }
    }

    private void startNodes(Path place, String staffKey) throws IOException {
        Map<String, String> settings = new HashMap<>(Map.of(
                "URNE_STAFF_KEYS", staffKey,
                "URNE_ORIGIN", "trial.example/log",
                "URNE_LIMITS_REQUESTS", "off",
                "URNE_LIMITS_WRITES", "off",
                "URNE_LIMITS_STAFF", "off",
                "URNE_DISK_LEAST_FREE", "1MB"));
        if (postgres == null) {
            nodes.add(node(place, 1, settings));
            startAll();
            return;
        }
        database = postgres.newDatabase();
        URI server = URI.create(database.substring("jdbc:".length()));
        for (int number = 1; number <= 2; number++) {
            Cable cable = Cable.to(server.getPort());
            cables.add(cable);
            settings.put("URNE_STORE", "postgresql");
            settings.put(
                    "URNE_POSTGRESQL_URL",
                    "jdbc:postgresql://127.0.0.1:" + cable.port() + server.getPath() + "?" + server.getQuery());
            nodes.add(node(place, number, settings));
            if (number > 1) {
                copyKeys(nodes.getFirst().folder(), nodes.getLast().folder());
            }
            startAll();
        }
    }

    private Node node(Path place, int number, Map<String, String> settings) throws IOException {
        Path data = Files.createDirectories(place.resolve("node-" + number));
        return new Node(data, folder.resolve("node-" + number + ".err"), settings, quickStart());
    }

    /** Nodes start again and again here, and do not live for long. */
    private static List<String> quickStart() {
        return List.of("-Xmx400m", "-XX:TieredStopAtLevel=1", "-Xlog:disable", "-Xlog:all=error:stderr");
    }

    private void startAll() {
        for (Node node : nodes) {
            if (!node.isAlive()) {
                node.start();
                node.awaitAddress(START);
            }
        }
    }

    /** A second node is given the keys and the name of the first (docs/operations.md). */
    private static void copyKeys(Path from, Path to) throws IOException {
        Files.copy(from.resolve("origin"), to.resolve("origin"));
        Path keys = Files.createDirectories(to.resolve("keys"));
        try (Stream<Path> files = Files.list(from.resolve("keys"))) {
            for (Path file : files.toList()) {
                Files.copy(file, keys.resolve(file.getFileName()));
            }
        }
    }

    List<Node> nodes() {
        return nodes;
    }

    /** What can be done to it. */
    List<Fault> faults() {
        return Fault.of(postgres != null, disk.isPresent());
    }

    /** Does it. */
    void inject(Choice choice) throws IOException {
        Node node = nodes.get(choice.node());
        switch (choice.fault()) {
            case KILL_NODE -> node.kill();
            case RESTART_NODE -> node.end();
            case PAUSE_NODE, LONG_PAUSE_NODE -> node.pause();
            case FILL_DISK -> disk.orElseThrow().fill(choice.leftBytes());
            case STOP_DATABASE -> server().stop();
            case KILL_DATABASE -> server().kill();
            case CUT_CONNECTIONS -> cables.get(choice.node()).cut();
            case LOSE_CONNECTIONS -> cables.get(choice.node()).lose();
            case UNPLUG_NODE -> cables.get(choice.node()).unplug();
            case STALL_CONNECTIONS -> cables.get(choice.node()).stall();
        }
    }

    /** Ends it, as an operator would: what has ended by it is started again. */
    void heal(Choice choice) throws IOException {
        Node node = nodes.get(choice.node());
        switch (choice.fault()) {
            case KILL_NODE, RESTART_NODE -> node.start();
            case PAUSE_NODE, LONG_PAUSE_NODE -> node.resume();
            case FILL_DISK -> {
                disk.orElseThrow().free();
                if (postgres != null && !postgres.isRunning()) {
                    postgres.start(); // it gives up when it cannot write its log
                }
            }
            case STOP_DATABASE, KILL_DATABASE -> server().start();
            case CUT_CONNECTIONS, LOSE_CONNECTIONS -> {}
            case UNPLUG_NODE -> cables.get(choice.node()).plug();
            case STALL_CONNECTIONS -> {
                if (choice.round() % 2 == 0) {
                    cables.get(choice.node()).cut(); // what a router that was away does
                }
                cables.get(choice.node()).plug();
            }
        }
    }

    private LocalPostgres server() {
        LocalPostgres known = postgres;
        if (known == null) {
            throw new IllegalStateException("there is no server");
        }
        return known;
    }

    /** The read models that a node shows. */
    ViewsImage views(Node node) {
        return postgres == null ? ViewsImage.of(node.folder().resolve("views.db")) : ViewsImage.ofSchema(database);
    }

    /** Ends all processes; the files stay. */
    @Override
    public void close() {
        nodes.forEach(Node::close);
        cables.forEach(Cable::close);
        if (postgres != null && postgres.isRunning()) {
            postgres.stop();
        }
        disk.ifPresent(SmallDisk::close);
    }

    @Override
    public String toString() {
        return (postgres == null ? "one node on SQLite" : "two nodes on one PostgreSQL") + ", in " + folder;
    }
}
