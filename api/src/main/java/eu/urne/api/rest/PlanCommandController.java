package eu.urne.api.rest;

import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Engine;
import eu.urne.engine.budget.BudgetId;
import eu.urne.engine.budget.ProposalId;
import eu.urne.engine.works.PlanCommand.DecideWithCitizens;
import eu.urne.engine.works.PlanCommand.OpenPlanLine;
import eu.urne.engine.works.PlanLine;
import eu.urne.engine.works.PlanLineId;
import eu.urne.projections.Views;
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

/** What the staff tells of the investment plan. */
@RestController
@RequestMapping(path = "/api/plan", consumes = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "staff")
public final class PlanCommandController {

    private final Engine engine;
    private final Views views;
    private final VisibleReplies replies;

    /** Commands to this engine, whose views these are. */
    public PlanCommandController(Engine engine, Views views, VisibleReplies replies) {
        this.engine = engine;
        this.views = views;
        this.replies = replies;
    }

    /**
     * What a line pays for.
     *
     * @param cents how much of the line
     */
    record DecisionBody(BudgetId budget, ProposalId proposal, long cents) {}

    /** Puts a line into the plan. */
    @PostMapping
    @Operation(summary = "Put a line into the investment plan")
    ResponseEntity<Object> open(
            @RequestBody PlanLine body,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return replies.of(engine.commands().send(new OpenPlanLine(body), origin), accept);
    }

    /** Tells what of a line was decided with citizens. */
    @PostMapping("/{line}/decisions")
    @Operation(summary = "Tell that a line pays for a proposal that has won: so much of it was decided with citizens")
    ResponseEntity<Object> decide(
            @PathVariable PlanLineId line,
            @RequestBody DecisionBody body,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        // of what has won nothing the engine says so, whatever amount is told
        long awarded = views.works().awarded(body.budget(), body.proposal()).orElse(Math.max(0, body.cents()));
        var command = new DecideWithCitizens(line, body.budget(), body.proposal(), body.cents(), awarded);
        return replies.of(engine.commands().send(command, origin), accept);
    }
}
