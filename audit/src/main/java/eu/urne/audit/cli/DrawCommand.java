package eu.urne.audit.cli;

import eu.urne.audit.DrawReport;
import eu.urne.audit.EvidenceSource;
import eu.urne.audit.Report;
import eu.urne.audit.UnreadableEvidenceException;
import eu.urne.audit.Verification;
import eu.urne.audit.draw.DrawDocument;
import eu.urne.audit.json.MalformedException;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code urne audit draw}: draws the members of councils anew, and compares. */
@Command(
        name = "draw",
        header = "Draws the members of a council anew, from the pool and the public randomness, and compares.",
        description = {
            "",
            "Candidates are numbers of the pool, from 0; each has a slip with which she knows hers. The document of a",
            "draw alone shows nothing about when its pool was frozen: the evidence of the log does.",
            ""
        },
        footer = {
            "",
            "Exit codes: 0 drawn alike, 1 something is wrong, 2 it could not be read or has no such draw",
            "",
            "Examples:",
            "  urne audit draw evidence.zip",
            "  urne audit draw https://vote.example.org --draw youth-2027",
            "  urne audit draw document.json"
        })
final class DrawCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "FILE.zip|DIR|URL|DRAW.json",
            description = "The evidence of a whole log, or the document of one draw.")
    private String evidence = "";

    @Option(names = "--draw", paramLabel = "ID", description = "This draw alone.")
    private @Nullable String draw;

    @Option(names = "--json", description = "Print the draws as JSON.")
    private boolean json;

    @Mixin
    private TrustOptions trust = new TrustOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws UnreadableEvidenceException, IOException {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the specification before it calls");
        }
        PrintWriter out = spec.commandLine().getOut();
        try {
            return evidence.endsWith(".json") ? document(out) : log(out);
        } finally {
            out.flush();
        }
    }

    private int document(PrintWriter out) throws UnreadableEvidenceException {
        try {
            DrawDocument document = DrawDocument.read(SmallFile.read(evidence, DrawDocument.MAX_BYTES));
            List<String> findings = document.findings();
            print(
                    List.of(DrawReport.of(
                            document.draw(),
                            null,
                            document.pool(),
                            document.spec(),
                            document.panels(),
                            List.of(),
                            document.values(),
                            document.values() == null ? null : document.lot())),
                    out);
            if (!json) {
                findings.forEach(finding -> out.println("wrong: " + finding));
                out.println(findings.isEmpty() ? "drawn alike" : findings.size() + " findings");
            }
            return findings.isEmpty() ? AuditCli.VERIFIED : AuditCli.WRONG;
        } catch (MalformedException e) {
            throw new UnreadableEvidenceException(evidence + " is no document of a draw: " + e.getMessage());
        }
    }

    private int log(PrintWriter out) throws UnreadableEvidenceException, IOException {
        try (EvidenceSource source = EvidenceSource.open(evidence);
                ProgressLine progress = ProgressLine.onTerminal()) {
            Verification verification = trust.demandedOf(Verification.of(source).withProgress(progress));
            Report report = verification.run();
            List<DrawReport> wanted = report.draws().stream()
                    .filter(each -> draw == null || each.draw().equals(draw))
                    .toList();
            if (wanted.isEmpty() && report.verified()) {
                throw new UnreadableEvidenceException(
                        source.name() + " has no draw" + (draw == null ? "" : " '" + draw + "'"));
            }
            print(wanted, out);
            if (!json) {
                ReportText.printVerdict(report, out);
            }
            return report.verified() ? AuditCli.VERIFIED : AuditCli.WRONG;
        }
    }

    private void print(List<DrawReport> draws, PrintWriter out) {
        if (json) {
            out.println(ReportJson.text(draws));
        } else {
            draws.forEach(each -> DrawText.print(each, out));
        }
    }
}
