package eu.urne.api.moving;

import eu.urne.api.settings.Setting;
import eu.urne.api.settings.SettingOptions;
import eu.urne.api.settings.Settings;
import eu.urne.engine.moving.Move;
import eu.urne.engine.store.StoreSettings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code urne move}: brings an installation to a store of another kind. */
@Command(
        name = "move",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Moves an installation to another store: its log, vault, blobs, answers and desk.",
        footer = {
            "",
            "All servers are stopped; the data folder stays where it is. Everything is copied and",
            "compared, then the old store is put aside, where no server uses it; while that is done no",
            "server starts with this folder. Killed anywhere it goes on when it is run again.",
            "",
            "Exit code 0 if all has moved, 2 if not, with one sentence on standard error: then",
            "the installation is where it was, unless the sentence says that it is in the new store.",
        })
public final class MoveCommand implements Callable<Integer> {

    private static final String SQLITE = "sqlite";

    @Option(
            names = "--to",
            required = true,
            paramLabel = "STORE",
            description = "sqlite for files in the data folder, jdbc:postgresql://host:port/database, or config:FILE"
                    + " for the store of a file of settings.")
    private String to = "";

    @Mixin
    private final SettingOptions options = new SettingOptions();

    @Spec
    private @Nullable CommandSpec spec;

    /** Runs; see the class for the exit code. */
    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        try (Bars bars = new Bars()) {
            Settings settings = options.settings();
            StoreSettings target = target();
            Path folder = Path.of(settings.text(Setting.DATA));
            Move.Report report = Move.run(folder, settings.stores(), target, InstallationParts.of(settings), bars);
            bars.end();
            tell(report, target, command.commandLine().getOut());
            if (settings.stores() instanceof StoreSettings.EventStoreDb server) {
                command.commandLine()
                        .getOut()
                        .println("the log is still on " + server + ": never start a node there again, it would sign a"
                                + " second history");
            }
            return 0;
        }
    }

    private StoreSettings target() {
        if (to.equals(SQLITE)) {
            return new StoreSettings.Sqlite();
        }
        if (!to.matches("(jdbc|config|esdb|kurrentdb)(\\+discover)?:.*")) {
            throw new IllegalArgumentException(
                    "--to: a store is sqlite, jdbc:postgresql://host:port/database or" + " config:FILE, not " + to);
        }
        return StorePlace.parse(to).store();
    }

    private static void tell(Move.Report report, StoreSettings target, PrintWriter out) {
        String place = target instanceof StoreSettings.Postgresql database ? database.shown() : SQLITE;
        report.log().ifPresent(log -> {
            Told.copied(log, place, out);
            out.println(Told.count(report.rows()) + " rows beside the log copied, the same in both");
        });
        report.aside().forEach(each -> out.println("what was left is in " + each + ": delete it when you are sure"));
        if (report.log().isEmpty() && report.aside().isEmpty()) {
            out.println("it had moved already: nothing was done");
        }
        out.println("from now on: urne.store="
                + (place.equals(SQLITE) ? SQLITE : "postgresql, with urne.postgresql.url=" + place));
        out.flush();
    }
}
