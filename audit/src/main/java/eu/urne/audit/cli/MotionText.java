package eu.urne.audit.cli;

import eu.urne.audit.MotionReport;
import java.io.PrintWriter;
import java.util.Locale;

/** What was found about a motion, for people. */
final class MotionText {

    private MotionText() {}

    static void print(MotionReport motion, PrintWriter out) {
        out.println();
        out.println("motion    " + motion.council() + "/" + motion.motion() + ": " + motion.title());
        out.println("  state   " + state(motion));
        if (motion.state() == MotionReport.State.DECLARED) {
            out.println("  members " + motion.members() + " seats held, " + motion.present()
                    + " there and not in conflict, " + motion.quorum() + " needed; " + motion.ballots() + " votes, "
                    + motion.proxies() + " of them by proxy");
            out.println("  votes   " + motion.inFavour() + " for, " + motion.against() + " against, "
                    + motion.abstained() + " abstained: " + (motion.carried() ? "carried" : "lost") + " by "
                    + motion.majority().toLowerCase(Locale.ROOT).replace('_', ' ') + " majority");
        }
        out.println("  minutes " + minutes(motion));
    }

    private static String state(MotionReport motion) {
        return switch (motion.state()) {
            case NOT_EXAMINED -> "not examined further, see the findings";
            case DEBATED -> "put, not yet voted on";
            case VOTING -> "being voted on";
            case DECLARED ->
                "declared and counted again, "
                        + motion.voting().toLowerCase(Locale.ROOT).replace('_', ' ') + " at the meeting "
                        + motion.meeting();
            case WITHDRAWN -> "withdrawn before a vote";
        };
    }

    private static String minutes(MotionReport motion) {
        return switch (motion.minutes()) {
            case NONE -> "none of its meeting yet";
            case DRAFTED -> "drafted, not yet signed by both";
            case SIGNED -> "signed by chair and secretary";
        };
    }
}
