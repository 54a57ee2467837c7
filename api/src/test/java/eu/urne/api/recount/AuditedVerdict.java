package eu.urne.api.recount;

import eu.urne.audit.tally.OptionResult;
import eu.urne.audit.tally.Verdict.BelowThreshold;
import eu.urne.audit.tally.Verdict.Carried;
import eu.urne.audit.tally.Verdict.Excluded;
import eu.urne.audit.tally.Verdict.Lost;
import eu.urne.audit.tally.Verdict.Outranked;
import eu.urne.audit.tally.Verdict.Outvoted;
import eu.urne.audit.tally.Verdict.Reserve;
import eu.urne.audit.tally.Verdict.Selected;
import eu.urne.audit.tally.Verdict.Stopped;
import eu.urne.audit.tally.Verdict.Unaffordable;
import eu.urne.audit.tally.Verdict.Unpaid;
import eu.urne.audit.tally.Verdict.Unsupported;
import eu.urne.audit.tally.Verdict.Vote;
import eu.urne.engine.tally.Reason;
import eu.urne.engine.tally.Verdict;

/** Verdicts of the engine as the verifier knows them. */
final class AuditedVerdict {

    private AuditedVerdict() {}

    static OptionResult of(Verdict verdict, long leftInTheEnd) {
        Reason reason = verdict.reason();
        return new OptionResult(verdict.option(), reason.score(), verdict(reason, leftInTheEnd));
    }

    private static eu.urne.audit.tally.Verdict verdict(Reason reason, long leftInTheEnd) {
        return switch (reason) {
            case Reason.Chosen it -> new Selected(it.left(), it.round());
            case Reason.Bought it -> new Selected(it.left(), it.round());
            case Reason.Reached it -> new Selected(it.left(), it.round());
            case Reason.FromReserve it -> new Reserve(it.reserve(), it.round());
            case Reason.DidNotFit it -> new Unaffordable(it.left());
            case Reason.NotReached it -> new Stopped();
            case Reason.BelowMinimum it -> new BelowThreshold(it.minimum());
            case Reason.Excluded it -> new Excluded(it.by());
            case Reason.NoSupport it -> new Unsupported();
            case Reason.Unpaid it -> new Unpaid();
            case Reason.Outvoted it -> new Outvoted(it.needed());
            case Reason.Graded it -> it.rank() == 1 ? new Selected(leftInTheEnd, 1) : new Outranked(it.rank());
            case Reason.Carried(Reason.Vote vote) -> new Carried(vote(vote));
            case Reason.Lost(Reason.Vote vote) -> new Lost(vote(vote));
            case Reason.Funded it -> throw new IllegalArgumentException("no rule of polls");
            case Reason.FromMinimum it -> throw new IllegalArgumentException("no rule of polls");
            case Reason.Tied it -> throw new IllegalArgumentException("undecided");
            case Reason.Undecided it -> throw new IllegalArgumentException("undecided");
        };
    }

    private static Vote vote(Reason.Vote vote) {
        return new Vote(vote.against(), vote.abstained(), vote.cast(), vote.valid());
    }
}
