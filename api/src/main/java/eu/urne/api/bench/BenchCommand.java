package eu.urne.api.bench;

import eu.urne.api.trial.FaultsCommand;
import eu.urne.engine.pabulib.PbException;
import eu.urne.engine.store.StoreSettings;
import eu.urne.engine.store.TrialPostgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code urne bench}: what docs/performance.md is made from. */
@Command(
        name = "bench",
        description = "Measures speed. Figures are only comparable within one run.",
        mixinStandardHelpOptions = true,
        subcommands = {FaultsCommand.class, HttpBench.class, GrowthBench.class})
public final class BenchCommand {

    @Spec
    private CommandSpec spec;

    /** {@code urne bench log}. */
    @Command(
            name = "log",
            description =
                    "Durable signed appends per second and their latency, beside Axon's own engine and bare inserts.")
    int log(
            @Option(
                            names = "--store",
                            defaultValue = "all",
                            description = "sqlite, postgresql or all (${DEFAULT-VALUE}).")
                    String store,
            @Option(names = "--seconds", defaultValue = "3", description = "Time per measurement (${DEFAULT-VALUE}).")
                    int seconds)
            throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        BenchStore.each(store, seconds, (each, folder) -> new LogBench(folder, seconds * 1000L, out).measure(each));
        return 0;
    }

    /** {@code urne bench verify}. */
    @Command(
            name = "verify",
            description =
                    "Full verification of sealed ballots by the audit module, beside belenios-tool where installed.")
    int verify(
            @Option(
                            names = "--ballots",
                            defaultValue = "10000",
                            description = "Ballots in the evidence (${DEFAULT-VALUE}).")
                    int ballots)
            throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        Path folder = Files.createTempDirectory("urne-bench");
        try {
            new VerifyBench(folder, ballots, out).run();
        } finally {
            delete(folder);
        }
        return 0;
    }

    /** {@code urne bench follow}. */
    @Command(
            name = "follow",
            description = "A monitor catching up with a log on a site in the same process: entries a second.")
    int follow(
            @Option(
                            names = "--entries",
                            defaultValue = "1000000",
                            description = "Entries of the log (${DEFAULT-VALUE}).")
                    int entries)
            throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        Path folder = Files.createTempDirectory("urne-bench");
        try {
            new FollowBench(folder, entries, out).run();
        } finally {
            delete(folder);
        }
        return 0;
    }

    /** {@code urne bench projections}. */
    @Command(
            name = "projections",
            description = "The read models built anew from a log: events a second; and the time of public queries.")
    int projections(
            @Option(
                            names = "--proposals",
                            defaultValue = "100000",
                            description = "Proposals in one budget (${DEFAULT-VALUE}).")
                    int proposals,
            @Option(
                            names = "--ballots",
                            defaultValue = "200000",
                            description = "Ballots in one poll (${DEFAULT-VALUE}).")
                    int ballots,
            @Option(names = "--postgresql", description = "Log and read models in PostgreSQL, not in files.")
                    boolean postgresql)
            throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        Path folder = Files.createTempDirectory("urne-bench");
        try {
            new ProjectionsBench(folder, stores(postgresql), proposals, ballots, out).run();
        } finally {
            delete(folder);
        }
        return 0;
    }

    private StoreSettings stores(boolean postgresql) {
        if (!postgresql) {
            return new StoreSettings.Sqlite();
        }
        String none = "there is no PostgreSQL: install it, or name one that may make databases in URNE_TEST_POSTGRES";
        String url = TrialPostgres.database().orElseThrow(() -> new ParameterException(spec.commandLine(), none));
        return new StoreSettings.Postgresql(url, "", "");
    }

    /** {@code urne bench draw}. */
    @Command(
            name = "draw",
            description = "Draws of council members: 280 of 600 by strata, and 75 of 500 by overlapping quotas.")
    int draw(
            @Option(
                            names = "--tickets",
                            defaultValue = "1000",
                            description = "Tickets of the list of panels (${DEFAULT-VALUE}).")
                    int tickets,
            @Option(names = "--tries", defaultValue = "3", description = "Timed runs of each (${DEFAULT-VALUE}).")
                    int tries) {
        new DrawBench(tries, spec.commandLine().getOut()).run(tickets);
        return 0;
    }

    /** {@code urne bench tally}. */
    @Command(
            name = "tally",
            description = {
                "Time and memory of reading .pb files and of each rule that fits their ballots.",
                "For a folder: its ten largest files, then generated elections that grow with voters and projects.",
                "Peak heap is the highest use of the heap during the first run, garbage included, beyond what was"
                        + " in use before: an upper bound of what is needed.",
            })
    int tally(
            @Parameters(arity = "1..*", paramLabel = "FILE.pb|DIR") List<Path> paths,
            @Option(
                            names = "--tries",
                            defaultValue = "5",
                            description = "Timed runs of each measurement, fewer if they take more than 20 s"
                                    + " (${DEFAULT-VALUE}).")
                    int tries)
            throws Exception {
        if (tries < 1) {
            throw new ParameterException(spec.commandLine(), "--tries must be 1 or more.");
        }
        TallyBench bench =
                new TallyBench(System::nanoTime, tries, spec.commandLine().getOut());
        Path folder = Files.createTempDirectory("urne-bench");
        try {
            bench.begin();
            for (Path path : paths) {
                for (Path file : Files.isDirectory(path) ? TallyBench.largest(path) : List.of(path)) {
                    bench.measure(file);
                }
            }
            if (paths.stream().anyMatch(Files::isDirectory)) {
                bench.measureGenerated(folder);
            }
        } catch (PbException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return 2;
        } finally {
            delete(folder);
        }
        return 0;
    }

    /** A new folder that the user of a database can reach as well. */
    static Path folder() throws IOException {
        return Files.createTempDirectory(
                "urne-bench", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    }

    /** Deletes a folder with all that is in it. */
    static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
