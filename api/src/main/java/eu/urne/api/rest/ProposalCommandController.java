package eu.urne.api.rest;

import eu.urne.api.rest.ProposalBodies.AssignmentBody;
import eu.urne.api.rest.ProposalBodies.MergerBody;
import eu.urne.api.rest.ProposalBodies.ProposalBody;
import eu.urne.api.rest.ProposalBodies.RevisionBody;
import eu.urne.api.rest.ProposalBodies.StudyBody;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Engine;
import eu.urne.engine.budget.BudgetId;
import eu.urne.engine.budget.ProposalCommand;
import eu.urne.engine.budget.ProposalCommand.AcceptProposal;
import eu.urne.engine.budget.ProposalCommand.AssignStudy;
import eu.urne.engine.budget.ProposalCommand.ConfirmStudy;
import eu.urne.engine.budget.ProposalCommand.DeclineProposal;
import eu.urne.engine.budget.ProposalCommand.MergeProposal;
import eu.urne.engine.budget.ProposalCommand.RejectProposal;
import eu.urne.engine.budget.ProposalCommand.ReviseProposal;
import eu.urne.engine.budget.ProposalCommand.StudyProposal;
import eu.urne.engine.budget.ProposalCommand.SubmitProposal;
import eu.urne.engine.budget.ProposalCommand.WithdrawProposal;
import eu.urne.engine.budget.ProposalId;
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

/** What the staff asks of proposals, also for those who handed them in. */
@RestController
@RequestMapping("/api/budgets/{budget}/proposals")
@Tag(name = "staff")
public final class ProposalCommandController {

    private final Engine engine;
    private final VisibleReplies replies;
    private final IdeaKeeper ideas;

    /** Commands to this engine. */
    public ProposalCommandController(Engine engine, VisibleReplies replies) {
        this.engine = engine;
        this.replies = replies;
        this.ideas = new IdeaKeeper(engine);
    }

    private ResponseEntity<Object> send(ProposalCommand command, CommandOrigin origin, @Nullable String accept) {
        return replies.of(engine.commands().send(command, origin), accept);
    }

    /** Hands in an idea. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Hand in an idea; its words are kept outside the log")
    ResponseEntity<Object> submit(
            @PathVariable BudgetId budget,
            @RequestBody ProposalBody body,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return replies.of(
                ideas.send(
                        budget,
                        body.idea(),
                        idea -> new SubmitProposal(budget, body.proposal(), body.author(), idea),
                        origin),
                accept);
    }

    /** Puts an idea in other words. */
    @PostMapping(path = "/{proposal}/revision", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Put an idea in other words, before a department studies it")
    ResponseEntity<Object> revise(
            @PathVariable BudgetId budget,
            @PathVariable ProposalId proposal,
            @RequestBody RevisionBody body,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return replies.of(ideas.send(budget, body, idea -> new ReviseProposal(budget, proposal, idea), origin), accept);
    }

    /** Takes an idea back. */
    @PostMapping(path = "/{proposal}/withdrawal", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Take an idea back, for its authors")
    ResponseEntity<Object> withdraw(
            @PathVariable BudgetId budget,
            @PathVariable ProposalId proposal,
            @RequestBody ReasonBody body,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return send(new WithdrawProposal(budget, proposal, body.reason()), origin, accept);
    }

    /** Lets an idea be published. */
    @PostMapping("/{proposal}/acceptance")
    @Operation(summary = "Let an idea be published")
    ResponseEntity<Object> accept(
            @PathVariable BudgetId budget,
            @PathVariable ProposalId proposal,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return send(new AcceptProposal(budget, proposal), origin, accept);
    }

    /** Keeps an idea from being published. */
    @PostMapping(path = "/{proposal}/rejection", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Keep an idea from being published, for a reason")
    ResponseEntity<Object> reject(
            @PathVariable BudgetId budget,
            @PathVariable ProposalId proposal,
            @RequestBody ReasonBody body,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return send(new RejectProposal(budget, proposal, body.reason()), origin, accept);
    }

    /** Lets a proposal go on as part of another one. */
    @PostMapping(path = "/{proposal}/merger", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Let a proposal go on as part of another one, which credits its authors")
    ResponseEntity<Object> merge(
            @PathVariable BudgetId budget,
            @PathVariable ProposalId proposal,
            @RequestBody MergerBody body,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return send(new MergeProposal(budget, proposal, body.into(), body.reason()), origin, accept);
    }

    /** Asks a department for a study. */
    @PostMapping(path = "/{proposal}/assignment", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Ask a department to study a proposal")
    ResponseEntity<Object> assign(
            @PathVariable BudgetId budget,
            @PathVariable ProposalId proposal,
            @RequestBody AssignmentBody body,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return send(new AssignStudy(budget, proposal, body.department()), origin, accept);
    }

    /** Hands in a study. */
    @PostMapping(path = "/{proposal}/study", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Hand in the study of a proposal: verdict, reason, cost and sheet; a later one takes its place")
    ResponseEntity<Object> study(
            @PathVariable BudgetId budget,
            @PathVariable ProposalId proposal,
            @RequestBody StudyBody body,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return send(new StudyProposal(budget, proposal, body.feasibility(), origin.by()), origin, accept);
    }

    /** Confirms a study. */
    @PostMapping("/{proposal}/confirmation")
    @Operation(summary = "Confirm the study of a proposal, as somebody other than who wrote it")
    ResponseEntity<Object> confirm(
            @PathVariable BudgetId budget,
            @PathVariable ProposalId proposal,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return send(new ConfirmStudy(budget, proposal, origin.by()), origin, accept);
    }

    /** Declines a proposal. */
    @PostMapping(path = "/{proposal}/decline", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Decline a proposal, for a reason that is published")
    ResponseEntity<Object> decline(
            @PathVariable BudgetId budget,
            @PathVariable ProposalId proposal,
            @RequestBody ReasonBody body,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return send(new DeclineProposal(budget, proposal, body.reason()), origin, accept);
    }
}
