package eu.urne.engine.council.internal;

import eu.urne.engine.council.CouncilId;
import eu.urne.engine.council.Motion;
import eu.urne.engine.council.MotionId;
import eu.urne.engine.poll.BallotKind;
import eu.urne.engine.poll.MotionRule;
import eu.urne.engine.poll.MotionRule.Casting;
import eu.urne.engine.poll.PollDefinition;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.poll.PollOption;
import eu.urne.engine.poll.PollTerms;
import eu.urne.engine.poll.SealedBallot;
import eu.urne.engine.poll.Trustees;
import java.util.List;

/** The poll of a secret vote on a motion (docs/formats/councils.md, section 7). */
public final class SecretVote {

    private static final int SUITE = 1;

    private SecretVote() {}

    /**
     * The name of the poll.
     *
     * @throws IllegalArgumentException in one sentence, if the ids are too long together
     */
    public static PollId poll(CouncilId council, MotionId motion) {
        return new PollId(council + "-" + motion);
    }

    /** Its definition. */
    public static PollDefinition definition(
            CouncilId council, MotionId motion, Motion.Divided divided, Trustees trustees) {
        MotionRule rule =
                new MotionRule(divided.terms().majority(), divided.division().members(), 0, Casting.NONE);
        String title = divided.terms().title();
        return new PollDefinition(
                new PollTerms(
                        poll(council, motion),
                        title,
                        new BallotKind.Motion(),
                        null,
                        rule,
                        "declared",
                        "Les membres présents ou représentés du conseil " + council,
                        List.of(SealedBallot.CARD),
                        false,
                        SUITE,
                        trustees,
                        null,
                        null,
                        null),
                List.of(new PollOption(motion.value(), title, 0)));
    }
}
