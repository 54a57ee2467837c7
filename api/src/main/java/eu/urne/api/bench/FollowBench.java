package eu.urne.api.bench;

import com.sun.management.OperatingSystemMXBean;
import eu.urne.audit.EvidenceSource;
import eu.urne.audit.Progress;
import eu.urne.audit.mirror.Follower;
import eu.urne.audit.mirror.Look;
import eu.urne.audit.mirror.Mirror;
import eu.urne.audit.mirror.Pauses;
import eu.urne.audit.source.SiteEvidence;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** A monitor catches up with a log on a site in the same process: fetch, hash, check the form, write, prove. */
final class FollowBench {
    private static final int RUNS = 3;

    private final Path folder;
    private final int entries;
    private final PrintWriter out;

    /** Nothing here waits: a site that does not answer ends the measurement. */
    private static final class NoPauses implements Pauses {
        @Override
        public boolean pause(Duration time) {
            return false;
        }

        @Override
        public boolean ended() {
            return false;
        }
    }

    FollowBench(Path folder, int entries, PrintWriter out) {
        this.folder = folder;
        this.entries = entries;
        this.out = out;
    }

    void run() throws Exception {
        try (BenchSite site = BenchSite.start(folder.resolve("site"), entries)) {
            out.printf("%,d entries, bundles of %,d bytes%n", entries, site.bytes());
            out.printf(
                    "%-10s %10s %12s %22s %14s %16s%n",
                    "run", "seconds", "entries/s", "entries/s and core", "used heap MB", "nothing new, ms");
            for (int run = 1; run <= RUNS; run++) {
                measure(run, site.address());
            }
        }
    }

    private void measure(int run, String address) throws Exception {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        try (EvidenceSource source = SiteEvidence.open(address);
                Mirror mirror = Mirror.open(folder.resolve("mirror-" + run))) {
            Follower follower =
                    Follower.of(mirror, source, Optional.empty(), Optional.empty(), Progress.SILENT, new NoPauses());
            long cpu = system.getProcessCpuTime();
            long start = System.nanoTime();
            Look grown = follower.look();
            double seconds = (System.nanoTime() - start) / 1e9;
            double cpuSeconds = (system.getProcessCpuTime() - cpu) / 1e9;
            if (!(grown instanceof Look.Grown all) || all.arrivals().malformed() > 0) {
                throw new IllegalStateException("the log was not mirrored: " + grown);
            }
            long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
            long again = System.nanoTime();
            follower.look();
            double sameMs = (System.nanoTime() - again) / 1e6;
            out.printf(
                    "%-10d %10.2f %12.0f %22.0f %14d %16.1f%n",
                    run, seconds, entries / seconds, entries / cpuSeconds, heap, sameMs);
            out.flush();
        }
    }
}
