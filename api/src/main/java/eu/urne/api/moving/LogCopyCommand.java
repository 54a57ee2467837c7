package eu.urne.api.moving;

import eu.urne.engine.Engine;
import eu.urne.engine.moving.Establishes;
import eu.urne.engine.moving.LogCopy;
import eu.urne.engine.moving.SourceLog;
import eu.urne.engine.store.EventSerializer;
import eu.urne.engine.store.LogTables;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code urne log copy}: moves a log to another store. */
@Command(
        name = "copy",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Copies both logs of an installation to another store, byte for byte.",
        footer = {
            "",
            "A store is " + StorePlace.FORMS + ".",
            "",
            "Killed anywhere it goes on when it is run again. A log that is being written is copied",
            "as it stood at the beginning: copy once beside the running server, then stop it and",
            "copy the rest. Never let servers run on both stores.",
            "",
            "Exit code 0 if both are the same, 1 if claims of the source do not follow from its",
            "entries (the copy's do), 2 if it cannot copy, with one sentence on standard error.",
        })
public final class LogCopyCommand implements Callable<Integer> {

    @Option(names = "--from", required = true, paramLabel = "STORE", description = "Where the log is.")
    private String from = "";

    @Option(
            names = "--to",
            required = true,
            paramLabel = "STORE",
            description = "Where it is copied to: empty, or a beginning of the same log; in use by nobody.")
    private String to = "";

    @Spec
    private @Nullable CommandSpec spec;

    /** Runs; see the class for the exit code. */
    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        StorePlace target = StorePlace.parse(to);
        LogCopy.Report report = copy(StorePlace.parse(from), target);
        Told.copied(report, target.tables().place(), out);
        out.flush();
        return report.differing().isEmpty() ? 0 : 1;
    }

    private static LogCopy.Report copy(StorePlace source, StorePlace target) {
        LogTables tables = target.tables(); // refused before anything is read
        source.check();
        EventSerializer serializer = Engine.serializer();
        Establishes establishes = entry -> Engine.established(serializer, entry);
        try (Bars bars = new Bars();
                SourceLog log = source.log(serializer)) {
            return target.alone(() -> LogCopy.copy(log.tables(), tables, establishes, bars));
        }
    }
}
