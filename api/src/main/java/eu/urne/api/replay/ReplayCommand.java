package eu.urne.api.replay;

import eu.urne.api.CannotStartException;
import eu.urne.api.Server;
import eu.urne.api.ServerSettings;
import eu.urne.api.vote.RestClient;
import eu.urne.api.vote.RestException;
import eu.urne.engine.KeyFiles;
import eu.urne.engine.pabulib.PbException;
import eu.urne.engine.store.StoreException;
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
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code urne replay}: a real election from its published file to a verified outcome. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Runs a real election (.pb file) through the engine over REST, from definition to outcome.",
        footer = {
            "",
            "The poll is defined, cards are issued and handed out, every voter's ballot is",
            "sealed and signed as a tablet would and cast, many at once; then the poll is",
            "closed, opened, counted by the rule of the file, and its outcome declared.",
            "A replay that was interrupted goes on when it is run again on the same folder.",
            "",
            "Example:",
            "  urne replay Warszawa_2022_Ochota.pb --data run/ochota --export run/ochota.zip",
            "  urne audit verify run/ochota.zip",
            "",
            "Exit code: 0 if the outcome was declared, 2 with one sentence if not.",
        })
public final class ReplayCommand implements Callable<Integer> {

    private static final int FAILED = 2;

    @Parameters(paramLabel = "FILE.pb", description = "The election.")
    private Path file = Path.of("");

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
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        try {
            ReplayedPoll poll = ReplayedPoll.of(file);
            poll.file().notes().forEach(note -> out.println("note: " + note));
            replay(poll).print(out, export);
            out.flush();
            return 0;
        } catch (PbException
                | ReplayException
                | RestException
                | StoreException
                | CannotStartException
                | IllegalArgumentException
                | IOException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return FAILED;
        }
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
