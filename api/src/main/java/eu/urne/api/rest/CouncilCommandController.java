package eu.urne.api.rest;

import eu.urne.api.rest.CouncilBodies.CouncilBody;
import eu.urne.api.rest.CouncilBodies.CouncilRevisionBody;
import eu.urne.api.rest.CouncilBodies.ReplacementBody;
import eu.urne.api.rest.CouncilBodies.VacancyBody;
import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Engine;
import eu.urne.engine.council.CouncilCommand.EstablishCouncil;
import eu.urne.engine.council.CouncilCommand.ReviseCouncil;
import eu.urne.engine.council.CouncilCommand.VacateSeat;
import eu.urne.engine.council.CouncilId;
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

/** What the staff asks of councils and their seats. */
@RestController
@RequestMapping(path = "/api/councils", consumes = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "staff")
public final class CouncilCommandController {

    private final Engine engine;
    private final VisibleReplies replies;

    /** Commands to this engine. */
    public CouncilCommandController(Engine engine, VisibleReplies replies) {
        this.engine = engine;
        this.replies = replies;
    }

    /** Establishes a council. */
    @PostMapping
    @Operation(summary = "Establish a council: its seats, how long they are held, how it meets and decides")
    ResponseEntity<Object> establish(
            @RequestBody CouncilBody body,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return replies.of(engine.commands().send(new EstablishCouncil(body.terms()), origin), accept);
    }

    /** Gives a council other terms. */
    @PostMapping("/{council}/revision")
    @Operation(summary = "Give a council other terms from now on, with a reason; not while seats of it are drawn")
    ResponseEntity<Object> revise(
            @PathVariable CouncilId council,
            @RequestBody CouncilRevisionBody body,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        if (!body.terms().council().equals(council)) {
            throw new ProblemException(
                    Problem.INVALID,
                    "terms.council: it is " + council + " here, not "
                            + body.terms().council());
        }
        return replies.of(engine.commands().send(new ReviseCouncil(body.terms(), body.reason()), origin), accept);
    }

    /** Vacates a seat. */
    @PostMapping("/{council}/seats/{seat}/vacate")
    @Operation(summary = "Record that a seat is free from a day on, before its term ends")
    ResponseEntity<Object> vacate(
            @PathVariable CouncilId council,
            @PathVariable int seat,
            @RequestBody VacancyBody body,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return replies.of(
                engine.commands().send(new VacateSeat(council, seat, body.day(), body.reason()), origin), accept);
    }

    /** Fills a vacant seat. */
    @PostMapping("/{council}/seats/{seat}/replace")
    @Operation(summary = "Give a vacant seat to the next of the draw that gave it, for the rest of its term")
    ResponseEntity<Object> replace(
            @PathVariable CouncilId council,
            @PathVariable int seat,
            @RequestBody ReplacementBody body,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return replies.of(engine.draws().replace(council, seat, body.day(), origin), accept);
    }
}
