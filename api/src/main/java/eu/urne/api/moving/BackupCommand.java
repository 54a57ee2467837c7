package eu.urne.api.moving;

import eu.urne.api.settings.Setting;
import eu.urne.api.settings.SettingOptions;
import eu.urne.api.settings.Settings;
import eu.urne.engine.moving.Backup;
import eu.urne.engine.moving.Manifest;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code urne backup}: an archive of an installation, while its server runs. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Writes one archive with everything of an installation, while its server runs.",
        footer = {
            "",
            "In it are the log, the vault, blobs, answers and the desk, and all keys: who has the",
            "archive can do what the server can. Only its owner may read the file; encrypt it before",
            "it leaves the machine. docs/backup.md says how to keep and restore it.",
            "",
            "Exit code 2 if it cannot be made, with one sentence on standard error.",
        })
public final class BackupCommand implements Callable<Integer> {

    @Parameters(paramLabel = "OUT", description = "The archive; it must not be there yet.")
    private Path out = Path.of("");

    @Option(
            names = "--without-vault-key",
            description =
                    "Leave out keys/vault.key: without it nobody reads the vault in the archive, nor restores it.")
    private boolean withoutVaultKey;

    @Mixin
    private final SettingOptions options = new SettingOptions();

    @Spec
    private @Nullable CommandSpec spec;

    /** Runs; see the class for the exit code. */
    @Override
    public Integer call() throws IOException {
        CommandSpec command = Objects.requireNonNull(spec);
        try (Bars bars = new Bars()) {
            Settings settings = options.settings();
            Path folder = Path.of(settings.text(Setting.DATA));
            String version = command.root().version()[0];
            Manifest manifest = Backup.write(
                    settings.stores(),
                    folder,
                    out,
                    InstallationParts.of(settings),
                    !withoutVaultKey,
                    version,
                    Clock.systemUTC().millis(),
                    bars);
            bars.end();
            tell(manifest, command.commandLine().getOut());
            return 0;
        }
    }

    private void tell(Manifest manifest, PrintWriter text) throws IOException {
        text.println(out + ": " + Told.count(Files.size(out)) + " bytes, "
                + manifest.files().size() + " files of " + manifest.origin());
        manifest.checkpoints().forEach((log, note) -> {
            String[] lines = note.split("\n", 4);
            text.println(log + " log: " + lines[1] + " entries, root " + lines[2]);
        });
        text.flush();
    }
}
