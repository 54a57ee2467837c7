package eu.urne.api.rest;

import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Engine;
import eu.urne.engine.poll.PollCommand.IssueCards;
import eu.urne.engine.poll.PollDefinition;
import eu.urne.engine.poll.PollId;
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

/** What the staff asks of polls. */
@RestController
@RequestMapping("/api/polls")
@Tag(name = "staff")
public final class PollCommandController {

    private final Engine engine;
    private final VisibleReplies replies;

    /** Commands to this engine. */
    public PollCommandController(Engine engine, VisibleReplies replies) {
        this.engine = engine;
        this.replies = replies;
    }

    /** Defines a poll and opens its register. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Define a poll; the server adds the trustees")
    ResponseEntity<Object> define(
            @RequestBody DefinitionBody body,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return replies.of(engine.polls().define(definition(body), origin), accept);
    }

    private PollDefinition definition(DefinitionBody body) {
        try {
            return body.with(engine.polls().trustees(body.poll()));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.INVALID, String.valueOf(e.getMessage()));
        }
    }

    /** Authorises the tokens of voting cards. */
    @PostMapping(path = "/{poll}/cards", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Issue voting cards: authorise their tokens")
    ResponseEntity<Object> cards(
            @PathVariable PollId poll,
            @RequestBody CardsBody body,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        IssueCards command = new IssueCards(poll, body.label(), body.tokens());
        return replies.of(engine.commands().send(command, origin), accept);
    }

    /** Opens the vote. */
    @PostMapping("/{poll}/open")
    @Operation(summary = "Open the vote; the definition is frozen from here on")
    ResponseEntity<Object> open(
            @PathVariable PollId poll,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return replies.of(engine.polls().open(poll, origin), accept);
    }

    /** Closes the vote and seals it. */
    @PostMapping("/{poll}/close")
    @Operation(summary = "Close the vote and its register, and seal what the log holds of it")
    ResponseEntity<Object> close(
            @PathVariable PollId poll,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return replies.of(engine.polls().close(poll, origin), accept);
    }

    /** Publishes the poll key. */
    @PostMapping("/{poll}/reveal")
    @Operation(summary = "Publish the poll key, so that everybody can open the ballots")
    ResponseEntity<Object> reveal(
            @PathVariable PollId poll,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return replies.of(engine.polls().reveal(poll, origin), accept);
    }

    /** Counts and declares. */
    @PostMapping("/{poll}/outcome")
    @Operation(summary = "Open and count the ballots by the definition, and declare the outcome")
    ResponseEntity<Object> outcome(
            @PathVariable PollId poll,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return replies.of(engine.polls().declare(poll, origin), accept);
    }
}
