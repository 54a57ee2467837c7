package eu.urne.api.rest;

import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.Engine;
import eu.urne.engine.blob.BlobHash;
import eu.urne.engine.blob.IdeaText;
import eu.urne.engine.budget.BudgetId;
import eu.urne.engine.budget.ProposalId;
import eu.urne.projections.ProposalFilter;
import eu.urne.projections.ProposalView;
import eu.urne.projections.Views;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Which ideas say much the same, for who decides on merging them. */
@RestController
@Tag(name = "staff")
public final class SimilarController {

    private static final int MOST = 10;
    /** Some found are texts that were revised since. */
    private static final int LOOKED_AT = 50;

    private final Engine engine;
    private final Views views;

    /** Views that follow this engine, which has the texts. */
    public SimilarController(Engine engine, Views views) {
        this.engine = engine;
        this.views = views;
    }

    /** Proposals like another one. */
    @GetMapping("/api/budgets/{budget}/proposals/{proposal}/similar")
    @Operation(summary = "Up to 10 proposals of the budget that share the most telling words with one, nearest first")
    List<ProposalReply.Item> similar(@PathVariable BudgetId budget, @PathVariable ProposalId proposal) {
        ProposalView view = views.proposals()
                .proposal(budget, proposal)
                .orElseThrow(() -> new ProblemException(
                        Problem.UNKNOWN, "there is no proposal " + proposal + " in the budget " + budget));
        IdeaText words = engine.blobs()
                .idea(view.row().text())
                .orElseThrow(() ->
                        new ProblemException(Problem.ERASED, "the words of the proposal " + proposal + " are erased"));
        List<BlobHash> near = engine.blobs().similar(budget.value(), words, LOOKED_AT);
        ProposalFilter filter = new ProposalFilter(true, null, null, null, near);
        return views.proposals().list(budget, filter, 0, LOOKED_AT).items().stream()
                .filter(row -> !row.proposal().equals(proposal))
                .limit(MOST)
                .map(row -> ProposalReply.Item.of(row, engine.blobs().idea(row.text())))
                .toList();
    }
}
