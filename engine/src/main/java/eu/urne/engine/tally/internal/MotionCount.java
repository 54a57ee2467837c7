package eu.urne.engine.tally.internal;

import eu.urne.engine.tally.Ballot;
import eu.urne.engine.tally.CouncilMotion;
import eu.urne.engine.tally.Election;
import eu.urne.engine.tally.Outcome;
import eu.urne.engine.tally.Reason;
import eu.urne.engine.tally.TieBreak;
import eu.urne.engine.tally.WeightedBallot;
import java.util.List;

/** One count by {@link CouncilMotion}. */
public final class MotionCount {

    private final CouncilMotion rule;
    private final Selection selection;
    private long inFavour;
    private long against;
    private long abstained;

    /**
     * Prepares a count; {@link #outcome()} makes it, once.
     *
     * @throws IllegalArgumentException if there is not one option, or a ballot is neither about a motion nor blank
     */
    public MotionCount(Election election, CouncilMotion rule) {
        if (election.options().size() != 1) {
            throw new IllegalArgumentException(
                    "a motion is one option, not " + election.options().size());
        }
        this.rule = rule;
        this.selection = Selection.none(election, true);
        for (WeightedBallot weighted : election.ballots()) {
            if (weighted.ballot() instanceof Ballot.Motion(Ballot.Stance stance)) {
                add(stance, weighted.weight());
            } else if (weighted.ballot() instanceof Ballot.Blank) {
                add(Ballot.Stance.ABSTAIN, weighted.weight());
            } else {
                throw new IllegalArgumentException("a vote on a motion does not fit a ballot: " + weighted.ballot());
            }
        }
    }

    private void add(Ballot.Stance stance, long weight) {
        switch (stance) {
            case FOR -> inFavour += weight;
            case AGAINST -> against += weight;
            case ABSTAIN -> abstained += weight;
        }
    }

    /** Counts. */
    public Outcome outcome() {
        boolean valid = inFavour + against + abstained >= rule.quorum();
        boolean equal = rule.majority() == CouncilMotion.Majority.SIMPLE && inFavour == against;
        boolean cast = equal && rule.casting() != CouncilMotion.Casting.NONE;
        Reason.Vote vote = new Reason.Vote(inFavour, against, abstained, valid, cast);
        if (valid && (cast ? rule.casting() == CouncilMotion.Casting.FOR : reached())) {
            selection.take(0, (place, left) -> new Reason.Carried(vote));
        } else {
            selection.refuse(0, new Reason.Lost(vote));
        }
        return selection.outcome(new long[] {inFavour}, List.of(), TieBreak.Fixed.DECLARED);
    }

    private boolean reached() {
        return switch (rule.majority()) {
            case SIMPLE -> inFavour > against;
            case ABSOLUTE -> inFavour > rule.members() - inFavour;
            case TWO_THIRDS -> inFavour > 0 && inFavour - against >= against;
            case UNANIMITY -> inFavour > 0 && against == 0;
        };
    }
}
