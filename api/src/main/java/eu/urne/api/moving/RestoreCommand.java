package eu.urne.api.moving;

import eu.urne.api.settings.Setting;
import eu.urne.api.settings.SettingOptions;
import eu.urne.api.settings.Settings;
import eu.urne.engine.log.Origin;
import eu.urne.engine.moving.KnownCheckpoint;
import eu.urne.engine.moving.Restore;
import eu.urne.engine.store.StoreSettings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code urne restore}: puts a backup into an empty folder, after checking all of it. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Checks a backup to the last entry, then puts it into an empty data folder, and into an empty database"
                        + " if the settings name one.",
        footer = {
            "",
            "A log that is behind a checkpoint that anybody has seen must not go on: it would sign",
            "a second history. Give what is known of it with --known: the checkpoint of a mirror or",
            "a witness, a receipt, the file published-checkpoint of the lost folder.",
            "",
            "Exit code 2 if it is not restored, with one sentence on standard error.",
        })
public final class RestoreCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ARCHIVE", description = "What urne backup has written.")
    private Path archive = Path.of("");

    @Option(
            names = "--known",
            paramLabel = "FILE|URL",
            description =
                    "A checkpoint or receipt that the restored log must have reached; may be given several times.")
    private List<String> known = new ArrayList<>();

    @Option(
            names = "--new-origin",
            paramLabel = "NAME",
            description = "Begin a new log with this name, whose first entry names the old one and its last known"
                    + " checkpoint; what the old one has is put into the folder \"replaced\".")
    private String newOrigin = "";

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
            Path folder = Path.of(settings.text(Setting.DATA));
            List<KnownCheckpoint> checkpoints =
                    known.stream().map(KnownSource::read).toList();
            Restore.Report report = Restore.restore(
                    archive,
                    settings.stores(),
                    folder,
                    InstallationParts.of(settings),
                    checkpoints,
                    Optional.of(newOrigin).filter(name -> !name.isEmpty()).map(Origin::new),
                    Clock.systemUTC().millis(),
                    bars);
            bars.end();
            tell(report, folder, settings.stores(), command.commandLine().getOut());
            return 0;
        }
    }

    private void tell(Restore.Report report, Path folder, StoreSettings stores, PrintWriter out) {
        String made = Instant.ofEpochMilli(report.manifest().made()).toString();
        String database = stores.tables().map(each -> " and " + each).orElse("");
        out.println("restored into " + folder + database + ": the backup of " + made);
        report.ends()
                .values()
                .forEach(end -> out.println(Told.end(end.key(), end.size(), end.root(), ", all checked")));
        report.replaced()
                .ifPresentOrElse(
                        last -> out.println("the new log " + newOrigin + " continues " + last.origin()
                                + ", whose last known checkpoint has " + last.size() + " entries"),
                        () -> {
                            if (known.isEmpty()) {
                                out.println("nothing newer was known: if the server has acknowledged anything after "
                                        + made + ", do not start this one, but restore again with --known or"
                                        + " --new-origin");
                            }
                        });
        out.flush();
    }
}
