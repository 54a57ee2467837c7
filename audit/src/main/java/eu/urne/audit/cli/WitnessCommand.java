package eu.urne.audit.cli;

import eu.urne.audit.UnreadableEvidenceException;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.note.VerifierKey;
import eu.urne.audit.witness.Witness;
import eu.urne.audit.witness.WitnessServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code urne witness}: cosigns the checkpoints of logs that only grow (docs/formats/witness.md). */
@Command(
        name = "witness",
        header = "Runs a witness: cosigns checkpoints of logs that only ever grow (c2sp.org/tlog-witness).",
        description = {
            "",
            "A witness is run by somebody else than the log: a partner city, a university, an association. It keeps "
                    + "the latest checkpoint of each log and cosigns a newer one only if the log proves that it begins "
                    + "with the older one. Keep its folder: a witness that forgets would let a log take entries back.",
            ""
        },
        footer = {
            "",
            "Until SIGTERM or SIGINT. What a log has signed and could not prove is told in one line on standard error "
                    + "and kept in the folder.",
            "Exit code 2 if it cannot start, with one sentence.",
            "",
            "Example:",
            "  urne witness --data witness --log vote.example.org+1a2b3c4d+AZ... --port 8090"
        })
final class WitnessCommand implements Callable<Integer> {
    private static final int MAX_PORT = 65_535;

    @Option(names = "--data", paramLabel = "DIR", description = "Its folder (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("witness");

    @Option(
            names = "--log",
            paramLabel = "VKEY",
            required = true,
            description = "Verifier key of a log to be witnessed; may be given several times.")
    private List<String> logs = List.of();

    @Option(names = "--name", paramLabel = "NAME", description = "Its name, unique in the world; chosen once.")
    private @Nullable String name;

    @Option(names = "--address", paramLabel = "ADDRESS", description = "Address (default: ${DEFAULT-VALUE}).")
    private String address = "127.0.0.1";

    @Option(names = "--port", paramLabel = "PORT", description = "Port (default: ${DEFAULT-VALUE}); 0 for any.")
    private int port = 8090;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws UnreadableEvidenceException, IOException, InterruptedException {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the specification before it calls");
        }
        if (port < 0 || port > MAX_PORT) {
            throw new UnreadableEvidenceException("the port must be from 0 to " + MAX_PORT + ", not " + port);
        }
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try (Witness witness = Witness.open(data, name, keys(), InstantSource.system());
                WitnessServer server = WitnessServer.start(witness, new InetSocketAddress(address, port), event -> {
                    err.println("refused: " + event);
                    err.flush();
                })) {
            out.println(
                    "Witness " + witness.key().name() + " answers at http://" + address + ":" + server.port() + "/");
            out.println("Its key for policies: " + witness.key());
            out.flush();
            CountDownLatch ended = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(ended::countDown, "shutdown"));
            ended.await();
        }
        return AuditCli.VERIFIED;
    }

    private List<VerifierKey> keys() throws UnreadableEvidenceException {
        List<VerifierKey> keys = new ArrayList<>();
        for (String log : logs) {
            try {
                keys.add(VerifierKey.parse(log.strip()));
            } catch (MalformedException e) {
                throw new UnreadableEvidenceException("the key of --log " + e.getMessage());
            }
        }
        return keys;
    }
}
