package eu.urne.engine.council.internal;

import eu.urne.engine.Refusal;
import eu.urne.engine.Refusal.Reason;
import eu.urne.engine.council.CouncilId;
import eu.urne.engine.council.MeetingId;
import eu.urne.engine.council.MotionEvent;
import eu.urne.engine.council.MotionEvent.AmendmentDecided;
import eu.urne.engine.council.MotionEvent.AmendmentPut;
import eu.urne.engine.council.MotionEvent.ConflictDeclared;
import eu.urne.engine.council.MotionEvent.HandsAgreed;
import eu.urne.engine.council.MotionEvent.HandsCounted;
import eu.urne.engine.council.MotionEvent.MotionDeclared;
import eu.urne.engine.council.MotionEvent.MotionPut;
import eu.urne.engine.council.MotionEvent.MotionWithdrawn;
import eu.urne.engine.council.MotionEvent.OpinionAnswered;
import eu.urne.engine.council.MotionEvent.TextRevised;
import eu.urne.engine.council.MotionEvent.VoteCast;
import eu.urne.engine.council.MotionEvent.VoteCorrected;
import eu.urne.engine.council.MotionEvent.VoteOpened;
import eu.urne.engine.store.Condition;
import eu.urne.engine.store.Condition.Made;
import eu.urne.engine.store.Condition.NotMade;
import eu.urne.engine.store.Guard.Terms;
import java.util.List;

/** A motion belongs to a meeting that is called, and its vote is opened while that is open. */
public final class MotionGuard {

    private MotionGuard() {}

    /** Terms of an event of a motion. */
    public static Terms terms(MotionEvent event) {
        return switch (event) {
            case MotionPut put -> {
                MeetingId meeting = put.terms().meeting();
                Condition called = new Made(
                        MeetingClaims.called(put.council(), meeting),
                        new Refusal(
                                Reason.UNKNOWN,
                                "meeting: the council " + put.council() + " has no meeting " + meeting));
                yield new Terms(List.of(called, notOver(put.council(), meeting)), List.of());
            }
            case VoteOpened opened -> {
                MeetingId meeting = opened.division().meeting();
                Condition open = new Made(
                        MeetingClaims.opened(opened.council(), meeting),
                        new Refusal(Reason.WRONG_STATE, "meeting: " + meeting + " is not open"));
                yield new Terms(List.of(open, notOver(opened.council(), meeting)), List.of());
            }
            case AmendmentPut put -> Terms.NONE;
            case AmendmentDecided decided -> Terms.NONE;
            case TextRevised revised -> Terms.NONE;
            case ConflictDeclared declared -> Terms.NONE;
            case VoteCast cast -> Terms.NONE;
            case VoteCorrected corrected -> Terms.NONE;
            case HandsCounted counted -> Terms.NONE;
            case HandsAgreed agreed -> Terms.NONE;
            case MotionDeclared declared -> Terms.NONE;
            case MotionWithdrawn withdrawn -> Terms.NONE;
            case OpinionAnswered answered -> Terms.NONE;
        };
    }

    private static Condition notOver(CouncilId council, MeetingId meeting) {
        return new NotMade(
                MeetingClaims.over(council, meeting),
                new Refusal(Reason.WRONG_STATE, "meeting: " + meeting + " is over"));
    }
}
