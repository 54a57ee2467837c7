package eu.urne.api.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import eu.urne.api.cli.Main;
import eu.urne.audit.EvidenceSource;
import eu.urne.audit.PollReport;
import eu.urne.audit.Report;
import eu.urne.audit.Verification;
import eu.urne.engine.DataDirectory;
import eu.urne.engine.Engine;
import eu.urne.engine.log.EntryCodec;
import eu.urne.engine.pabulib.PbFile;
import eu.urne.engine.pabulib.PbReader;
import eu.urne.engine.store.LogName;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code urne replay} on a folder of its own, as often as one wants, and what became of it. */
final class Rerun {

    /** How a run ended. */
    record Ended(int exit, String out, String err) {}

    private final Path data;
    private final Path evidence;

    Rerun(Path folder) {
        data = folder.resolve("data");
        evidence = folder.resolve("evidence.zip");
    }

    /** A published election, where the folder of them is there. */
    static Path published(String name) {
        Path file = Path.of(System.getProperty("urne.shared", "../../shared"), "pabulib", name + ".pb");
        assumeThat(file).as("skipped: %s is missing", file).exists();
        return file;
    }

    /** The winners that the city announced, in the order of the file; nothing where the file tells no rule. */
    static List<String> comparableWinners(Path file) throws Exception {
        PbFile election = PbReader.read(file);
        return election.ruleName().equals("unknown")
                ? List.of()
                : election.officialWinners().orElse(List.of());
    }

    Path data() {
        return data;
    }

    Ended run(Path file) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute("replay", file.toString(), "--data", data.toString(), "--export", evidence.toString());
        return new Ended(exit, out.toString(), err.toString());
    }

    /** What another program says about the evidence of the last run. */
    Report verified() throws Exception {
        try (EvidenceSource source = EvidenceSource.open(evidence.toString())) {
            Report report = Verification.of(source).run();
            assertThat(report.findings()).isEmpty();
            assertThat(report.verified()).isTrue();
            return report;
        }
    }

    static List<String> winners(Report report) {
        assertThat(report.polls()).hasSize(1);
        PollReport.Decision decision = report.polls().getFirst().decision();
        assertThat(decision).isNotNull();
        return decision == null
                ? List.of()
                : decision.winners().stream().map(PollReport.Winner::id).toList();
    }

    /**
     * What a log says.
     *
     * @param receipts of every command in the public log
     * @param checkpoints the last signed ones of both logs
     */
    record State(Map<String, String> receipts, String checkpoints) {}

    /** What the log says; nothing where there is none. */
    State state() {
        if (!Files.exists(data.resolve("log.db"))) {
            return new State(Map.of(), "");
        }
        try (DataDirectory directory = DataDirectory.open(data, "");
                Engine engine = Engine.start(directory, 0, axon -> {})) {
            var log = engine.log();
            return new State(
                    receipts(engine),
                    log.checkpoint(LogName.PUBLIC).note()
                            + log.checkpoint(LogName.REGISTER).note());
        }
    }

    /** The receipt of every command in the public log; the genesis is the answer to none. */
    private static Map<String, String> receipts(Engine engine) {
        Map<String, String> receipts = new LinkedHashMap<>();
        var log = engine.log();
        long size = log.checkpoint(LogName.PUBLIC).size();
        List<String> causes = new ArrayList<>();
        for (long index = 1; index < size; ) {
            var page = log.reader().range(LogName.PUBLIC, index, 256);
            page.forEach(entry -> causes.add(EntryCodec.read(entry.sealed()).cause()));
            index += page.size();
        }
        for (String cause : causes) {
            receipts.put(
                    cause, engine.commands().find(cause).orElseThrow().receipt().text());
        }
        return receipts;
    }
}
