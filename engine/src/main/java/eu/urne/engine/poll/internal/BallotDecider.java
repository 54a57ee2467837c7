package eu.urne.engine.poll.internal;

import static eu.urne.engine.Refusal.Reason.INVALID;
import static eu.urne.engine.Refusal.Reason.NOT_AUTHORISED;
import static eu.urne.engine.Refusal.Reason.USED;
import static eu.urne.engine.Refusal.Reason.WRONG_STATE;

import eu.urne.engine.Decision;
import eu.urne.engine.poll.BallotCast;
import eu.urne.engine.poll.BallotEvent;
import eu.urne.engine.poll.PaperCommand.EnterPaperBallot;
import eu.urne.engine.poll.PaperEvent.PaperBallotAgreed;
import eu.urne.engine.poll.PaperEvent.PaperBallotDisputed;
import eu.urne.engine.poll.PaperEvent.PaperBallotEntered;
import eu.urne.engine.poll.PaperSheet;
import eu.urne.engine.poll.SealedBallot;
import java.util.List;

/** What happens to a token, as far as its own stream tells; the rest is the writer's to check. Pure. */
public final class BallotDecider {

    private BallotDecider() {}

    /** The event of casting a ballot, or why not. */
    public static Decision<BallotEvent> decide(PaperSheet sheet, SealedBallot ballot) {
        return ballot.isOnPaper() ? onPaper(sheet, ballot) : withCard(sheet, ballot);
    }

    private static Decision<BallotEvent> withCard(PaperSheet sheet, SealedBallot ballot) {
        if (sheet instanceof PaperSheet.Cast && ballot.seq() == 0) {
            return Decision.refuse(USED, "token: it has been used for another ballot");
        }
        return Decision.accept(BallotCast.of(ballot));
    }

    private static Decision<BallotEvent> onPaper(PaperSheet sheet, SealedBallot ballot) {
        if (ballot.seq() != 0) {
            return Decision.refuse(INVALID, "seq: it is 0 for a ballot on paper");
        }
        return switch (sheet) {
            case PaperSheet.Cast cast -> Decision.refuse(USED, "token: it has been used for another ballot");
            case PaperSheet.Agreed(var commitment)
            when commitment.equals(ballot.id()) -> Decision.accept(BallotCast.of(ballot));
            case PaperSheet.Agreed agreed ->
                Decision.refuse(NOT_AUTHORISED, "token: two persons entered another choice for this sheet");
            case PaperSheet.Untouched untouched -> notAgreed();
            case PaperSheet.Entered entered -> notAgreed();
            case PaperSheet.Disputed disputed -> notAgreed();
        };
    }

    private static Decision<BallotEvent> notAgreed() {
        return Decision.refuse(NOT_AUTHORISED, "token: two persons must enter this sheet alike before it is cast");
    }

    /** The events of entering a sheet, or why not; none for what the same person entered already. */
    public static Decision<BallotEvent> decide(PaperSheet sheet, EnterPaperBallot command) {
        PaperBallotEntered entered =
                new PaperBallotEntered(command.poll(), command.token(), command.commitment(), command.by());
        return switch (sheet) {
            case PaperSheet.Untouched untouched -> Decision.accept(entered);
            case PaperSheet.Disputed disputed -> Decision.accept(entered);
            case PaperSheet.Entered before -> again(before, entered);
            case PaperSheet.Agreed(var commitment)
            when commitment.equals(command.commitment()) -> new Decision.Accepted<>(List.of());
            case PaperSheet.Agreed agreed ->
                Decision.refuse(WRONG_STATE, "token: two persons have entered this sheet alike already");
            case PaperSheet.Cast cast -> Decision.refuse(USED, "token: the ballot of this sheet is cast already");
        };
    }

    private static Decision<BallotEvent> again(PaperSheet.Entered before, PaperBallotEntered entered) {
        boolean alike = before.commitment().equals(entered.commitment());
        if (before.by().equals(entered.by())) {
            return alike ? new Decision.Accepted<>(List.of()) : Decision.accept(entered);
        }
        return Decision.accept(
                entered,
                alike
                        ? new PaperBallotAgreed(entered.poll(), entered.token(), entered.commitment())
                        : new PaperBallotDisputed(entered.poll(), entered.token()));
    }
}
