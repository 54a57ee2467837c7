package eu.urne.api.rest;

import eu.urne.api.web.Everybody;
import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.api.web.Visitor;
import eu.urne.engine.Engine;
import eu.urne.engine.blob.BlobHash;
import eu.urne.engine.blob.IdeaText;
import eu.urne.engine.budget.BudgetId;
import eu.urne.engine.budget.ProposalId;
import eu.urne.projections.Page;
import eu.urne.projections.ProposalFilter;
import eu.urne.projections.ProposalRow;
import eu.urne.projections.ProposalState;
import eu.urne.projections.ProposalView;
import eu.urne.projections.Views;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What may be seen of proposals; with a staff key also of those that are not published. */
@RestController
@RequestMapping("/api/budgets/{budget}/proposals")
@Everybody
@Tag(name = "views")
public final class ProposalController {

    private static final int MOST_FOUND = 1_000;
    private static final int MOST_OF_A_PAGE = 100;
    private static final int LAST_PAGE = 100_000;

    private final Engine engine;
    private final Views views;

    /** Views that follow this engine, which has the texts. */
    public ProposalController(Engine engine, Views views) {
        this.engine = engine;
        this.views = views;
    }

    /** Proposals of a budget. */
    @GetMapping
    @Operation(
            summary = "Proposals of a budget, the newest first; with q those in which every word begins a word,"
                    + " best first. With a staff key also those that are not published")
    Page<ProposalReply.Item> proposals(
            @PathVariable BudgetId budget,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String site,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size,
            Visitor visitor) {
        if (page < 0 || page > LAST_PAGE || size < 1 || size > MOST_OF_A_PAGE) {
            throw new ProblemException(
                    Problem.INVALID, "page: from 0 to " + LAST_PAGE + "; size: from 1 to " + MOST_OF_A_PAGE);
        }
        if (views.budgets().phase(budget).isEmpty()) {
            throw BudgetController.unknown(budget);
        }
        List<BlobHash> found = q == null || q.isBlank() ? null : engine.blobs().search(budget.value(), q, MOST_FOUND);
        ProposalFilter filter = new ProposalFilter(visitor.staff(), state(state), site, category, found);
        Page<ProposalRow> rows = views.proposals().list(budget, filter, page, size);
        List<ProposalReply.Item> items = rows.items().stream()
                .map(row -> ProposalReply.Item.of(row, engine.blobs().idea(row.text())))
                .toList();
        return new Page<>(page, size, rows.total(), items);
    }

    private static @Nullable ProposalState state(@Nullable String code) {
        try {
            return code == null ? null : ProposalState.ofCode(code);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.INVALID, "state: there is no state \"" + code + "\"");
        }
    }

    /** A proposal. */
    @GetMapping("/{proposal}")
    @Operation(
            summary = "A proposal with its words, its authors and those of what was merged into it, and the reasons"
                    + " of everything decided about it; words that are not published for the staff only")
    ProposalReply proposal(@PathVariable BudgetId budget, @PathVariable ProposalId proposal, Visitor visitor) {
        ProposalView view = views.proposals()
                .proposal(budget, proposal)
                .orElseThrow(() -> new ProblemException(
                        Problem.UNKNOWN, "there is no proposal " + proposal + " in the budget " + budget));
        boolean readable = view.shown() || visitor.staff();
        Optional<IdeaText> words = readable ? engine.blobs().idea(view.row().text()) : Optional.empty();
        return ProposalReply.of(view, words, readable);
    }
}
