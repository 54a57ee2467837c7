package eu.urne.engine.council.internal;

import static eu.urne.engine.Refusal.Reason.EXISTS;
import static eu.urne.engine.Refusal.Reason.INVALID;
import static eu.urne.engine.Refusal.Reason.UNKNOWN;
import static eu.urne.engine.Refusal.Reason.WRONG_STATE;

import eu.urne.engine.Decision;
import eu.urne.engine.council.CouncilTerms;
import eu.urne.engine.council.Division;
import eu.urne.engine.council.Motion.Amendment;
import eu.urne.engine.council.Motion.Debated;
import eu.urne.engine.council.MotionCommand.DecideAmendment;
import eu.urne.engine.council.MotionCommand.DeclareConflict;
import eu.urne.engine.council.MotionCommand.OpenVote;
import eu.urne.engine.council.MotionCommand.PutAmendment;
import eu.urne.engine.council.MotionCommand.ReviseText;
import eu.urne.engine.council.MotionCommand.WithdrawMotion;
import eu.urne.engine.council.MotionEvent;
import eu.urne.engine.council.MotionEvent.AmendmentDecided;
import eu.urne.engine.council.MotionEvent.AmendmentPut;
import eu.urne.engine.council.MotionEvent.ConflictDeclared;
import eu.urne.engine.council.MotionEvent.MotionWithdrawn;
import eu.urne.engine.council.MotionEvent.TextRevised;
import eu.urne.engine.council.MotionEvent.VoteOpened;
import eu.urne.engine.council.VoteCount;
import eu.urne.engine.council.Voting;

/** What happens to a motion before it is voted on. */
final class Debate {

    private static final int MOST_AMENDMENTS = 100;

    private Debate() {}

    static Decision<MotionEvent> amend(Debated motion, PutAmendment command) {
        int next = motion.amendments().size() + 1;
        if (command.amendment() != next || next > MOST_AMENDMENTS) {
            return Decision.refuse(
                    INVALID,
                    "amendment: the next one is number " + next + " of at most " + MOST_AMENDMENTS + ", not "
                            + command.amendment());
        }
        return command.mover() < 0 || command.mover() > CouncilTerms.MOST_SEATS
                ? Decision.refuse(INVALID, "mover: " + command.mover() + " is no seat, and not 0 for the city")
                : Decision.accept(new AmendmentPut(
                        command.council(), command.motion(), command.amendment(), command.mover(), command.text()));
    }

    static Decision<MotionEvent> decide(Debated motion, DecideAmendment command) {
        Amendment amendment = motion.amendments().get(command.amendment());
        if (amendment == null) {
            return Decision.refuse(UNKNOWN, "amendment: there is no number " + command.amendment());
        }
        if (amendment != Amendment.PUT) {
            return Decision.refuse(EXISTS, "amendment: number " + command.amendment() + " is decided already");
        }
        VoteCount votes = command.count();
        return Decision.accept(new AmendmentDecided(
                command.council(), command.motion(), command.amendment(), votes, votes.inFavour() > votes.against()));
    }

    static Decision<MotionEvent> revise(Debated motion, ReviseText command) {
        return motion.amendments().get(command.amendment()) == Amendment.ADOPTED
                ? Decision.accept(new TextRevised(
                        command.council(), command.motion(), command.amendment(), motion.version() + 1, command.text()))
                : Decision.refuse(
                        WRONG_STATE,
                        "amendment: number " + command.amendment()
                                + " is not an adopted one that waits to be written into the text");
    }

    static Decision<MotionEvent> conflict(Debated motion, DeclareConflict command) {
        if (command.seat() < 1 || command.seat() > CouncilTerms.MOST_SEATS) {
            return Decision.refuse(INVALID, "seat: " + command.seat() + " is no seat");
        }
        return motion.conflicts().contains(command.seat())
                ? MotionDecider.unchanged()
                : Decision.accept(new ConflictDeclared(command.council(), command.motion(), command.seat()));
    }

    static Decision<MotionEvent> open(Debated motion, OpenVote command) {
        for (var entry : motion.amendments().entrySet()) {
            switch (entry.getValue()) {
                case PUT -> {
                    return Decision.refuse(WRONG_STATE, "amendment: number " + entry.getKey() + " is not decided yet");
                }
                case ADOPTED -> {
                    return Decision.refuse(
                            WRONG_STATE,
                            "amendment: number " + entry.getKey() + " is adopted, and not in the text yet");
                }
                case WRITTEN, REJECTED -> {}
            }
        }
        Division division = command.division();
        if (division.present() < division.quorum()) {
            return Decision.refuse(
                    WRONG_STATE,
                    "quorum: " + division.quorum() + " members are needed and " + division.present()
                            + " are there and not in conflict");
        }
        if (!division.meeting().equals(motion.terms().meeting())) {
            return Decision.refuse(
                    INVALID, "meeting: the motion is put to " + motion.terms().meeting());
        }
        if (division.ballots().isEmpty()) {
            return Decision.refuse(WRONG_STATE, "ballots: there is nobody to vote");
        }
        return (motion.terms().voting() == Voting.SECRET) == (division.poll() != null)
                ? Decision.accept(new VoteOpened(command.council(), command.motion(), division))
                : Decision.refuse(INVALID, "poll: there is one exactly for a secret vote");
    }

    static Decision<MotionEvent> withdraw(Debated motion, WithdrawMotion command) {
        String reason = command.reason().strip();
        return !Reasons.isGiven(reason)
                ? Decision.refuse(INVALID, "reason: a motion is withdrawn with 1 to " + Reasons.MOST + " characters")
                : Decision.accept(new MotionWithdrawn(command.council(), command.motion(), reason));
    }
}
