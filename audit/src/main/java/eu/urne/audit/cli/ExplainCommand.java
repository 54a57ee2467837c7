package eu.urne.audit.cli;

import eu.urne.audit.EvidenceSource;
import eu.urne.audit.PollFacts;
import eu.urne.audit.Report;
import eu.urne.audit.UnreadableEvidenceException;
import eu.urne.audit.Verification;
import eu.urne.audit.record.Explanation;
import eu.urne.audit.record.Language;
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

/** {@code urne audit explain}: tells round by round why options won or lost. */
@Command(
        name = "explain",
        header = "Verifies evidence and tells round by round, in plain words, why options won or lost.",
        description = {"", "What is told comes from the verifier's own recount of the opened ballots.", ""},
        footer = {
            "",
            "Exit codes: 0 verified, 1 the evidence is wrong, 2 it could not be read or has no such poll or option",
            "",
            "Examples:",
            "  urne audit explain evidence.zip",
            "  urne audit explain evidence.zip --poll children-2026 --option cabin --lang fr"
        })
final class ExplainCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "FILE.zip|DIR|URL",
            description = "The evidence of a whole log, or of the poll alone.")
    private String evidence = "";

    @Option(names = "--poll", paramLabel = "ID", description = "The poll; needed where the evidence has several.")
    private @Nullable String poll;

    @Option(names = "--option", paramLabel = "ID", description = "Explain this option alone.")
    private @Nullable String option;

    @Option(
            names = "--lang",
            paramLabel = "fr|en",
            defaultValue = "en",
            description = "The language (default: ${DEFAULT-VALUE}).")
    private String lang = "en";

    @Mixin
    private TrustOptions trust = new TrustOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws UnreadableEvidenceException, IOException {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the specification before it calls");
        }
        Language language = Language.ofCode(lang)
                .orElseThrow(() -> new UnreadableEvidenceException("--lang is '" + lang + "', which is not fr or en"));
        PrintWriter out = spec.commandLine().getOut();
        try (EvidenceSource source = EvidenceSource.open(evidence);
                ProgressLine progress = ProgressLine.onTerminal()) {
            Verification verification = trust.demandedOf(Verification.of(source).withProgress(progress));
            Report report = verification.run();
            String id = poll == null ? onlyPoll(report, source.name()) : poll;
            PollFacts facts = verification.facts(id).orElse(null);
            if (facts != null) {
                lines(facts, language).forEach(out::println);
                out.println();
            } else if (report.verified()) {
                throw new UnreadableEvidenceException(source.name() + " has no poll '" + id + "'");
            } else {
                out.println("the evidence is so wrong that nothing can be said about the poll '" + id + "'");
            }
            ReportText.printVerdict(report, out);
            return report.verified() ? AuditCli.VERIFIED : AuditCli.WRONG;
        } finally {
            out.flush();
        }
    }

    private static String onlyPoll(Report report, String source) throws UnreadableEvidenceException {
        if (report.polls().size() != 1) {
            throw new UnreadableEvidenceException(
                    source + " has " + report.polls().size() + " polls: name one with --poll");
        }
        return report.polls().getFirst().poll();
    }

    private List<String> lines(PollFacts facts, Language language) throws UnreadableEvidenceException {
        String wanted = option;
        if (wanted == null) {
            return Explanation.ofAll(facts, language);
        }
        if (facts.options().stream().noneMatch(each -> each.id().equals(wanted))) {
            throw new UnreadableEvidenceException(
                    "the poll '" + facts.report().poll() + "' has no option '" + wanted + "'");
        }
        return Explanation.ofOne(facts, wanted, language);
    }
}
