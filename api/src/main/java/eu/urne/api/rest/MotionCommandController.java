package eu.urne.api.rest;

import eu.urne.api.rest.MotionBodies.AmendmentBody;
import eu.urne.api.rest.MotionBodies.ConflictBody;
import eu.urne.api.rest.MotionBodies.CorrectionBody;
import eu.urne.api.rest.MotionBodies.HandsBody;
import eu.urne.api.rest.MotionBodies.MotionBody;
import eu.urne.api.rest.MotionBodies.OpinionBody;
import eu.urne.api.rest.MotionBodies.TextBody;
import eu.urne.api.rest.MotionBodies.VoteBody;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Engine;
import eu.urne.engine.council.CouncilId;
import eu.urne.engine.council.Meeting;
import eu.urne.engine.council.MeetingId;
import eu.urne.engine.council.MotionCommand;
import eu.urne.engine.council.MotionCommand.AnswerOpinion;
import eu.urne.engine.council.MotionCommand.CastVote;
import eu.urne.engine.council.MotionCommand.CorrectVote;
import eu.urne.engine.council.MotionCommand.CountHands;
import eu.urne.engine.council.MotionCommand.DecideAmendment;
import eu.urne.engine.council.MotionCommand.DeclareConflict;
import eu.urne.engine.council.MotionCommand.PutAmendment;
import eu.urne.engine.council.MotionCommand.PutMotion;
import eu.urne.engine.council.MotionCommand.ReviseText;
import eu.urne.engine.council.MotionCommand.WithdrawMotion;
import eu.urne.engine.council.MotionId;
import eu.urne.engine.council.VoteCount;
import eu.urne.engine.poll.MotionRule.Casting;
import eu.urne.engine.poll.MotionRule.Majority;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the staff asks of motions of councils. */
@RestController
@RequestMapping("/api/councils/{council}/motions")
@Tag(name = "staff")
public final class MotionCommandController {

    private final Engine engine;
    private final VisibleReplies replies;
    private final WordKeeper words;

    /** Commands to this engine. */
    public MotionCommandController(Engine engine, VisibleReplies replies) {
        this.engine = engine;
        this.replies = replies;
        this.words = new WordKeeper(engine);
    }

    private ResponseEntity<Object> send(MotionCommand command, CommandOrigin origin, @Nullable String accept) {
        return replies.of(engine.commands().send(command, origin), accept);
    }

    /** The majority that motions of a meeting need where nothing else is said. */
    private Majority usual(CouncilId council, MeetingId meeting) {
        return engine.meetings().meeting(council, meeting) instanceof Meeting.Known known
                ? known.facts().procedure().majority()
                : Majority.SIMPLE; // there is no such meeting, and the motion is refused
    }

