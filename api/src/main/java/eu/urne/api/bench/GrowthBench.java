package eu.urne.api.bench;

import eu.urne.api.trial.Node;
import eu.urne.engine.DataDirectory;
import eu.urne.engine.Engine;
import eu.urne.engine.store.LogName;
import eu.urne.engine.store.SequencedLog;
import eu.urne.engine.store.StoreSettings;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code urne bench growth}: what a ballot, a receipt, memory, disk and a start cost as the log grows. */
@Command(
        name = "growth",
        mixinStandardHelpOptions = true,
        description = "Cost of a ballot and of a receipt, heap, disk and start-up time as the log grows.")
final class GrowthBench implements Callable<Integer> {

    private static final Duration START = Duration.ofMinutes(5);
    private static final int CALLERS = 64;
    private static final int FIRST = 10_000;
    private static final int MOST_PER_SECOND = 40_000;
    private static final List<String> SERVER = List.of("-Xmx1g");

    @Option(names = "--store", defaultValue = "all", description = "sqlite, postgresql or all (${DEFAULT-VALUE}).")
    private String store = "";

    @Option(
            names = "--entries",
            defaultValue = "1000000",
            description = "To which the log grows, from 10,000 on by tens (${DEFAULT-VALUE}).")
    private int entries;

    @Option(names = "--seconds", defaultValue = "2", description = "Time per measurement (${DEFAULT-VALUE}).")
    private int seconds;

    @Spec
    private @Nullable CommandSpec spec;

    private final AtomicInteger next = new AtomicInteger();

    /** For picocli. */
    GrowthBench() {}

    /** Measures and prints tables in Markdown. */
    @Override
    public Integer call() throws Exception {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        BenchStore.each(store, seconds, (each, folder) -> measure(each, folder, out));
        return 0;
    }

    private void measure(BenchStore each, Path folder, PrintWriter out) throws Exception {
        StoreSettings settings = each.settings("growth");
        Path data = folder.resolve("growth");
        next.set(0);
        out.printf(
                "%n| %s, entries | ballots %s | receipts %s | heap after GC |%n|%s%n",
                each.name(), Callers.HEADS, Callers.HEADS, "---|".repeat(10));
        long size;
        try (DataDirectory directory = DataDirectory.open(data, "bench.example/log", settings);
                Engine engine = Engine.start(directory, 0, axon -> {})) {
            GeneratedCity city = new GeneratedCity(engine);
            city.poll(entries + MOST_PER_SECOND * seconds * 3);
            for (int target = FIRST; target <= entries; target *= 10) {
                grow(engine.log(), city, target);
                Callers.Measured cast =
                        Callers.measure(CALLERS, seconds * 1_000L, () -> () -> city.castOne(next.getAndIncrement()));
                Callers.Measured receipts = receipts(engine.log());
                out.printf("| %,d | %s | %s | %d MB |%n", target, cast.cells(), receipts.cells(), heap());
                out.flush();
            }
            size = engine.log().reader().lastPosition();
        }
        out.printf("%n%,.0f bytes on disk an entry, at %,d entries%n", each.bytes("growth") / (double) size, size);
        start("empty log, first start", folder.resolve("empty-" + each.name()), each.settings("empty"), out);
        start("empty log, next start", folder.resolve("empty-" + each.name()), each.settings("empty"), out);
        start("%,d entries, read models to build".formatted(size), data, settings, out);
        start("%,d entries, next start".formatted(size), data, settings, out);
        BenchCommand.delete(data);
    }

    private void grow(SequencedLog log, GeneratedCity city, int target) {
        long missing = target - log.checkpoint(LogName.PUBLIC).size();
        if (missing > 0) {
            int from = next.getAndAdd((int) missing);
            city.cast(from, from + (int) missing);
        }
    }

    private Callers.Measured receipts(SequencedLog log) throws Exception {
        long size = log.checkpoint(LogName.PUBLIC).size();
        return Callers.measure(
                1,
                seconds * 500L,
                () -> () ->
                        log.receipt(LogName.PUBLIC, ThreadLocalRandom.current().nextLong(size)));
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    }

    private static void start(String what, Path data, StoreSettings settings, PrintWriter out) throws Exception {
        Map<String, String> environment = new HashMap<>();
        if (settings instanceof StoreSettings.Postgresql postgresql) {
            environment.put("URNE_STORE", "postgresql");
            environment.put("URNE_POSTGRESQL_URL", postgresql.url());
        }
        Files.createDirectories(data);
        try (Node node = new Node(data, data.resolveSibling("start.err"), environment, SERVER);
                HttpClient client = HttpClient.newHttpClient()) {
            long begin = System.nanoTime();
            node.start();
            URI health = node.awaitAddress(START).resolve("/health");
            HttpResponse<String> answer =
                    client.send(HttpRequest.newBuilder(health).build(), HttpResponse.BodyHandlers.ofString());
            double took = (System.nanoTime() - begin) / 1e9;
            out.printf("start to first answer, %s: %.2f s (%d)%n", what, took, answer.statusCode());
            out.flush();
            node.end();
        }
    }
}
