package eu.urne.audit.cli;

import eu.urne.audit.EvidenceSource;
import eu.urne.audit.Extract;
import eu.urne.audit.Report;
import eu.urne.audit.UnreadableEvidenceException;
import eu.urne.audit.Verification;
import eu.urne.audit.extract.ExtractSubject;
import eu.urne.audit.extract.ExtractSubject.OfMotion;
import eu.urne.audit.extract.ExtractSubject.OfPoll;
import eu.urne.audit.json.MalformedException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code urne audit extract}: makes the evidence of one poll or motion from that of a whole log. */
@Command(
        name = "extract",
        header = "Makes the evidence of one poll or one motion of a council from that of a whole log.",
        description = {
            "",
            "It is small enough to mail. What is written is verified at once, and kept only if nothing is wrong with "
                    + "it. The rest of the log is not verified: 'urne audit verify' does that.",
            ""
        },
        footer = {
            "",
            "Exit codes: 0 written, 1 the evidence is wrong, 2 it could not be read or has no such sealed poll, or "
                    + "no such motion that is decided",
            "",
            "Examples:",
            "  urne audit extract evidence.zip --poll children-2026 children-2026.zip",
            "  urne audit extract https://vote.example.org --poll children-2026 children-2026.zip",
            "  urne audit extract evidence.zip --motion youth/skatepark skatepark.zip"
        })
final class ExtractCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "FILE.zip|DIR|URL",
            description = "The evidence of the whole log, as for 'urne audit verify'.")
    private String evidence = "";

    @Parameters(index = "1", paramLabel = "OUT.zip", description = "The archive to write.")
    private String output = "";

    @ArgGroup(multiplicity = "1")
    private Subject subject = new Subject();

    /** Of what the evidence is to be. */
    private static final class Subject {
        @Option(names = "--poll", paramLabel = "ID", required = true, description = "The poll.")
        private @Nullable String poll;

        @Option(
                names = "--motion",
                paramLabel = "COUNCIL/ID",
                required = true,
                description = "The motion, behind the id of its council: youth/skatepark.")
        private @Nullable String motion;

        ExtractSubject read() throws UnreadableEvidenceException {
            try {
                return motion == null
                        ? new OfPoll(Objects.requireNonNull(poll, "picocli demands one of both"))
                        : OfMotion.parse(motion);
            } catch (MalformedException e) {
                throw new UnreadableEvidenceException("--motion " + motion + " " + e.getMessage());
            }
        }
    }

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
        ExtractSubject wanted = subject.read();
        try (EvidenceSource source = EvidenceSource.open(evidence);
                OutputFile file = OutputFile.begin(output, evidence);
                ProgressLine progress = ProgressLine.onTerminal()) {
            try (OutputStream archive = new BufferedOutputStream(Files.newOutputStream(file.part()))) {
                Extract.write(source, wanted, archive, progress);
            }
            Report report = verified(file, progress);
            if (report.verified()) {
                file.finish();
                out.println("written   " + output);
            } else {
                out.println("not written: the evidence of it is wrong");
            }
            ReportText.printVerdict(report, out);
            return report.verified() ? AuditCli.VERIFIED : AuditCli.WRONG;
        } catch (MalformedException e) {
            out.println("not written: the evidence is wrong: " + e.getMessage());
            return AuditCli.WRONG;
        } finally {
            out.flush();
        }
    }

    private Report verified(OutputFile file, ProgressLine progress) throws UnreadableEvidenceException, IOException {
        try (EvidenceSource extract = EvidenceSource.open(file.part().toString())) {
            return trust.demandedOf(Verification.of(extract).withProgress(progress))
                    .run();
        }
    }
}
