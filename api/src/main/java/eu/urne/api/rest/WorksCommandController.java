package eu.urne.api.rest;

import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Engine;
import eu.urne.engine.Refusal;
import eu.urne.engine.blob.Blob;
import eu.urne.engine.blob.BlobHash;
import eu.urne.engine.budget.BudgetId;
import eu.urne.engine.budget.ProposalId;
import eu.urne.engine.works.Delay;
import eu.urne.engine.works.Expense;
import eu.urne.engine.works.Fate;
import eu.urne.engine.works.Indicator;
import eu.urne.engine.works.Measure;
import eu.urne.engine.works.Milestone;
import eu.urne.engine.works.NothingWon;
import eu.urne.engine.works.Photo;
import eu.urne.engine.works.WorksCommand.AddPhoto;
import eu.urne.engine.works.WorksCommand.DefineIndicator;
import eu.urne.engine.works.WorksCommand.RecordDelay;
import eu.urne.engine.works.WorksCommand.RecordExpense;
import eu.urne.engine.works.WorksCommand.RecordMeasure;
import eu.urne.engine.works.WorksCommand.RecordMilestone;
import eu.urne.engine.works.WorksCommand.TellFate;
import eu.urne.projections.Views;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
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

/** What the staff tells of the works of what has won, and of what became of all the rest. */
@RestController
@RequestMapping(path = "/api/budgets/{budget}/works/{proposal}", consumes = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "staff")
public final class WorksCommandController {

    private final Engine engine;
    private final Views views;
    private final VisibleReplies replies;

    /** Commands to this engine, whose views these are. */
    public WorksCommandController(Engine engine, Views views, VisibleReplies replies) {
        this.engine = engine;
        this.views = views;
        this.replies = replies;
    }

    private ResponseEntity<Object> send(Object command, CommandOrigin origin, @Nullable String accept) {
        return replies.of(engine.commands().send(command, origin), accept);
    }

    private LocalDate today(BudgetId budget, CommandOrigin origin) {
        return WorksCalendar.of(views, budget).day(origin);
    }

    /** What the proposal won; the engine checks it once more. */
    private long awarded(BudgetId budget, ProposalId proposal) {
        WorksCalendar.of(views, budget);
        return views.works().awarded(budget, proposal).orElseThrow(() -> {
            Refusal refusal = NothingWon.refusal(budget, proposal);
            return new ProblemException(Problem.of(refusal.reason()), refusal.sentence());
        });
    }

    /** Everybody may see it from now on, so it must be a picture, and not what somebody wrote. */
    private void checkPicture(String field, BlobHash blob) {
        String type = engine.blobs()
                .find(blob)
                .map(Blob::type)
                .orElseThrow(() ->
                        new ProblemException(Problem.UNKNOWN, field + ": there is no file " + blob + ", or no longer"));
        if (!type.startsWith("image/")) {
            throw new ProblemException(Problem.INVALID, field + ": the file " + blob + " is no picture");
        }
    }

    /** Records a milestone. */
    @PostMapping("/milestones")
    @Operation(summary = "Plan a milestone of the works, or tell that it is done; its title names it")
    ResponseEntity<Object> milestone(
            @PathVariable BudgetId budget,
            @PathVariable ProposalId proposal,
            @RequestBody Milestone body,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        long awarded = awarded(budget, proposal);
        return send(new RecordMilestone(budget, proposal, awarded, body, today(budget, origin)), origin, accept);
    }

    /** Records a delay. */
    @PostMapping("/delays")
    @Operation(
            summary = "Put a planned milestone to a later day, with a reason; its title may be left out where only"
                    + " one is planned")
    ResponseEntity<Object> delay(
            @PathVariable BudgetId budget,
            @PathVariable ProposalId proposal,
            @RequestBody Delay body,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return send(new RecordDelay(budget, proposal, awarded(budget, proposal), body), origin, accept);
    }

    /** Records an expense. */
    @PostMapping("/expenses")
    @Operation(
            summary = "Tell what was spent; more than was awarded, and money that came back (cents below 0), with a"
                    + " reason")
    ResponseEntity<Object> expense(
            @PathVariable BudgetId budget,
            @PathVariable ProposalId proposal,
            @RequestBody Expense body,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        long awarded = awarded(budget, proposal);
        if (body.document() != null) {
            checkPicture("document", body.document());
        }
        return send(new RecordExpense(budget, proposal, awarded, body, today(budget, origin)), origin, accept);
    }

    /** Adds a photo. */
    @PostMapping("/photos")
    @Operation(summary = "Show a picture of the works that was uploaded before")
    ResponseEntity<Object> photo(
            @PathVariable BudgetId budget,
            @PathVariable ProposalId proposal,
            @RequestBody Photo body,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        long awarded = awarded(budget, proposal);
        checkPicture("blob", body.blob());
        return send(new AddPhoto(budget, proposal, awarded, body), origin, accept);
    }

    /** Defines an indicator. */
    @PostMapping("/indicators")
    @Operation(summary = "Define what is measured every so many days")
    ResponseEntity<Object> indicator(
            @PathVariable BudgetId budget,
            @PathVariable ProposalId proposal,
            @RequestBody Indicator body,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        long awarded = awarded(budget, proposal);
        return send(new DefineIndicator(budget, proposal, awarded, body, today(budget, origin)), origin, accept);
    }

    /** Records a measure. */
    @PostMapping("/measures")
    @Operation(summary = "Tell the value of an indicator on a day; the latest telling for a day stands")
    ResponseEntity<Object> measure(
            @PathVariable BudgetId budget,
            @PathVariable ProposalId proposal,
            @RequestBody Measure body,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        long awarded = awarded(budget, proposal);
        return send(new RecordMeasure(budget, proposal, awarded, body, today(budget, origin)), origin, accept);
    }

    /** Tells what became of a proposal. */
    @PostMapping("/fate")
    @Operation(summary = "Tell what became of a proposal, whether it won or not; the latest telling stands")
    ResponseEntity<Object> fate(
            @PathVariable BudgetId budget,
            @PathVariable ProposalId proposal,
            @RequestBody Fate body,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return send(new TellFate(budget, proposal, body), origin, accept);
    }
}