    /** Puts a motion. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Put a motion to a meeting that is called; its text is kept outside the log")
    ResponseEntity<Object> put(
            @PathVariable CouncilId council,
            @RequestBody MotionBody body,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        Majority usual = usual(council, body.meeting());
        return replies.of(
                words.send(body.text(), text -> new PutMotion(council, body.motion(), body.terms(text, usual)), origin),
                accept);
    }

    /** Puts an amendment. */
    @PostMapping(path = "/{motion}/amendments", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Propose to change the text of a motion, before the vote")
    ResponseEntity<Object> amend(
            @PathVariable CouncilId council,
            @PathVariable MotionId motion,
            @RequestBody AmendmentBody body,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return replies.of(
                words.send(
                        body.text(),
                        text -> new PutAmendment(council, motion, body.amendment(), body.mover(), text),
                        origin),
                accept);
    }

    /** Decides an amendment. */
    @PostMapping(path = "/{motion}/amendments/{amendment}/decision", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Record the show of hands on an amendment; it is adopted if more are for it than against")
    ResponseEntity<Object> decide(
            @PathVariable CouncilId council,
            @PathVariable MotionId motion,
            @PathVariable int amendment,
            @RequestBody VoteCount body,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return send(new DecideAmendment(council, motion, amendment, body), origin, accept);
    }

    /** Gives the text with an amendment in it. */
    @PostMapping(path = "/{motion}/amendments/{amendment}/text", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Give the text of the motion with an adopted amendment in it")
    ResponseEntity<Object> revise(
            @PathVariable CouncilId council,
            @PathVariable MotionId motion,
            @PathVariable int amendment,
            @RequestBody TextBody body,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return replies.of(
                words.send(body.text(), text -> new ReviseText(council, motion, amendment, text), origin), accept);
    }

    /** Records a conflict of interests. */
    @PostMapping(path = "/{motion}/conflicts", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Record that a member has an interest in the matter, and neither votes nor counts as present")
    ResponseEntity<Object> conflict(
            @PathVariable CouncilId council,
            @PathVariable MotionId motion,
            @RequestBody ConflictBody body,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return send(new DeclareConflict(council, motion, body.seat()), origin, accept);
    }

    /** Opens the vote. */
    @PostMapping("/{motion}/open")
    @Operation(summary = "Open the vote for those who are there; a secret one as the poll <council>-<motion>")
    ResponseEntity<Object> open(
            @PathVariable CouncilId council,
            @PathVariable MotionId motion,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return replies.ofSteps(engine.meetings().openVote(council, motion, origin), accept);
    }

    /** Records a vote. */
    @PostMapping(path = "/{motion}/votes", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Record a member's vote in a roll call")
    ResponseEntity<Object> cast(
            @PathVariable CouncilId council,
            @PathVariable MotionId motion,
            @RequestBody VoteBody body,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return send(new CastVote(council, motion, body.seat(), body.vote()), origin, accept);
    }

    /** Corrects a vote. */
    @PostMapping(path = "/{motion}/votes/{seat}/correction", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Correct a vote of a roll call that was noted wrongly, with a reason")
    ResponseEntity<Object> correct(
            @PathVariable CouncilId council,
            @PathVariable MotionId motion,
            @PathVariable int seat,
            @RequestBody CorrectionBody body,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return send(new CorrectVote(council, motion, seat, body.vote(), body.reason()), origin, accept);
    }

    /** Records hands. */
    @PostMapping(path = "/{motion}/hands", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Tell the hands that were counted; they stand when a second person, with another key, has"
                    + " counted the same")
    ResponseEntity<Object> hands(
            @PathVariable CouncilId council,
            @PathVariable MotionId motion,
            @RequestBody HandsBody body,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        Casting casting = body.casting() == null ? Casting.NONE : body.casting();
        return send(new CountHands(council, motion, origin.by(), body.votes(), casting), origin, accept);
    }

    /** Declares the result. */
    @PostMapping("/{motion}/declare")
    @Operation(summary = "Declare the result: of the roll call, of the hands, or of the poll once its outcome is there")
    ResponseEntity<Object> declare(
            @PathVariable CouncilId council,
            @PathVariable MotionId motion,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return replies.of(engine.meetings().declare(council, motion, origin), accept);
    }

    /** Withdraws a motion. */
    @PostMapping(path = "/{motion}/withdrawal", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Withdraw a motion before the vote, for a reason")
    ResponseEntity<Object> withdraw(
            @PathVariable CouncilId council,
            @PathVariable MotionId motion,
            @RequestBody ReasonBody body,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return send(new WithdrawMotion(council, motion, body.reason()), origin, accept);
    }

    /** Answers an opinion. */
    @PostMapping(path = "/{motion}/answer", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Give the city's answer to an opinion that was carried; the latest stands")
    ResponseEntity<Object> answer(
            @PathVariable CouncilId council,
            @PathVariable MotionId motion,
            @RequestBody OpinionBody body,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return replies.of(
                words.send(body.text(), text -> new AnswerOpinion(council, motion, body.answer(), text), origin),
                accept);
    }
}
