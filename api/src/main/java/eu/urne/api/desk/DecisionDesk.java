package eu.urne.api.desk;

import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.Answer;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Engine;
import eu.urne.engine.Refusal;
import eu.urne.engine.blob.BlobHash;
import eu.urne.engine.blob.IdeaText;
import eu.urne.engine.budget.BudgetId;
import eu.urne.engine.budget.ProposalCommand;
import eu.urne.engine.budget.ProposalId;
import eu.urne.projections.ProposalFilter;
import eu.urne.projections.ProposalRow;
import eu.urne.projections.ProposalView;
import eu.urne.projections.Views;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ideas as the city sees them, also those that are not published. */
final class DecisionDesk {

    private static final int SIZE = 30;
    private static final int MOST_ALIKE = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Engine engine;
    private final Views views;

    DecisionDesk(Engine engine, Views views) {
        this.engine = engine;
        this.views = views;
    }

    /**
     * An idea in a list.
     *
     * @param title "" where the words are erased
     */
    public record Listed(ProposalRow row, String title) {}

    /**
     * An idea with its words.
     *
     * @param text null where they are erased
     * @param alike ideas with which it could be merged
     */
    public record Shown(ProposalView view, @Nullable IdeaText text, List<Listed> alike) {}

    private Listed listed(ProposalRow row) {
        String own = row.title();
        return new Listed(
                row,
                own != null
                        ? own
                        : engine.blobs().idea(row.text()).map(IdeaText::title).orElse(""));
    }

    /**
     * An idea.
     *
     * @throws ProblemException if there is no such one, or it is another site's
     */
    Shown idea(BudgetId budget, ProposalId proposal, DeskUser user) {
        ProposalView view = views.proposals()
                .proposal(budget, proposal)
                .orElseThrow(() -> new ProblemException(
                        Problem.UNKNOWN, "there is no proposal " + proposal + " in the budget " + budget));
        if (!user.at(view.row().site())) {
            throw new ProblemException(Problem.NOT_AUTHORISED, "this idea is of other sites than yours");
        }
        IdeaText text = engine.blobs().idea(view.row().text()).orElse(null);
        return new Shown(view, text, text == null ? List.of() : alike(budget, view, text, user));
    }

    private List<Listed> alike(BudgetId budget, ProposalView view, IdeaText text, DeskUser user) {
        List<BlobHash> near = engine.blobs().similar(budget.value(), text, SIZE);
        ProposalFilter filter = new ProposalFilter(true, null, null, null, near);
        return views.proposals().list(budget, filter, 0, SIZE).items().stream()
                .filter(row -> !row.proposal().equals(view.row().proposal()) && user.at(row.site()))
                .limit(MOST_ALIKE)
                .map(this::listed)
                .toList();
    }

    /**
     * Sends a command, and waits until the pages show what it did.
     *
     * @throws ProblemException if it is refused
     */
    void send(ProposalCommand command, CommandOrigin origin) {
        Answer answer = engine.commands().send(command, origin);
        if (answer instanceof Answer.Refused(Refusal refusal)) {
            throw new ProblemException(Problem.of(refusal.reason()), refusal.sentence());
        }
        views.await(engine.log().reader().lastPosition(), PATIENCE);
    }
}
