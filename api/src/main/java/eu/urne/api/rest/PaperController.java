package eu.urne.api.rest;

import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Engine;
import eu.urne.engine.poll.PaperSheet;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.poll.Token;
import eu.urne.projections.SheetView;
import eu.urne.projections.SheetView.State;
import eu.urne.projections.Views;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Sheets of paper: two persons enter each, each alone and with a key of their own, then its ballot is cast as any
 * other. What is on a sheet is not told here.
 */
@RestController
@RequestMapping("/api/polls/{poll}/paper")
@Tag(name = "staff")
public final class PaperController {

    private static final int MOST_ON_A_PAGE = 100;

    private final Engine engine;
    private final Views views;
    private final VisibleReplies replies;

    /** Sheets of this engine, whose views these are. */
    public PaperController(Engine engine, Views views, VisibleReplies replies) {
        this.engine = engine;
        this.views = views;
        this.replies = replies;
    }

    /** Enters a sheet. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Enter a sheet of paper; two persons must do so alike before its ballot is cast")
    ResponseEntity<Object> enter(
            @PathVariable PollId poll,
            @RequestBody PaperBody body,
            CommandOrigin origin,
            @RequestHeader(name = "Accept", required = false) @Nullable String accept) {
        return replies.of(engine.paper().enter(poll, body.token(), body.commitment(), origin), accept);
    }

    /** Counts the sheets. */
    @PostMapping(path = "/count", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Tell how many sheets are in the urn; two persons must do so alike before the close")
    ResponseEntity<Object> count(
            @PathVariable PollId poll,
            @RequestBody FoundBody body,
            CommandOrigin origin,
            @RequestHeader(name = "Accept", required = false) @Nullable String accept) {
        return replies.of(engine.paper().count(poll, body.found(), origin), accept);
    }

    /** The sheets that were entered. */
    @GetMapping
    @Operation(summary = "Sheets of paper that were entered: entered, disputed, agreed or cast; never what is on them")
    List<SheetView> sheets(
            @PathVariable PollId poll,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        if (page < 0) {
            throw new ProblemException(Problem.INVALID, "page: must be 0 or more, not " + page);
        }
        if (size < 1 || size > MOST_ON_A_PAGE) {
            throw new ProblemException(Problem.INVALID, "size: must be from 1 to " + MOST_ON_A_PAGE + ", not " + size);
        }
        return views.paper().sheets(poll, state == null ? null : state(state), page, size);
    }

    private static State state(String text) {
        try {
            return State.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    Problem.INVALID, "state: must be entered, disputed, agreed or cast, not \"" + text + "\"");
        }
    }

    /** A sheet. */
    @GetMapping("/{token}")
    @Operation(summary = "What has happened to a sheet of paper; 404 before somebody entered it")
    SheetView sheet(@PathVariable PollId poll, @PathVariable Token token) {
        return switch (engine.paper().sheet(poll, token)) {
            case PaperSheet.Untouched untouched ->
                throw new ProblemException(
                        Problem.UNKNOWN, "nobody has entered a sheet of the token " + token + " in the poll " + poll);
            case PaperSheet.Entered(String by, var commitment) -> new SheetView(token, State.ENTERED, by);
            case PaperSheet.Disputed disputed -> new SheetView(token, State.DISPUTED, null);
            case PaperSheet.Agreed agreed -> new SheetView(token, State.AGREED, null);
            case PaperSheet.Cast cast -> new SheetView(token, State.CAST, null);
        };
    }
}
