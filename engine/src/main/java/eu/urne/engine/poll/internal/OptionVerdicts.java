package eu.urne.engine.poll.internal;

import eu.urne.engine.poll.OptionVerdict;
import eu.urne.engine.tally.Outcome;
import eu.urne.engine.tally.Reason;
import eu.urne.engine.tally.Verdict;
import java.util.List;

/** Verdicts of the tally as an outcome declares them. */
final class OptionVerdicts {

    private OptionVerdicts() {}

    /** The verdicts of a count that came to its end, in declared order of the options. */
    static List<OptionVerdict> of(Outcome outcome) {
        return outcome.verdicts().stream()
                .map(verdict -> of(verdict, outcome.left()))
                .toList();
    }

    private static OptionVerdict of(Verdict verdict, long leftInTheEnd) {
        String id = verdict.option();
        return switch (verdict.reason()) {
            case Reason.Chosen it -> new OptionVerdict.Selected(id, it.score(), it.round(), it.left());
            case Reason.Bought it -> new OptionVerdict.Selected(id, it.score(), it.round(), it.left());
            case Reason.Reached it -> new OptionVerdict.Selected(id, it.score(), it.round(), it.left());
            case Reason.FromReserve it -> new OptionVerdict.Reserve(id, it.score(), it.round(), it.reserve());
            case Reason.DidNotFit it -> new OptionVerdict.Unaffordable(id, it.score(), it.left());
            case Reason.NotReached it -> new OptionVerdict.Stopped(id, it.score());
            case Reason.BelowMinimum it -> new OptionVerdict.BelowThreshold(id, it.score(), it.minimum());
            case Reason.Excluded it -> new OptionVerdict.Excluded(id, it.score(), it.by());
            case Reason.NoSupport it -> new OptionVerdict.Unsupported(id, it.score());
            case Reason.Unpaid it -> new OptionVerdict.Unpaid(id, it.score());
            case Reason.Outvoted it -> new OptionVerdict.Outvoted(id, it.score(), it.needed());
            case Reason.Graded it -> graded(id, it, leftInTheEnd);
            case Reason.Carried(Reason.Vote vote) ->
                new OptionVerdict.Carried(
                        id, vote.inFavour(), vote.against(), vote.abstained(), vote.valid(), vote.cast());
            case Reason.Lost(Reason.Vote vote) ->
                new OptionVerdict.Lost(
                        id, vote.inFavour(), vote.against(), vote.abstained(), vote.valid(), vote.cast());
            case Reason.Funded it -> throw earmarked(id);
            case Reason.FromMinimum it -> throw earmarked(id);
            case Reason.Tied it -> throw undecided(id);
            case Reason.Undecided it -> throw undecided(id);
        };
    }

    private static OptionVerdict graded(String id, Reason.Graded graded, long left) {
        return graded.rank() == 1
                ? new OptionVerdict.Selected(id, graded.score(), 1, left)
                : new OptionVerdict.Outranked(id, graded.score(), graded.rank());
    }

    private static IllegalStateException earmarked(String id) {
        return new IllegalStateException("no rule of a poll earmarks money for the option " + id);
    }

    private static IllegalArgumentException undecided(String id) {
        return new IllegalArgumentException("nothing is decided about the option " + id);
    }
}
