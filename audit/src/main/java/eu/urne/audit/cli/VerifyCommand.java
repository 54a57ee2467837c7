package eu.urne.audit.cli;

import eu.urne.audit.EvidenceSource;
import eu.urne.audit.Report;
import eu.urne.audit.UnreadableEvidenceException;
import eu.urne.audit.Verification;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code urne audit verify}: verifies the evidence of a log, or of one poll in it. */
@Command(
        name = "verify",
        header = "Verifies the evidence of a log or of one poll, every entry and every ballot, and counts again.",
        description = {
            "",
            "Without --vkey the key that lies beside the evidence is used. Then the evidence may be whole and still "
                    + "be somebody else's: compare the key that is printed with the one that the city has published.",
            ""
        },
        footer = {
            "",
            "Exit codes:",
            "  0  verified",
            "  1  the evidence is wrong; each finding is one line",
            "  2  it could not be read: no such file, no zip archive, no network",
            "",
            "Examples:",
            "  urne audit verify evidence.zip",
            "  urne audit verify /media/usb/evidence --vkey vote.example.org+1a2b3c4d+AZ...",
            "  urne audit verify https://vote.example.org",
            "  urne audit verify evidence.zip --policy witnesses.txt",
            "  urne audit verify evidence.zip --json > report.json"
        })
final class VerifyCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "FILE.zip|DIR|URL",
            description = "An archive, a directory or a site: http(s)://host, or the address of its /log/ folder.")
    private String evidence = "";

    @Mixin
    private TrustOptions trust = new TrustOptions();

    @Option(names = "--json", description = "Print one JSON document instead of the report.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws UnreadableEvidenceException, IOException {
        Report report;
        try (EvidenceSource source = EvidenceSource.open(evidence);
                ProgressLine progress = ProgressLine.onTerminal()) {
            report = trust.demandedOf(Verification.of(source).withProgress(progress))
                    .run();
        }
        PrintWriter out = spec().commandLine().getOut();
        if (json) {
            out.println(ReportJson.text(report));
        } else {
            ReportText.print(report, out);
        }
        out.flush();
        return report.verified() ? AuditCli.VERIFIED : AuditCli.WRONG;
    }

    private CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the specification before it calls");
        }
        return spec;
    }
}
