package eu.urne.api.replay;

import eu.urne.api.Server;
import eu.urne.api.ServerSettings;
import eu.urne.api.scenario.ScenarioOptions;
import eu.urne.api.vote.RestClient;
import eu.urne.engine.KeyFiles;
import eu.urne.engine.pabulib.PbException;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code urne replay}: a real election from its published file to a verified outcome, or a year of a budget. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Runs a real election (.pb file), or a year of a budget (scenario), through the engine over REST.",
        footer = {
            "",
            "The poll is defined, cards are issued and handed out, every voter's ballot is",
            "sealed and signed as a tablet would and cast, many at once; then the poll is",
            "closed, opened, counted by the rule of the file, and its outcome declared.",
            "A replay that was interrupted goes on when it is run again on the same folder.",
            "",
            "A scenario (docs/scenarios.md) is played day by day on a clock of its own, into an",
            "empty folder: ideas, studies, shortlist, register, cards, votes, outcome, works.",
            "Steps that must be refused are refused, or the replay ends there.",
            "",
            "Examples:",
            "  urne replay Warszawa_2022_Ochota.pb --data run/ochota --export run/ochota.zip",
            "  urne replay --scenario docs/examples/children-2026.yaml --data run/2026",
            "  urne replay --scenario docs/examples/children-2026.yaml --voters 20000 --sites 40",
            "  urne audit verify run/ochota.zip",
            "",
            "Exit code: 0 if it was played to its end, 2 with one sentence if not.",
        })
public final class ReplayCommand implements Callable<Integer> {

    @ArgGroup(multiplicity = "1")
    private Played played = new Played();

    private static final class Played {
        @Parameters(paramLabel = "FILE.pb", description = "The election.")
        private @Nullable Path file;

        @ArgGroup(exclusive = false)
        private @Nullable ScenarioOptions scenario;
    }

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "Data folder (${DEFAULT-VALUE}).")
    private Path data = Path.of("data");

    @Option(names = "--export", paramLabel = "FILE.zip", description = "Write the evidence here.")
    private @Nullable Path export;

    @Spec
    private @Nullable CommandSpec spec;

    /** Replays; see the class for the exit code. */
    @Override
    public Integer call() throws IOException, PbException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (played.scenario != null) {
            played.scenario.play(data, export, out);
        } else {
            ReplayedPoll poll = ReplayedPoll.of(Objects.requireNonNull(played.file));
            poll.file().notes().forEach(note -> out.println("note: " + note));
            replay(poll).print(out, export);
        }
        out.flush();
        return 0;
    }

    private ReplayReport replay(ReplayedPoll poll) throws IOException {
        Files.createDirectories(data);
        ReplaySecrets secrets = new ReplaySecrets(new KeyFiles(data.resolve("keys")), poll);
        ServerSettings settings =
                new ServerSettings(data, "127.0.0.1", 0, "", false, Optional.empty(), List.of(secrets.staffKey()));
        try (Server server = Server.start(settings);
                RestClient rest = new RestClient(URI.create("http://127.0.0.1:" + server.port()), secrets.staffKey());
                Progress progress = new Progress()) {
            Replay.Result result = new Replay(rest, poll, secrets, progress).run();
            if (export != null) {
                rest.download("/api/evidence.zip", export);
            }
            return new ReplayReport(poll, result);
        }
    }
}
