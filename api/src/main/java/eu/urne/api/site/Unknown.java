package eu.urne.api.site;

import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.budget.BudgetId;
import eu.urne.engine.budget.ProposalId;
import eu.urne.engine.council.CouncilId;
import eu.urne.engine.council.DrawId;
import eu.urne.engine.council.MeetingId;
import eu.urne.engine.council.MotionId;
import eu.urne.engine.poll.PollId;
import java.util.function.Supplier;

/** What pages are asked for and do not have. */
final class Unknown {

    private Unknown() {}

    static Supplier<ProblemException> budget(BudgetId budget) {
        return () -> new ProblemException(Problem.UNKNOWN, "there is no budget " + budget);
    }

    static Supplier<ProblemException> project(ProposalId project) {
        return () -> new ProblemException(Problem.UNKNOWN, "there is no published project " + project);
    }

    static Supplier<ProblemException> council(CouncilId council) {
        return () -> new ProblemException(Problem.UNKNOWN, "there is no council " + council);
    }

    static Supplier<ProblemException> draw(DrawId draw) {
        return () -> new ProblemException(Problem.UNKNOWN, "there is no draw " + draw);
    }

    static Supplier<ProblemException> meeting(MeetingId meeting) {
        return () -> new ProblemException(Problem.UNKNOWN, "there is no meeting " + meeting);
    }

    static Supplier<ProblemException> minutes(MeetingId meeting) {
        return () -> new ProblemException(Problem.UNKNOWN, "there are no signed minutes of the meeting " + meeting);
    }

    static Supplier<ProblemException> motion(MotionId motion) {
        return () -> new ProblemException(Problem.UNKNOWN, "there is no motion " + motion);
    }

    static Supplier<ProblemException> poll(PollId poll) {
        return () -> new ProblemException(Problem.UNKNOWN, "there is no poll " + poll);
    }
}
