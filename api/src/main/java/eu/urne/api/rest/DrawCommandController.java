package eu.urne.api.rest;

import eu.urne.api.rest.DrawBodies.AnswerBody;
import eu.urne.api.rest.DrawBodies.DrawBody;
import eu.urne.api.rest.DrawBodies.OfferBody;
import eu.urne.api.rest.DrawBodies.PassOverBody;
import eu.urne.api.rest.DrawBodies.RandomnessBody;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Engine;
import eu.urne.engine.council.DrawCommand;
import eu.urne.engine.council.DrawCommand.AnswerRole;
import eu.urne.engine.council.DrawCommand.OfferRole;
import eu.urne.engine.council.DrawCommand.OpenRole;
import eu.urne.engine.council.DrawCommand.PassOverCandidate;
import eu.urne.engine.council.DrawId;
import eu.urne.engine.council.Role;
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

/** What the staff asks of draws, besides who stands. */
@RestController
@RequestMapping(path = "/api/draws", consumes = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "staff")
public final class DrawCommandController {

    private final Engine engine;
    private final VisibleReplies replies;

    /** Commands to this engine. */
    public DrawCommandController(Engine engine, VisibleReplies replies) {
        this.engine = engine;
        this.replies = replies;
    }

    private ResponseEntity<Object> send(DrawCommand command, CommandOrigin origin, @Nullable String accept) {
        return replies.of(engine.commands().send(command, origin), accept);
    }

    /** Announces a draw. */
    @PostMapping
    @Operation(summary = "Announce a draw: seats are put aside, and persons can stand from now on")
    ResponseEntity<Object> announce(
            @RequestBody DrawBody body,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return replies.ofSteps(engine.draws().announce(body.terms(), origin), accept);
    }

    /** Calls a draw off. */
    @PostMapping("/{draw}/call-off")
    @Operation(summary = "Call a draw off before anybody is drawn; its seats are free again")
    ResponseEntity<Object> callOff(
            @PathVariable DrawId draw,
            @RequestBody ReasonBody body,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return replies.ofSteps(engine.draws().callOff(draw, body.reason(), origin), accept);
    }

    /** Tells the values of the randomness. */
    @PostMapping("/{draw}/randomness")
    @Operation(
            summary = "Tell the values of the public randomness; when a second person, with another key, tells the"
                    + " same, members are drawn and seated")
    ResponseEntity<Object> read(
            @PathVariable DrawId draw,
            @RequestBody RandomnessBody body,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return replies.ofSteps(engine.draws().read(draw, body.values(), origin), accept);
    }

    /** Passes somebody over. */
    @PostMapping("/{draw}/reserve/{candidate}/pass-over")
    @Operation(summary = "Record that somebody in the reserve will not be seated, and why")
    ResponseEntity<Object> passOver(
            @PathVariable DrawId draw,
            @PathVariable int candidate,
            @RequestBody PassOverBody body,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return send(new PassOverCandidate(draw, candidate, body.reason()), origin, accept);
    }

    /** Opens a role. */
    @PostMapping("/{draw}/roles")
    @Operation(summary = "Open a role to those who were not drawn: a working group, a jury, the animators of a site")
    ResponseEntity<Object> openRole(
            @PathVariable DrawId draw,
            @RequestBody Role body,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return send(new OpenRole(draw, body), origin, accept);
    }

    /** Offers a role. */
    @PostMapping("/{draw}/roles/{role}/offers")
    @Operation(summary = "Offer a role to somebody who was not drawn")
    ResponseEntity<Object> offer(
            @PathVariable DrawId draw,
            @PathVariable String role,
            @RequestBody OfferBody body,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return send(new OfferRole(draw, body.candidate(), role), origin, accept);
    }

    /** Records an answer. */
    @PostMapping("/{draw}/roles/{role}/answers")
    @Operation(summary = "Record what somebody says to a role that was offered")
    ResponseEntity<Object> answer(
            @PathVariable DrawId draw,
            @PathVariable String role,
            @RequestBody AnswerBody body,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return send(new AnswerRole(draw, body.candidate(), role, body.accepted()), origin, accept);
    }
}
