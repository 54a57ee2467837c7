package eu.urne.api.desk;

import eu.urne.engine.Engine;
import eu.urne.engine.council.CouncilId;
import eu.urne.engine.council.Division;
import eu.urne.engine.council.Motion;
import eu.urne.engine.council.MotionId;
import eu.urne.engine.poll.PollDefinition;
import eu.urne.engine.poll.PollId;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How many cards a browser may make for a poll at once, at least and at most, and how many are proposed. A council's
 * secret vote has a card for each vote, however few these are: all its voters are one batch.
 */
record CardBounds(int least, int most, int proposed) {

    /** Fewer could let the voters of a batch be recognised. */
    private static final int LEAST = 20;

    /** What a browser makes in a few minutes. */
    private static final int MOST = 500;

    private static final int PROPOSED = 40;

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    /** The bounds of a poll. */
    static CardBounds of(PollDefinition poll, Engine engine) {
        return division(poll, engine)
                .map(division -> new CardBounds(1, MOST, division.ballots().size()))
                .orElseGet(() -> new CardBounds(LEAST, MOST, PROPOSED));
    }

    /** Who votes, where the poll is the secret vote on a motion: its name is that of the council and the motion. */
    private static Optional<Division> division(PollDefinition poll, Engine engine) {
        PollId id = poll.terms().poll();
        String motion = poll.options().getFirst().id();
        String council = id.value().endsWith("-" + motion)
                ? id.value().substring(0, id.value().length() - motion.length() - 1)
                : "";
        return NAME.matcher(council).matches()
                        && NAME.matcher(motion).matches()
                        && engine.meetings().motion(new CouncilId(council), new MotionId(motion))
                                instanceof Motion.Divided divided
                        && id.equals(divided.division().poll())
                ? Optional.of(divided.division())
                : Optional.empty();
    }

    /** Whether so many can be made. */
    boolean admit(int count) {
        return count >= least && count <= most;
    }
}
