package eu.urne.api.bench;

import com.sun.management.OperatingSystemMXBean;
import eu.urne.engine.DataDirectory;
import eu.urne.engine.Engine;
import eu.urne.engine.blob.BlobHash;
import eu.urne.engine.store.StoreSettings;
import eu.urne.projections.Views;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** The read models built anew from a log, and the queries of the public pages on what came out. */
final class ProjectionsBench {

    private static final int RUNS = 5;

    private final Path folder;
    private final StoreSettings stores;
    private final int proposals;
    private final int ballots;
    private final PrintWriter out;

    ProjectionsBench(Path folder, StoreSettings stores, int proposals, int ballots, PrintWriter out) {
        this.folder = folder;
        this.stores = stores;
        this.proposals = proposals;
        this.ballots = ballots;
        this.out = out;
    }

    void run() {
        DataDirectory data = DataDirectory.open(folder, "bench.example/log", stores);
        try (data) {
            try (Engine engine = Engine.start(data, 0, configurer -> {})) {
                GeneratedCity city = new GeneratedCity(engine);
                city.proposals(texts());
                city.ballots(ballots);
            }
            for (int run = 1; run <= RUNS; run++) {
                rebuild(data, run);
            }
        }
    }

    private List<BlobHash> texts() {
        return IntStream.range(0, proposals).mapToObj(GeneratedCity::text).toList();
    }

    private void rebuild(DataDirectory data, int run) {
        Views.delete(data);
        try (Views views = Views.open(data)) {
            OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
            long cpu = system.getProcessCpuTime();
            long start = System.nanoTime();
            try (Engine engine = Engine.start(data, 0, views::follow)) {
                double seconds = (System.nanoTime() - start) / 1e9;
                double cpuSeconds = (system.getProcessCpuTime() - cpu) / 1e9;
                long events = engine.log().reader().lastPosition();
                if (views.position() < events - 2) {
                    throw new IllegalStateException("the views are at " + views.position() + " of " + events);
                }
                out.printf(
                        "rebuild %d: %,d events in %.2f s, %,.0f a second; %.2f s of CPU, %,.0f a second of it%n",
                        run, events, seconds, events / seconds, cpuSeconds, events / cpuSeconds);
                out.flush();
                if (run == RUNS) {
                    new QueriesBench(views, proposals, out).run();
                }
            }
        }
    }
}
