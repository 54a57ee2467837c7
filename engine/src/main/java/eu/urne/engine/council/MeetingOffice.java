package eu.urne.engine.council;

import static eu.urne.engine.Refusal.Reason.INVALID;
import static eu.urne.engine.Refusal.Reason.UNKNOWN;
import static eu.urne.engine.Refusal.Reason.WRONG_STATE;

import eu.urne.engine.Answer;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Commands;
import eu.urne.engine.Refusal;
import eu.urne.engine.council.Council.Established;
import eu.urne.engine.council.MeetingCommand.CallMeeting;
import eu.urne.engine.council.MeetingCommand.CloseMeeting;
import eu.urne.engine.council.MeetingCommand.OpenMeeting;
import eu.urne.engine.council.MotionCommand.DeclareMotion;
import eu.urne.engine.council.MotionCommand.OpenVote;
import eu.urne.engine.council.internal.CouncilReader;
import eu.urne.engine.council.internal.CouncilReader.Counted;
import eu.urne.engine.council.internal.SecretVote;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.poll.PollOffice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The steps of meetings and motions that need more than their own stream: the council and its seats, who is there, the
 * poll of a secret vote. Each step can be repeated after an interruption and goes on where it was.
 */
public final class MeetingOffice {

    private final Commands commands;
    private final CouncilReader reader;
    private final PollOffice polls;

    /** An office that has secret votes defined there. */
    public MeetingOffice(Commands commands, CouncilReader reader, PollOffice polls) {
        this.commands = commands;
        this.reader = reader;
        this.polls = polls;
    }

    /** The meeting as the log has it now. */
    public Meeting meeting(CouncilId council, MeetingId id) {
        return reader.meeting(council, id).state();
    }

    /** The motion as the log has it now. */
    public Motion motion(CouncilId council, MotionId id) {
        return reader.motion(council, id);
    }

    /** The poll of a secret vote that was declared; empty for others. */
    public Optional<PollId> poll(CouncilId council, MotionId id) {
        return motion(council, id) instanceof Motion.Declared declared
                        && declared.terms().voting() == Voting.SECRET
                ? Optional.of(SecretVote.poll(council, id))
                : Optional.empty();
    }

    private static Answer refuse(Refusal.Reason reason, String sentence) {
        return new Answer.Refused(new Refusal(reason, sentence));
    }

    /** Calls the members to a meeting, under the procedure that the council has now. */
    public Answer call(CouncilId council, MeetingId meeting, MeetingCall call, CommandOrigin origin) {
        return reader.council(council).state() instanceof Established known
                ? commands.send(
                        new CallMeeting(council, meeting, call, known.terms().procedure()), origin)
                : refuse(UNKNOWN, "there is no council " + council);
    }

    /**
     * Opens a meeting with the seats that are held on its day.
     *
     * @param chair a seat held, or 0
     */
    public Answer open(CouncilId council, MeetingId id, int chair, CommandOrigin origin) {
        Counted<Council> counted = reader.council(council);
        if (!(counted.state() instanceof Established known)
                || !(reader.meeting(council, id).state() instanceof Meeting.Known meeting)) {
            return refuse(UNKNOWN, "meeting: there is no meeting " + id + " of a council " + council);
        }
        List<Integer> held = known.held(meeting.facts().call().day());
        return commands.send(new OpenMeeting(council, id, chair, held, counted.events()), origin);
    }

    /** Closes a meeting, unless a vote is still open. */
    public Answer close(CouncilId council, MeetingId id, CommandOrigin origin) {
        for (MotionId motion : reader.motions(council)) {
            if (reader.motion(council, motion) instanceof Motion.Divided divided
                    && divided.terms().meeting().equals(id)) {
                return refuse(WRONG_STATE, "motion: the vote on " + motion + " is still open");
            }
        }
        return commands.send(new CloseMeeting(council, id), origin);
    }

    /** Opens the vote on a motion for those who are there; a secret one is defined as a poll. */
    public Answer openVote(CouncilId council, MotionId id, CommandOrigin origin) {
        Optional<Answer.Accepted> earlier = commands.find(origin.id());
        if (earlier.isPresent()) {
            return earlier.get();
        }
        if (reader.motion(council, id) instanceof Motion.Divided divided) {
            return define(council, id, divided, origin);
        }
        if (!(reader.motion(council, id) instanceof Motion.Debated motion)) {
            return refuse(WRONG_STATE, "motion: " + id + " of the council " + council + " is not debated");
        }
        Counted<Meeting> meeting = reader.meeting(council, motion.terms().meeting());
        if (!(meeting.state() instanceof Meeting.Open open)) {
            return refuse(WRONG_STATE, "meeting: " + motion.terms().meeting() + " is not open");
        }
        try {
            PollId poll = motion.terms().voting() == Voting.SECRET ? SecretVote.poll(council, id) : null;
            Answer opened =
                    commands.send(new OpenVote(council, id, division(motion, open, poll, meeting.events())), origin);
            return !(opened instanceof Answer.Refused) && reader.motion(council, id) instanceof Motion.Divided divided
                    ? define(council, id, divided, origin.then("poll"), opened)
                    : opened;
        } catch (IllegalArgumentException e) {
            return refuse(INVALID, String.valueOf(e.getMessage()));
        }
    }

    private Answer define(CouncilId council, MotionId id, Motion.Divided motion, CommandOrigin origin) {
        return define(council, id, motion, origin, new Answer.Unchanged());
    }

    private Answer define(CouncilId council, MotionId id, Motion.Divided motion, CommandOrigin origin, Answer opened) {
        PollId poll = motion.division().poll();
        if (poll == null) {
            return opened;
        }
        Answer defined = polls.define(SecretVote.definition(council, id, motion, polls.trustees(poll)), origin);
        return defined instanceof Answer.Refused ? defined : opened;
    }

    private static Division division(Motion.Debated motion, Meeting.Open meeting, @Nullable PollId poll, long events) {
        List<MotionBallot> ballots = new ArrayList<>();
        int present = 0;
        for (int seat : meeting.held()) {
            if (motion.conflicts().contains(seat)) {
                continue;
            }
            if (meeting.isThere(seat)) {
                present++;
                ballots.add(new MotionBallot(seat, null));
                continue;
            }
            Integer by = meeting.facts().proxies().get(seat);
            if (by != null && meeting.isThere(by) && !motion.conflicts().contains(by)) {
                ballots.add(new MotionBallot(seat, by));
            }
        }
        return new Division(
                motion.terms().meeting(),
                motion.version(),
                ballots,
                meeting.held().size(),
                present,
                meeting.needed(),
                meeting.chair(),
                poll,
                events);
    }

    /** Declares the result of a motion. */
    public Answer declare(CouncilId council, MotionId id, CommandOrigin origin) {
        Motion motion = reader.motion(council, id);
        if (motion instanceof Motion.Divided divided
                && reader.meeting(council, divided.terms().meeting()).state() instanceof Meeting.Known meeting) {
            PollId poll = divided.division().poll();
            VoteCount secret = poll == null ? null : reader.secret(poll).orElse(null);
            boolean casting = meeting.facts().procedure().casting();
            return commands.send(new DeclareMotion(council, id, casting, secret), origin);
        }
        return commands.send(new DeclareMotion(council, id, false, null), origin);
    }
}
