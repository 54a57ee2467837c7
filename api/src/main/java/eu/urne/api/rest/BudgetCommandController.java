package eu.urne.api.rest;

import eu.urne.api.rest.BudgetBodies.BudgetBody;
import eu.urne.api.rest.BudgetBodies.CalendarBody;
import eu.urne.api.rest.BudgetBodies.LapseBody;
import eu.urne.api.rest.BudgetBodies.PhaseBody;
import eu.urne.api.rest.BudgetBodies.ShortlistBody;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Engine;
import eu.urne.engine.budget.BudgetCommand.AdvancePhase;
import eu.urne.engine.budget.BudgetCommand.LapsePart;
import eu.urne.engine.budget.BudgetCommand.MovePhase;
import eu.urne.engine.budget.BudgetCommand.OpenBudget;
import eu.urne.engine.budget.BudgetId;
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

/** What the staff asks of participatory budgets. */
@RestController
@RequestMapping("/api/budgets")
@Tag(name = "staff")
public final class BudgetCommandController {

    private final Engine engine;
    private final VisibleReplies replies;

    /** Commands to this engine. */
    public BudgetCommandController(Engine engine, VisibleReplies replies) {
        this.engine = engine;
        this.replies = replies;
    }

    private ResponseEntity<Object> send(Object command, CommandOrigin origin, @Nullable String accept) {
        return replies.of(engine.commands().send(command, origin), accept);
    }

    /** Opens a budget. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Open a participatory budget")
    ResponseEntity<Object> open(
            @RequestBody BudgetBody body,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return send(new OpenBudget(body.terms()), origin, accept);
    }

    /** Goes on to the next phase. */
    @PostMapping(path = "/{budget}/phase", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Go on to the next phase; before its day with a reason. On its day the clock does it")
    ResponseEntity<Object> phase(
            @PathVariable BudgetId budget,
            @RequestBody PhaseBody body,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        String reason = body.reason() == null ? "" : body.reason();
        return send(new AdvancePhase(budget, body.phase(), reason, origin.atMs()), origin, accept);
    }

    /** Puts a phase to another day. */
    @PostMapping(path = "/{budget}/calendar", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Put the beginning of a phase that has not begun to another day")
    ResponseEntity<Object> calendar(
            @PathVariable BudgetId budget,
            @RequestBody CalendarBody body,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return send(new MovePhase(budget, body.phase(), body.day(), body.reason()), origin, accept);
    }

    /** Publishes what is voted on in a part. */
    @PostMapping(path = "/{budget}/shortlists", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Shortlist studied proposals for a part, publish the hash of its poll's definition,"
                    + " and define the poll <budget>-<part>")
    ResponseEntity<Object> shortlist(
            @PathVariable BudgetId budget,
            @RequestBody ShortlistBody body,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return replies.of(engine.budgets().shortlist(budget, body.draft(), origin), accept);
    }

    /** Gives a part up. */
    @PostMapping(path = "/{budget}/lapses", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Give up a part for which there is nothing to vote on; its money goes to the rest")
    ResponseEntity<Object> lapse(
            @PathVariable BudgetId budget,
            @RequestBody LapseBody body,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return send(new LapsePart(budget, body.part(), body.reason()), origin, accept);
    }

    /** Spends the rest. */
    @PostMapping("/{budget}/rest")
    @Operation(summary = "Spend the common rest by the budget's rule, once all its outcomes are declared")
    ResponseEntity<Object> rest(
            @PathVariable BudgetId budget,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return replies.of(engine.budgets().awardRest(budget, origin), accept);
    }
}
