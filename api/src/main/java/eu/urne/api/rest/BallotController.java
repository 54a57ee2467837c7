package eu.urne.api.rest;

import eu.urne.api.web.Everybody;
import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Engine;
import eu.urne.engine.poll.CastBallot;
import eu.urne.engine.poll.PaperBallot;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.poll.SealedBallot;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes ballots and gives receipts. The signature is checked before anything touches the store. */
@RestController
@Everybody
@Tag(name = "voters")
public final class BallotController {

    private final Engine engine;
    private final Clock clock;

    /** Ballots for this engine. */
    public BallotController(Engine engine, Clock clock) {
        this.engine = engine;
        this.clock = clock;
    }

    /** Casts a sealed ballot; the same ballot again gets the same receipt. */
    @PostMapping(path = "/api/polls/{poll}/ballots", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Cast a sealed ballot; the same ballot again gets the same receipt, with 200")
    ResponseEntity<Object> cast(
            @PathVariable PollId poll,
            @RequestBody SealedBallot ballot,
            @RequestParam(defaultValue = "booth") String by,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        if (!by.equals("booth") && !by.equals("home")) {
            throw new ProblemException(Problem.INVALID, "by: must be booth or home");
        }
        if (!ballot.poll().equals(poll)) {
            throw new ProblemException(Problem.INVALID, "poll: the ballot is for another poll than the path");
        }
        if (!ballot.isSignedByToken()) {
            throw new ProblemException(Problem.SIGNATURE, "sig: the ballot is not signed by its token");
        }
        String from = ballot.isOnPaper() ? PaperBallot.AUTHORISATION : by;
        CommandOrigin origin = new CommandOrigin(ballot.id().hex(), from, clock.millis()).toTheDay();
        return Replies.of(
                ballot.isOnPaper()
                        ? engine.paper().cast(ballot, origin)
                        : engine.commands().send(new CastBallot(ballot), origin),
                accept);
    }
}
