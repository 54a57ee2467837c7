package eu.urne.api.bench;

import eu.urne.api.trial.Node;
import eu.urne.api.trial.TrialException;
import eu.urne.api.trial.TrialPoll;
import eu.urne.api.vote.DerivedSecrets;
import eu.urne.api.vote.RestClient;
import eu.urne.engine.store.StoreSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code urne bench http}: ballots per second over HTTP, client and server on the same machine. */
@Command(
        name = "http",
        mixinStandardHelpOptions = true,
        description = "Sealed ballots per second over HTTP and their latency, client and server on this machine.")
final class HttpBench implements Callable<Integer> {

    private static final Duration START = Duration.ofMinutes(2);
    private static final int MOST_PER_SECOND = 4_000;
    private static final int WARMING_CLIENTS = 32;
    private static final List<String> SERVER = List.of("-Xmx1g");

    @Option(names = "--store", defaultValue = "all", description = "sqlite, postgresql or all (${DEFAULT-VALUE}).")
    private String store = "";

    @Option(names = "--seconds", defaultValue = "4", description = "Time per measurement (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--warm-up",
            defaultValue = "20",
            description = "Seconds before, in which the server's code is compiled (${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(names = "--clients", split = ",", description = "So many at once, one after another (1,16,64,256).")
    private List<Integer> clientCounts = LogBench.CALLERS;

    @Option(names = "--java", description = "A further option of the server's virtual machine.")
    private List<String> more = new ArrayList<>();

    @Spec
    private @Nullable CommandSpec spec;

    private final AtomicInteger next = new AtomicInteger();
    private final DerivedSecrets secrets = new DerivedSecrets(new byte[32], new byte[0]);

    /** For picocli. */
    HttpBench() {}

    /** Measures and prints tables in Markdown. */
    @Override
    public Integer call() throws Exception {
        if (warmUp < 0 || clientCounts.stream().anyMatch(count -> count < 1)) {
            throw new IllegalArgumentException("--warm-up must be 0 or more, and each of --clients 1 or more");
        }
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        BenchStore.each(store, seconds, (each, folder) -> measure(each, folder.resolve(each.name()), out));
        return 0;
    }

    private void measure(BenchStore each, Path folder, PrintWriter out) throws Exception {
        Files.createDirectories(folder);
        List<String> options = new ArrayList<>(SERVER);
        options.addAll(more);
        int ballots = (warmUp + clientCounts.size() * 3 * seconds / 2) * MOST_PER_SECOND;
        try (Node node = new Node(folder.resolve("data"), folder.resolve("err"), environment(each), options)) {
            node.start();
            URI server = node.awaitAddress(START);
            List<byte[]> requests = requests(server, ballots);
            next.set(0);
            cast(WARMING_CLIENTS, server, requests, warmUp * 1_000L);
            out.printf("%n| %s, clients | ballots %s |%n|%s%n", each.name(), Callers.HEADS, "---|".repeat(5));
            for (int clients : clientCounts) {
                cast(clients, server, requests, seconds * 500L);
                out.printf(
                        "| %d | %s |%n",
                        clients,
                        cast(clients, server, requests, seconds * 1_000L).cells());
                out.flush();
            }
            node.end();
        }
    }

    private Map<String, String> environment(BenchStore each) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "URNE_STAFF_KEYS", secrets.staffKey(0),
                "URNE_LIMITS_REQUESTS", "off",
                "URNE_LIMITS_WRITES", "off",
                "URNE_LIMITS_STAFF", "off"));
        if (each.settings("http") instanceof StoreSettings.Postgresql postgresql) {
            settings.put("URNE_STORE", "postgresql");
            settings.put("URNE_POSTGRESQL_URL", postgresql.url());
        }
        return settings;
    }

    private List<byte[]> requests(URI server, int ballots) {
        try (RestClient staff = new RestClient(server, secrets.staffKey(0))) {
            TrialPoll poll = TrialPoll.openToAll("bench", secrets, ballots, staff);
            return IntStream.range(0, ballots)
                    .parallel()
                    .mapToObj(voter -> PlainHttp.post(
                            server, poll.ballots(), poll.ballot(voter).body()))
                    .toList();
        }
    }

    private Callers.Measured cast(int clients, URI server, List<byte[]> requests, long ms) throws Exception {
        List<PlainHttp> connections = new ArrayList<>();
        try {
            return Callers.measure(clients, ms, () -> {
                PlainHttp connection = new PlainHttp(server);
                connections.add(connection);
                return () -> cast(connection, requests);
            });
        } finally {
            for (PlainHttp each : connections) {
                each.close();
            }
        }
    }

    private void cast(PlainHttp connection, List<byte[]> requests) throws IOException {
        int number = next.getAndIncrement();
        if (number >= requests.size()) {
            throw new TrialException("there are not enough ballots for a server this fast");
        }
        int status = connection.send(requests.get(number));
        if (status != 201) {
            throw new TrialException("a ballot was answered with " + status);
        }
    }
}
