package eu.urne.api.trial;

import eu.urne.api.vote.RestException;
import eu.urne.engine.store.StoreException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code urne bench faults}: what docs/reliability.md is made from. */
@Command(
        name = "faults",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Damages an installation while people vote, and checks after each round that nothing",
            "is lost, doubled or different (docs/reliability.md). Ends with exit code 1 at the first",
            "finding, with the seed that repeats the choices; the files are kept then.",
        })
public final class FaultsCommand implements Callable<Integer> {

    private static final int FOUND = 1;

    @Option(
            names = "--store",
            defaultValue = "sqlite",
            description = "sqlite: one node; postgresql: two nodes (${DEFAULT-VALUE}).")
    private String store = "";

    @Option(names = "--rounds", defaultValue = "10", description = "How many (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--seed", description = "Of all choices; without it one is chosen and printed.")
    private @Nullable Long seed;

    @Option(names = "--round", description = "Repeat what was chosen for this one round, in all rounds.")
    private @Nullable Integer round;

    @Option(names = "--ballots", defaultValue = "150", description = "Cast in a round (${DEFAULT-VALUE}).")
    private int ballots;

    @Option(
            names = "--verify-every",
            defaultValue = "10",
            description = "Rounds after which evidence and read models are checked (${DEFAULT-VALUE}).")
    private int verifyEvery;

    @Spec
    private @Nullable CommandSpec spec;

    /** Runs; 0 if nothing was found. */
    @Override
    public Integer call() throws IOException {
        if (!List.of("sqlite", "postgresql").contains(store) || rounds < 1 || ballots < 1 || verifyEvery < 1) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "--store must be sqlite or postgresql, and --rounds, --ballots and --verify-every 1 or more.");
        }
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        long chosen = seed == null ? ThreadLocalRandom.current().nextLong(1_000_000) : seed;
        FaultTrial.Order order = new FaultTrial.Order(
                store.equals("postgresql"),
                chosen,
                round == null ? 0 : round,
                rounds,
                round != null,
                ballots,
                verifyEvery);
        Path folder = Files.createTempDirectory(
                "urne-faults", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        try {
            new FaultTrial(order, folder, out).run();
        } catch (TrialException | RestException | StoreException e) {
            PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
            err.println(e.getMessage());
            err.println("The files are kept in " + folder + ".");
            return FOUND;
        }
        delete(folder);
        return 0;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
