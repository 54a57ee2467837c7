package eu.urne.api.rest;

import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.Answer;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Engine;
import eu.urne.engine.EngineJson;
import eu.urne.engine.blob.Draft;
import eu.urne.engine.blob.DraftStore;
import eu.urne.engine.budget.Author;
import eu.urne.engine.budget.BudgetId;
import eu.urne.engine.budget.ProposalCommand.SubmitProposal;
import eu.urne.engine.budget.ProposalId;
import eu.urne.projections.Views;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Ideas that are not handed in yet: nobody sees them but who has the staff key that saved them. */
@RestController
@RequestMapping("/api/budgets/{budget}/drafts")
@Tag(name = "staff")
public final class DraftController {

    private final Engine engine;
    private final Views views;
    private final VisibleReplies replies;
    private final IdeaKeeper ideas;
    private final DraftStore drafts;

    /** Drafts beside the blobs of this engine. */
    public DraftController(Engine engine, Views views, VisibleReplies replies) {
        this.engine = engine;
        this.views = views;
        this.replies = replies;
        this.ideas = new IdeaKeeper(engine);
        this.drafts = engine.blobs().drafts();
    }

    /** Lists drafts. */
    @GetMapping
    @Operation(summary = "Your drafts in a budget, the last saved first")
    ResponseEntity<List<DraftReply>> drafts(@PathVariable BudgetId budget, CommandOrigin origin) {
        return secret(drafts.all(origin.by(), budget.value()).stream()
                .map(DraftReply::of)
                .toList());
    }

    /** Shows a draft. */
    @GetMapping("/{draft}")
    @Operation(summary = "A draft of yours")
    ResponseEntity<DraftReply> draft(
            @PathVariable BudgetId budget, @PathVariable ProposalId draft, CommandOrigin origin) {
        return secret(DraftReply.of(found(budget, draft, origin)));
    }

    /** Saves a draft. */
    @PutMapping(path = "/{draft}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Save a draft, complete or not; 400 days after the last time it is forgotten")
    ResponseEntity<DraftReply> save(
            @PathVariable BudgetId budget,
            @PathVariable ProposalId draft,
            @RequestBody DraftBody body,
            CommandOrigin origin) {
        if (views.budgets().phase(budget).isEmpty()) {
            throw BudgetController.unknown(budget);
        }
        String json = EngineJson.MAPPER.writeValueAsString(body);
        if (json.length() > DraftStore.MAX_LENGTH) {
            throw new ProblemException(
                    Problem.TOO_LARGE, "the draft is larger than " + DraftStore.MAX_LENGTH + " characters");
        }
        Draft saved = new Draft(draft.value(), origin.atMs(), json);
        if (!drafts.save(origin.by(), budget.value(), saved)) {
            throw new ProblemException(
                    Problem.INVALID,
                    "draft: you have " + DraftStore.MOST + " in this budget; delete one, or hand one in");
        }
        return secret(DraftReply.of(saved));
    }

    /** Deletes a draft. */
    @DeleteMapping("/{draft}")
    @Operation(summary = "Delete a draft of yours for good")
    ResponseEntity<Void> delete(@PathVariable BudgetId budget, @PathVariable ProposalId draft, CommandOrigin origin) {
        if (!drafts.delete(origin.by(), budget.value(), draft.value())) {
            throw unknown(budget, draft);
        }
        return ResponseEntity.noContent().build();
    }

    /** Hands a draft in. */
    @PostMapping("/{draft}/submission")
    @Operation(summary = "Hand a draft in as a proposal of its id; from then on there is no draft")
    ResponseEntity<Object> submit(
            @PathVariable BudgetId budget,
            @PathVariable ProposalId draft,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        Optional<Answer.Accepted> earlier = engine.commands().find(origin.id());
        if (earlier.isPresent()) {
            return replies.of(earlier.get(), accept);
        }
        DraftBody body = DraftReply.of(found(budget, draft, origin)).idea();
        Author author = body.submitter();
        Answer answer =
                ideas.send(budget, body.idea(), idea -> new SubmitProposal(budget, draft, author, idea), origin);
        if (answer instanceof Answer.Accepted) {
            drafts.delete(origin.by(), budget.value(), draft.value());
        }
        return replies.of(answer, accept);
    }

    private Draft found(BudgetId budget, ProposalId draft, CommandOrigin origin) {
        return drafts.find(origin.by(), budget.value(), draft.value()).orElseThrow(() -> unknown(budget, draft));
    }

    private static ProblemException unknown(BudgetId budget, ProposalId draft) {
        return new ProblemException(Problem.UNKNOWN, "you have no draft " + draft + " in the budget " + budget);
    }

    private static <T> ResponseEntity<T> secret(T body) {
        return ResponseEntity.ok().header(HttpHeaders.CACHE_CONTROL, "no-store").body(body);
    }
}
