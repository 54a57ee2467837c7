package eu.urne.api.scenario;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code urne replay} that belong to a scenario. */
public final class ScenarioOptions {

    private static final int MOST_VOTERS = 1_000_000;
    private static final int MOST_SITES = 500;

    @Option(names = "--scenario", required = true, paramLabel = "FILE.yaml", description = "Play a scenario.")
    private Path scenario = Path.of("");

    @Option(
            names = "--speed",
            paramLabel = "DAYS",
            defaultValue = "max",
            description = "Days of the scenario a second, or max (${DEFAULT-VALUE}).")
    private String speed = "max";

    @Option(names = "--voters", paramLabel = "N", description = "Cast so many ballots.")
    private @Nullable Integer voters;

    @Option(names = "--sites", paramLabel = "N", description = "So many sites; further ones are invented.")
    private @Nullable Integer sites;

    /**
     * Plays the scenario.
     *
     * @param data an empty folder, or one that does not exist
     * @param export where the evidence is written; null for nowhere
     * @throws ScenarioException with file and line, if it cannot be read or does not go as it must
     * @throws IllegalArgumentException in one sentence, if an option is wrong
     */
    public void play(Path data, @Nullable Path export, PrintWriter out) throws IOException {
        Pace pace = Pace.parse(speed);
        Scale scale = new Scale(checked("--voters", voters, MOST_VOTERS), checked("--sites", sites, MOST_SITES));
        Path file = scenario.toAbsolutePath();
        ScenarioFiles files = ScenarioFiles.in(file.getParent(), LocalDate.now(ZoneId.systemDefault()));
        Scenario read =
                ScenarioReader.read(files, file.getFileName().toString()).scaled(scale);
        checkEmpty(data);
        Stage.Played played = new Stage(data, out).play(List.of(read), pace, export);
        out.println();
        line(
                out,
                "steps",
                number(played.steps()) + ", of which " + number(played.refusals()) + " refused, as they must be");
        line(out, "ideas", number(played.ideas()));
        line(out, "ballots", number(played.ballots()));
        line(out, "time", String.format(Locale.ROOT, "%.1f s", played.millis() / 1_000.0));
        line(out, "evidence", export == null ? "not exported (--export FILE.zip)" : export.toString());
        if (export != null) {
            line(out, "verify it", "./urne audit verify " + export);
        }
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static int checked(String option, @Nullable Integer value, int most) {
        if (value == null) {
            return 0;
        }
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(option + ": must be from 1 to " + most + ", not " + value);
        }
        return value;
    }

    private static void checkEmpty(Path data) throws IOException {
        if (Files.exists(data)) {
            try (Stream<Path> files = Files.list(data)) {
                if (files.findAny().isPresent()) {
                    throw new ScenarioException("the data folder " + data
                            + " is not empty; a scenario is played into a new one, see --data");
                }
            }
        }
    }

    private static void line(PrintWriter out, String name, String value) {
        out.printf("%-18s %s%n", name, value);
    }
}
