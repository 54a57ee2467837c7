package eu.urne.api.moving;

import eu.urne.api.settings.SettingOptions;
import eu.urne.engine.Engine;
import eu.urne.engine.moving.Establishes;
import eu.urne.engine.moving.LogCheck;
import eu.urne.engine.moving.LogRepair;
import eu.urne.engine.moving.NodeFolder;
import eu.urne.engine.moving.ReplicaCheck;
import eu.urne.engine.moving.SourceLog;
import eu.urne.engine.store.EventSerializer;
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

/** {@code urne log fsck}: checks everything in a store. */
@Command(
        name = "fsck",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Reads everything of a log's store, without changing it, and tells what is not as it must be.",
        footer = {
            "",
            "Works beside a running server. Exit code 0 if nothing was found, 1 if something was",
            "(or was and is repaired now), 2 if the store cannot be read, with one sentence on",
            "standard error.",
        })
public final class LogFsckCommand implements Callable<Integer> {

    @Option(
            names = "--repair",
            description = "Make anew what follows from the entries: tiles, claims, snapshots. Never touches an entry;"
                    + " needs the server to be stopped.")
    private boolean repair;

    @Mixin
    private final SettingOptions options = new SettingOptions();

    @Spec
    private @Nullable CommandSpec spec;

    /** Runs; see the class for the exit code. */
    @Override
    public Integer call() {
        StorePlace place = StorePlace.of(options.settings());
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        EventSerializer serializer = Engine.serializer();
        Establishes establishes = entry -> Engine.established(serializer, entry);
        if (repair) {
            place.tables(); // refused before anything is read
        }
        try (Bars bars = new Bars()) {
            LogCheck.Report report = checked(place, serializer, bars);
            tell(report, out);
            if (repair && report.canBeRebuilt()) {
                place.alone(() -> {
                    LogRepair.rebuild(place.tables(), establishes, bars);
                    return true;
                });
                out.println("rebuilt from the entries; after that:");
                tell(checked(place, serializer, bars), out);
            } else if (repair && !report.isSound()) {
                out.println("nothing was repaired: what is wrong does not follow from the entries alone;"
                        + " restore a backup");
            }
            out.flush();
            return report.isSound() ? 0 : 1;
        }
    }

    private static LogCheck.Report checked(StorePlace place, EventSerializer serializer, Bars bars) {
        Establishes establishes = entry -> Engine.established(serializer, entry);
        try (SourceLog log = place.log(serializer)) {
            LogCheck.Report report = LogCheck.check(log.tables(), establishes, bars);
            bars.end();
            Path folder = place.folder().orElseThrow();
            LogCheck.Report compared = new NodeFolder(folder).compared(report);
            return place.store() instanceof StoreSettings.EventStoreDb
                    ? ReplicaCheck.compared(compared, folder.resolve("replica.db"), log.tables())
                    : compared;
        }
    }

    private static void tell(LogCheck.Report report, PrintWriter out) {
        report.findings().forEach(finding -> out.println("finding: " + finding.sentence()));
        long more = report.count() - report.findings().size();
        if (more > 0) {
            out.println("and " + more + " more");
        }
        report.ends().values().forEach(end -> out.println(Told.end(end.key(), end.size(), end.root(), "")));
        out.println(
                report.isSound() ? "no findings" : report.count() + (report.count() == 1 ? " finding" : " findings"));
    }
}
