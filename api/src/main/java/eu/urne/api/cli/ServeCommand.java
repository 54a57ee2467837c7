package eu.urne.api.cli;

import eu.urne.api.CannotStartException;
import eu.urne.api.Server;
import eu.urne.api.ServerSettings;
import eu.urne.api.scenario.Demonstration;
import eu.urne.engine.store.StoreException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code urne serve}: runs the server until it is told to end. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Runs the engine with its REST interface and the published log, until SIGTERM or SIGINT.",
        footer = {
            "",
            "The staff is known by keys. Without further ado one is made at the first start",
            "and shown once. To choose them, set URNE_STAFF_KEYS to one or more keys of at",
            "least 16 characters, separated by commas; then only these are valid.",
            "",
            "The desk's users are known by names. Without any, a link for the first administrator",
            "is shown at each start (docs/desk.md).",
            "",
            "The vault with the persons' names is sealed under the key in keys/vault.key, made",
            "at the first start, or under that of URNE_VAULT_KEY (base64 of 32 bytes) or of the",
            "file that URNE_VAULT_KEY_FILE names.",
            "",
            "On SIGTERM or SIGINT it answers what is under way, writes what waits and ends",
            "(as usual with the exit code 143 or 130). Exit code 2 if it cannot start, with",
            "one sentence on standard error.",
        })
public final class ServeCommand implements Callable<Integer> {

    private static final int CANNOT_START = 2;

    @Option(names = "--port", paramLabel = "PORT", description = "Port (default: ${DEFAULT-VALUE}).")
    private int port = 8080;

    @Option(names = "--address", paramLabel = "ADDRESS", description = "Address (default: ${DEFAULT-VALUE}).")
    private String address = "127.0.0.1";

    @Option(names = "--data", paramLabel = "DIR", description = "Data folder (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("data");

    @Option(
            names = "--origin",
            paramLabel = "NAME",
            description = "Name of the public log, unique in the world, chosen at the first start.")
    private String origin = "";

    @Option(names = "--rebuild", description = "Delete the read models and build them anew from the log.")
    private boolean rebuild;

    @Option(
            names = "--witnesses",
            paramLabel = "FILE",
            description = "Policy of witnesses (docs/formats/witness.md): a checkpoint is shown at /log/checkpoint"
                    + " only when its quorum has cosigned it.")
    private @Nullable Path witnesses;

    @Option(
            names = "--demo",
            description = "Show four budgets of a city: played into an empty data folder at the first start, marked as"
                    + " a demonstration.")
    private boolean demo;

    @Option(
            names = "--staff-keys",
            hidden = true,
            defaultValue = "${env:URNE_STAFF_KEYS:-}",
            description = "Read from the environment, so that no key stands in a list of processes.")
    private String staffKeys = "";

    @Spec
    private @Nullable CommandSpec spec;

    /** Runs; see the class for the exit code. */
    @Override
    public Integer call() throws InterruptedException {
        try {
            Demonstration demonstration = new Demonstration(data, out());
            String demoKey = demo ? demonstration.prepare(LocalDate.now(ZoneId.systemDefault())) : "";
            List<String> keys = Arrays.stream(staffKeys.split(","))
                    .map(String::strip)
                    .filter(key -> !key.isEmpty())
                    .toList();
            Server server = Server.start(
                    new ServerSettings(data, address, port, origin, rebuild, Optional.ofNullable(witnesses), keys));
            CountDownLatch ended = new CountDownLatch(1);
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(
                            () -> {
                                server.close();
                                ended.countDown();
                            },
                            "shutdown"));
            tell(server, demoKey, demonstration);
            ended.await();
            return 0;
        } catch (CannotStartException | StoreException | IllegalArgumentException e) {
            err().println(String.valueOf(e.getMessage()).replaceAll("\\R", " "));
            return CANNOT_START;
        }
    }

    private void tell(Server server, String demoKey, Demonstration demonstration) {
        PrintWriter out = out();
        out.println("Urne answers at http://" + address + ":" + server.port() + "/");
        out.println("Data folder:  " + data.toAbsolutePath().normalize());
        out.println("Verifier key: " + server.verifierKey());
        server.newStaffKey().ifPresent(key -> {
            out.println("Staff key:    " + key);
            out.println("              (shown this once; keep it safe)");
        });
        if (demoKey.isEmpty()) {
            server.firstAdministrator().ifPresent(link -> {
                out.println("First administrator: http://" + address + ":" + server.port() + link);
                out.println("              (open it once within 72 hours to choose name and password)");
            });
        } else {
            out.println("Staff key:    " + demoKey);
            out.println("              (of the demonstration)");
            out.println("Users of the desk, at /desk, with passwords until the next start:");
            server.demonstrationUsers()
                    .forEach(player -> out.printf("              %-15s %s%n", player.name(), player.password()));
            out.println("Cards:        " + demonstration.cards());
            out.println("              (codes to vote with, as they stand on voting cards)");
        }
        out.flush();
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }

    private PrintWriter err() {
        return Objects.requireNonNull(spec).commandLine().getErr();
    }
}
