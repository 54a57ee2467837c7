package eu.urne.api.cli;

import eu.urne.api.Server;
import eu.urne.api.ServerSettings;
import eu.urne.api.monitor.LogFormat;
import eu.urne.api.scenario.Demonstration;
import eu.urne.api.settings.Setting;
import eu.urne.api.settings.SettingOptions;
import eu.urne.api.settings.Settings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
            "Each option can also be told by a variable of the environment (--data as URNE_DATA)",
            "or by a line of the file of --config (urne.data=...); secrets only so:",
            "docs/configuration.md has all.",
            "",
            "The staff is known by keys. Without further ado one is made at the first start",
            "and shown once. To choose them, set URNE_STAFF_KEYS.",
            "",
            "The desk's users are known by names. Without any, a link for the first administrator",
            "is shown at each start (docs/desk.md).",
            "",
            "The vault with the persons' names is sealed under the key in keys/vault.key, made",
            "at the first start, or under that of URNE_VAULT_KEY or URNE_VAULT_KEY_FILE.",
            "",
            "On SIGTERM or SIGINT it answers what is under way, writes what waits and ends",
            "(as usual with the exit code 143 or 130). Exit code 2 if it cannot start, with",
            "one sentence on standard error.",
        })
public final class ServeCommand implements Callable<Integer> {

    @Option(names = "--rebuild", description = "Delete the read models and build them anew from the log.")
    private boolean rebuild;

    @Option(
            names = "--demo",
            description = "Show four budgets of a city: played into an empty data folder at the first start, marked as"
                    + " a demonstration.")
    private boolean demo;

    @Mixin
    private final SettingOptions options = new SettingOptions();

    @Spec
    private @Nullable CommandSpec spec;

    /** Runs; see the class for the exit code. */
    @Override
    public Integer call() throws InterruptedException {
        Settings settings = options.settings();
        LogFormat.use(settings.text(Setting.LOG_FORMAT));
        Demonstration demonstration = new Demonstration(Path.of(settings.text(Setting.DATA)), out());
        String demoKey = demo ? demonstration.prepare(LocalDate.now(ZoneId.systemDefault())) : "";
        Server server = Server.start(new ServerSettings(settings, rebuild, Clock.systemUTC()));
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            server.close();
                            ended.countDown();
                        },
                        "shutdown"));
        tell(server, settings, demoKey, demonstration);
        ended.await();
        return 0;
    }

    private void tell(Server server, Settings settings, String demoKey, Demonstration demonstration) {
        PrintWriter out = out();
        String address = "http://" + settings.text(Setting.ADDRESS) + ":" + server.port();
        out.println("Urne answers at " + address + "/");
        out.println("Data folder:  "
                + Path.of(settings.text(Setting.DATA)).toAbsolutePath().normalize());
        out.println("Verifier key: " + server.verifierKey());
        server.newStaffKey().ifPresent(key -> {
            out.println("Staff key:    " + key);
            out.println("              (shown this once; keep it safe)");
        });
        if (demoKey.isEmpty()) {
            server.firstAdministrator().ifPresent(link -> {
                out.println("First administrator: " + address + link);
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
}
