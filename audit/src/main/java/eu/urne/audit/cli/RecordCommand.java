package eu.urne.audit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.urne.audit.EvidenceSource;
import eu.urne.audit.PollFacts;
import eu.urne.audit.Report;
import eu.urne.audit.UnreadableEvidenceException;
import eu.urne.audit.Verification;
import eu.urne.audit.record.Language;
import eu.urne.audit.record.PollRecord;
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

/** {@code urne audit record}: writes the readable record of a poll. */
@Command(
        name = "record",
        header = "Verifies evidence and writes the readable record of a poll, to be printed or published.",
        description = {
            "",
            "The record is made from the evidence and the verifier's own recount alone: the same evidence gives the "
                    + "same bytes. If the evidence is wrong, the record says so on top, and the exit code is 1.",
            ""
        },
        footer = {
            "",
            "Exit codes: 0 verified, 1 the evidence is wrong, 2 it could not be read or has no such poll",
            "",
            "Examples:",
            "  urne audit record evidence.zip --poll children-2026 --lang fr --pdf record.pdf",
            "  urne audit record children-2026.zip --poll children-2026 --lang en --html record.html"
        })
final class RecordCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "FILE.zip|DIR|URL",
            description = "The evidence of a whole log, or of the poll alone.")
    private String evidence = "";

    @Option(names = "--poll", paramLabel = "ID", required = true, description = "The poll.")
    private String poll = "";

    @Option(names = "--lang", paramLabel = "fr|en", required = true, description = "The language.")
    private String lang = "";

    @Option(names = "--html", paramLabel = "OUT.html", description = "Write a page that needs nothing else.")
    private @Nullable String html;

    @Option(names = "--pdf", paramLabel = "OUT.pdf", description = "Write a document to print.")
    private @Nullable String pdf;

    @Mixin
    private TrustOptions trust = new TrustOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws UnreadableEvidenceException, IOException {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the specification before it calls");
        }
        if (html == null && pdf == null) {
            throw new UnreadableEvidenceException("there is nothing to write: give --html, --pdf or both");
        }
        if (html != null && pdf != null) {
            OutputFile.demandDistinct(html, pdf);
        }
        Language language = Language.ofCode(lang)
                .orElseThrow(() -> new UnreadableEvidenceException("--lang is '" + lang + "', which is not fr or en"));
        PrintWriter out = spec.commandLine().getOut();
        try (EvidenceSource source = EvidenceSource.open(evidence);
                ProgressLine progress = ProgressLine.onTerminal()) {
            Verification verification = trust.demandedOf(Verification.of(source).withProgress(progress));
            Report report = verification.run();
            PollFacts facts = verification.facts(poll).orElse(null);
            if (facts != null) {
                write(PollRecord.of(report, facts, verification.checkpointNote(), language), out);
            } else if (report.verified()) {
                throw new UnreadableEvidenceException(source.name() + " has no poll '" + poll + "'");
            } else {
                out.println(
                        "no record: the evidence is so wrong that nothing can be said about the poll '" + poll + "'");
            }
            ReportText.printVerdict(report, out);
            return report.verified() ? AuditCli.VERIFIED : AuditCli.WRONG;
        } finally {
            out.flush();
        }
    }

    private void write(PollRecord record, PrintWriter out) throws UnreadableEvidenceException, IOException {
        if (html != null) {
            write(html, record.html().getBytes(UTF_8), out);
        }
        if (pdf != null) {
            write(pdf, record.pdf(), out);
        }
    }

    private void write(String name, byte[] bytes, PrintWriter out) throws UnreadableEvidenceException, IOException {
        try (OutputFile file = OutputFile.begin(name, evidence)) {
            file.finish(bytes);
        }
        out.println("written   " + name);
    }
}
