package eu.urne.api.rest;

import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Engine;
import eu.urne.engine.poll.PollCommand.RecordDiscrepancy;
import eu.urne.engine.poll.PollCommand.VoidCards;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.poll.SealedBallot;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the cards of a poll add up, and what must be recorded where they do not. */
@RestController
@RequestMapping("/api/polls/{poll}")
@Tag(name = "staff")
public final class ReconciliationController {

    private final Engine engine;
    private final VisibleReplies replies;

    /** Counts of this engine. */
    public ReconciliationController(Engine engine, VisibleReplies replies) {
        this.engine = engine;
        this.replies = replies;
    }

    /** The counts. */
    @GetMapping("/reconciliation")
    @Operation(summary = "The counts that must add up before a poll is closed, and what does not, in words")
    ReconciliationReply counts(@PathVariable PollId poll) {
        return engine.polls()
                .reconciliation(poll)
                .map(ReconciliationReply::of)
                .orElseThrow(() -> new ProblemException(Problem.UNKNOWN, "there is no poll " + poll));
    }

    /** Makes cards void. */
    @PostMapping(path = "/voids", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Publish that cards are void; nobody votes with them any more")
    ResponseEntity<Object> cancel(
            @PathVariable PollId poll,
            @RequestBody VoidsBody body,
            CommandOrigin origin,
            @RequestHeader(name = "Accept", required = false) @Nullable String accept) {
        String channel = body.channel() == null ? SealedBallot.CARD : body.channel();
        return replies.of(engine.commands().send(new VoidCards(poll, channel, body.tokens()), origin), accept);
    }

    /** Explains what does not add up. */
    @PostMapping(path = "/discrepancy", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Record why the counts do not add up; two persons must before the poll can be closed")
    ResponseEntity<Object> discrepancy(
            @PathVariable PollId poll,
            @RequestBody DiscrepancyBody body,
            CommandOrigin origin,
            @RequestHeader(name = "Accept", required = false) @Nullable String accept) {
        RecordDiscrepancy command = new RecordDiscrepancy(poll, body.reason(), origin.by());
        return replies.of(engine.polls().explain(command, origin), accept);
    }
}
