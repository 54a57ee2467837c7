package eu.urne.api.site;

import eu.urne.engine.Engine;
import eu.urne.engine.blob.BlobHash;
import eu.urne.engine.blob.IdeaText;
import eu.urne.engine.budget.Attachment;
import eu.urne.engine.budget.BudgetId;
import eu.urne.engine.budget.ProposalId;
import eu.urne.projections.Page;
import eu.urne.projections.ProposalFilter;
import eu.urne.projections.ProposalRow;
import eu.urne.projections.ProposalState;
import eu.urne.projections.ProposalView;
import eu.urne.projections.Views;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The published proposals of budgets with their words and pictures; nothing of those that are not published. */
final class Projects {

    private static final int MOST_FOUND = 1_000;

    private final Engine engine;
    private final Views views;

    Projects(Engine engine, Views views) {
        this.engine = engine;
        this.views = views;
    }

    /**
     * What is looked for.
     *
     * @param words each of which begins a word of the project; blank for any project
     */
    record Wanted(
            String words,
            @Nullable ProposalState state,
            @Nullable String site,
            @Nullable String category) {
        static final Wanted EVERYTHING = new Wanted("", null, null, null);
    }

    /** A piece of the list, the newest first or, with words, the best first. */
    Page<ProjectCard> list(BudgetId budget, Wanted wanted, int page, int size) {
        List<BlobHash> found =
                wanted.words().isBlank() ? null : engine.blobs().search(budget.value(), wanted.words(), MOST_FOUND);
        ProposalFilter filter = new ProposalFilter(false, wanted.state(), wanted.site(), wanted.category(), found);
        Page<ProposalRow> rows = views.proposals().list(budget, filter, page, size);
        List<ProjectCard> cards = rows.items().stream()
                .flatMap(row -> card(budget, row.proposal()).stream())
                .toList();
        return new Page<>(page, size, rows.total(), cards);
    }

    /** How many are shown of a site. */
    long count(BudgetId budget, String site) {
        return views.proposals()
                .list(budget, new ProposalFilter(false, null, site, null, null), 0, 1)
                .total();
    }

    /** A published project; empty where there is none, or it is not for everybody. */
    Optional<ProjectCard> card(BudgetId budget, ProposalId id) {
        return views.proposals()
                .proposal(budget, id)
                .filter(ProposalView::shown)
                .map(this::card);
    }

    /** The card of a project that is shown. */
    ProjectCard card(ProposalView view) {
        ProposalRow row = view.row();
        Optional<IdeaText> words = engine.blobs().idea(row.text());
        String title =
                row.title() != null ? row.title() : words.map(IdeaText::title).orElse(null);
        return new ProjectCard(
                row.proposal(),
                row.state(),
                title,
                row.site(),
                row.category(),
                row.cents(),
                row.part(),
                files(view, "image/").stream().findFirst().orElse(null),
                files(view, "audio/"),
                words.map(IdeaText::text).orElse(""));
    }

    /** Addresses of the files of a project whose type begins so, but for those that are erased. */
    List<String> files(ProposalView view, String type) {
        return view.idea().attachments().stream()
                .filter(file -> file.type().startsWith(type))
                .map(Attachment::blob)
                .filter(blob -> engine.blobs().find(blob).isPresent())
                .map(blob -> "/api/blobs/" + blob)
                .toList();
    }
}
