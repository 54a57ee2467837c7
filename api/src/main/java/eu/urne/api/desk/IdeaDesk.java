package eu.urne.api.desk;

import eu.urne.api.desk.BudgetDesk.Item;
import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.Engine;
import eu.urne.engine.blob.Blob;
import eu.urne.engine.blob.BlobHash;
import eu.urne.engine.blob.IdeaText;
import eu.urne.engine.budget.BudgetId;
import eu.urne.engine.budget.ProposalId;
import eu.urne.projections.BudgetView;
import eu.urne.projections.ProposalFilter;
import eu.urne.projections.ProposalView;
import eu.urne.projections.Views;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** An idea for those who moderate and study it, with its words and pictures also before they are published. */
@DeskPage
@Allowed(Role.CITY)
@RequestMapping("/desk/budgets/{budget}/proposals/{proposal}")
public final class IdeaDesk {

    private static final int MOST_SIMILAR = 10;
    /** Some found are texts that were revised since. */
    private static final int LOOKED_AT = 50;

    private final Engine engine;
    private final Views views;
    private final Users users;
    private final IdeaSites sites;

    /** Pages of the ideas in this engine. */
    public IdeaDesk(Engine engine, Views views, Users users) {
        this.engine = engine;
        this.views = views;
        this.users = users;
        this.sites = new IdeaSites(views);
    }

    /** An idea. */
    @GetMapping
    ModelAndView idea(@PathVariable BudgetId budget, @PathVariable ProposalId proposal, DeskUser user, Model flashed) {
        ProposalView view = sites.check(budget, proposal, user);
        BudgetView of = views.budgets().budget(budget).orElseThrow();
        @Nullable IdeaText words = engine.blobs().idea(view.row().text()).orElse(null);
        TypedForm known = known(view);
        Map<String, Object> model = new HashMap<>(Map.of(
                "view",
                view,
                "budget",
                of,
                "item",
                Item.of(view.row(), engine.blobs().idea(view.row().text())),
                "similar",
                words == null ? List.of() : similar(view, budget, words, user),
                "sheet",
                SheetForm.SHEET,
                "known",
                known,
                "state",
                view.row().state().code()));
        if (words != null) {
            model.put("words", words);
        }
        ProposalView.Study study = view.study();
        if (study != null) {
            model.put("by", users.nameOf(study.by()));
            model.put("own", study.by().equals("staff/" + user.pseudonym()));
            String second = study.confirmedBy();
            model.put("second", second == null ? "" : users.nameOf(second));
        }
        boolean refused = flashed.getAttribute("typed") instanceof TypedForm typed && typed.is(SheetForm.NAME);
        model.put("study", refused ? flashed.getAttribute("typed") : known);
        return new ModelAndView("desk/idea", model);
    }

    /** A picture or sound of the idea. */
    @GetMapping("/files/{blob}")
    ResponseEntity<byte[]> file(
            @PathVariable BudgetId budget,
            @PathVariable ProposalId proposal,
            @PathVariable String blob,
            DeskUser user) {
        Blob found = sites.check(budget, proposal, user).idea().attachments().stream()
                .filter(attachment -> attachment.blob().toString().equals(blob))
                .findFirst()
                .flatMap(attachment -> engine.blobs().find(attachment.blob()))
                .orElseThrow(() -> new ProblemException(Problem.UNKNOWN, "there is no such file"));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(found.type()))
                .header("Cache-Control", "no-store")
                .body(found.content());
    }

    private List<Item> similar(ProposalView view, BudgetId budget, IdeaText words, DeskUser user) {
        List<BlobHash> near = engine.blobs().similar(budget.value(), words, LOOKED_AT);
        ProposalFilter filter = new ProposalFilter(true, null, null, null, near);
        return views.proposals().list(budget, filter, 0, LOOKED_AT).items().stream()
                .filter(row -> !row.proposal().equals(view.row().proposal()) && user.at(row.site()))
                .limit(MOST_SIMILAR)
                .map(row -> Item.of(row, engine.blobs().idea(row.text())))
                .toList();
    }

    /** What is known of the study, as it could be typed. */
    private static TypedForm known(ProposalView view) {
        ProposalView.Study study = view.study();
        if (study != null) {
            return SheetForm.of(study.feasibility());
        }
        String department = view.department();
        return TypedForm.of(SheetForm.NAME, Map.of("department", department == null ? "" : department));
    }
}
