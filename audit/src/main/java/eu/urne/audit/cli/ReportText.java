package eu.urne.audit.cli;

import eu.urne.audit.Finding;
import eu.urne.audit.PollReport;
import eu.urne.audit.PollReport.Decision;
import eu.urne.audit.PollReport.Winner;
import eu.urne.audit.RegisterReport;
import eu.urne.audit.Report;
import eu.urne.audit.json.StrictText;
import eu.urne.audit.tally.Tie;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The report for people: what was verified, what was decided, what is wrong, and one last line with the verdict. */
final class ReportText {
    private static final int SHOWN = 200;

    private ReportText() {}

    static void print(Report report, PrintWriter out) {
        out.println("evidence  " + StrictText.printable(report.source(), SHOWN));
        out.println("origin    " + or(report.origin(), "unknown"));
        out.println("key       " + or(report.key(), "unknown"));
        out.println("          " + (report.keyGiven() ? "given from outside" : "unverified: not given from outside"));
        if (!report.cosigned().isEmpty()) {
            out.println("cosigned  by " + String.join(", ", report.cosigned()));
        }
        if (!report.replaces().isEmpty()) {
            out.println("continues " + StrictText.printable(report.replaces(), SHOWN));
        }
        out.println("log       " + extent(report) + ", root " + or(report.root(), "unknown"));
        report.polls().forEach(poll -> printPoll(poll, out));
        report.registers().forEach(register -> printRegister(register, out));
        report.motions().forEach(motion -> MotionText.print(motion, out));
        if (!report.notExamined().isEmpty()) {
            out.println();
            report.notExamined()
                    .forEach((type, number) ->
                            out.println("not examined: " + count(number, "entry", "entries") + " of type " + type));
        }
        if (report.isOfPart()) {
            printLimits(report, out);
        }
        printVerdict(report, out);
    }

    /** The findings, and one last line. */
    static void printVerdict(Report report, PrintWriter out) {
        printFindings(report, out);
        out.println();
        out.println(verdict(report));
    }

    private static String extent(Report report) {
        return report.isOfPart()
                ? number(report.entries()) + " of its " + count(report.size(), "entry", "entries") + ", those of the "
                        + report.subject()
                : count(report.entries(), "entry", "entries") + ", "
                        + count(report.checkpoints(), "checkpoint", "checkpoints") + " in its history";
    }

    private static void printPoll(PollReport poll, PrintWriter out) {
        out.println();
        out.println("poll      " + poll.poll() + ": " + StrictText.printable(poll.title(), SHOWN));
        out.println("  state   " + state(poll.state()));
        out.println("  cards   " + number(poll.cards()) + " issued"
                + (poll.handedOut() == null ? "" : ", " + number(poll.handedOut()) + " handed out"));
        PollReport.Opened opened = poll.opened();
        out.println("  ballots " + number(poll.cast()) + " cast, " + number(poll.superseded()) + " superseded, "
                + (opened == null
                        ? "still sealed"
                        : number(opened.nulls()) + " null, " + number(opened.blank()) + " blank, "
                                + number(opened.counted()) + " counted"));
        Decision decision = poll.decision();
        if (decision != null) {
            printDecision(decision, out);
        }
    }

    private static void printDecision(Decision decision, PrintWriter out) {
        int round = 1;
        for (Winner winner : decision.winners()) {
            out.println("  winner  " + round++ + ". " + winner.title() + " (" + winner.id() + "): "
                    + money(winner.cost(), decision.currency()) + ", score " + number(winner.score()));
        }
        if (decision.winners().isEmpty()) {
            out.println("  winner  none");
        }
        out.println("  money   " + money(decision.spent(), decision.currency()) + " spent, "
                + money(decision.left(), decision.currency()) + " left");
        for (Tie tie : decision.ties()) {
            out.println("  tie     at score " + number(tie.score()) + ", by "
                    + StrictText.printable(tie.method(), SHOWN) + ": "
                    + StrictText.printable(String.join(", ", tie.options()), SHOWN));
        }
        if (decision.ties().isEmpty()) {
            out.println("  tie     none that mattered");
        }
    }

    private static void printRegister(RegisterReport register, PrintWriter out) {
        out.println();
        out.println("register  " + register.poll() + ": " + number(register.admitted()) + " admitted, "
                + number(register.handedOut()) + " cards handed out, "
                + (register.closed() ? "closed" : "still open"));
    }

    /** What the evidence of one poll or motion cannot show (docs/formats/evidence.md). */
    private static void printLimits(Report report, PrintWriter out) {
        out.println();
        out.println("not shown, because the rest of the log is not here:");
        if (!report.polls().isEmpty()) {
            out.println(
                    "  - that the seal of the poll tells the truth: that no ballot was left out before it was sealed.");
            out.println("    This rests on whoever verifies the whole log");
            out.println("  - that the cards handed out and the persons admitted are those of the register log.");
            out.println("    This rests on the commission or the court that may read it");
        }
        out.println("  - that ids are not used again elsewhere in the log, that no key was retired since, and that");
        out.println("    nothing about the " + report.subject().split(" ", 2)[0]
                + " stands in the log behind its last entry here");
        out.println("  - that this checkpoint and those shown to others belong to one history: compare them, or ask");
        out.println("    for one that witnesses have cosigned");
    }

    private static void printFindings(Report report, PrintWriter out) {
        if (report.findings().isEmpty()) {
            return;
        }
        out.println();
        for (Finding finding : report.findings()) {
            out.println("finding   " + finding.sentence());
        }
        long more = report.findingCount() - report.findings().size();
        if (more > 0) {
            out.println("          and " + number(more) + " more");
        }
    }

    private static String verdict(Report report) {
        List<String> parts = new ArrayList<>();
        parts.add(count(report.entries(), "entry", "entries"));
        if (!report.isOfPart()) {
            parts.add(count(report.checkpoints(), "checkpoint", "checkpoints"));
        }
        if (!report.registers().isEmpty()) {
            parts.add(count(report.registers().size(), "register", "registers"));
        }
        if (!report.motions().isEmpty()) {
            parts.add(count(report.motions().size(), "motion", "motions"));
        }
        parts.add(count(report.polls().size(), "poll", "polls"));
        parts.add(count(report.ballots(), "ballot", "ballots"));
        parts.add(report.verified() ? "no findings" : count(report.findingCount(), "finding", "findings"));
        String key = report.keyGiven() ? "" : "; key unverified";
        return (report.verified() ? "verified: " : "NOT verified: ") + String.join(", ", parts) + key;
    }

    private static String state(PollReport.State state) {
        return switch (state) {
            case NOT_EXAMINED -> "not examined further, see the findings";
            case DEFINED -> "defined, not yet open";
            case OPEN -> "open, ballots are being cast";
            case CLOSED -> "closed, not yet sealed";
            case SEALED -> "sealed, its key not yet revealed";
            case KEY_REVEALED -> "opened, no outcome declared yet; what follows is this verifier's own count";
            case UNDECIDED -> "undecided: a tie that its rule does not break";
            case DECLARED -> "declared and counted again; what follows is this verifier's own count";
        };
    }

    private static String or(String text, String otherwise) {
        return text.isEmpty() ? otherwise : StrictText.printable(text, SHOWN + SHOWN);
    }

    private static String money(long cents, @Nullable String currency) {
        String amount = String.format(Locale.ROOT, "%,d.%02d", cents / 100, cents % 100);
        return currency == null ? amount : amount + " " + currency;
    }

    private static String count(long number, String one, String many) {
        return number(number) + " " + (number == 1 ? one : many);
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
