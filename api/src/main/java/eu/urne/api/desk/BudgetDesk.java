package eu.urne.api.desk;

import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Engine;
import eu.urne.engine.blob.BlobHash;
import eu.urne.engine.blob.IdeaText;
import eu.urne.engine.budget.BudgetId;
import eu.urne.engine.budget.Phase;
import eu.urne.projections.BudgetView;
import eu.urne.projections.Page;
import eu.urne.projections.ProposalFilter;
import eu.urne.projections.ProposalRow;
import eu.urne.projections.ProposalState;
import eu.urne.projections.Reminder;
import eu.urne.projections.Views;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A budget for those who run it: phases and calendar, parts, and all ideas, also those that are not published. */
@DeskPage
@Allowed(Role.CITY)
@RequestMapping("/desk/budgets/{budget}")
public final class BudgetDesk {

    private static final int SIZE = 50;
    private static final int MOST_FOUND = 1_000;
    private static final int LAST_PAGE = 100_000;

    private final Engine engine;
    private final Views views;

    /** Pages of the budgets in this engine. */
    public BudgetDesk(Engine engine, Views views) {
        this.engine = engine;
        this.views = views;
    }

    /** A phase with its day, and whether it is {@code done}, {@code now} or {@code later}. */
    public record Stop(Phase phase, LocalDate day, String when) {}

    /**
     * An idea in a list.
     *
     * @param title official or the authors'; its id where the words are erased
     */
    public record Item(ProposalRow row, String title) {

        /** The idea with the title of these words. */
        static Item of(ProposalRow row, Optional<IdeaText> words) {
            String official = row.title();
            return new Item(
                    row,
                    official == null
                            ? words.map(IdeaText::title).orElse(row.proposal().value())
                            : official);
        }
    }

    /** A budget, with the ideas that are looked for. */
    @GetMapping
    ModelAndView budget(
            @PathVariable BudgetId budget,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "0") int page,
            DeskUser user,
            CommandOrigin asking) {
        BudgetView view = known(budget);
        int at = Math.clamp(page, 0, LAST_PAGE);
        Page<Item> found = found(budget, q, state(state), at, user);
        Map<String, Object> model = new HashMap<>(Map.of(
                "view",
                view,
                "stops",
                stops(view),
                "states",
                ProposalState.values(),
                "found",
                found,
                "more",
                (long) (at + 1) * SIZE < found.total(),
                "q",
                q,
                "state",
                state,
                "reminders",
                reminders(view, user, asking),
                "isStudied",
                view.phase() == Phase.STUDY && user.sites().isEmpty(),
                "later",
                Arrays.stream(Phase.values())
                        .filter(phase -> phase.compareTo(view.phase()) > 0)
                        .toList()));
        view.phase().next().ifPresent(next -> model.put("next", next));
        return new ModelAndView("desk/budget", model);
    }

    private BudgetView known(BudgetId budget) {
        return views.budgets()
                .budget(budget)
                .orElseThrow(() -> new ProblemException(Problem.UNKNOWN, "there is no budget " + budget));
    }

    private Page<Item> found(BudgetId budget, String q, @Nullable ProposalState state, int page, DeskUser user) {
        List<BlobHash> texts = q.isBlank() ? null : engine.blobs().search(budget.value(), q, MOST_FOUND);
        Page<ProposalRow> rows = user.sites().isEmpty()
                ? views.proposals().list(budget, new ProposalFilter(true, state, null, null, texts), page, SIZE)
                : ofSites(budget, state, texts, page, user);
        return new Page<>(
                page,
                SIZE,
                rows.total(),
                rows.items().stream()
                        .map(row -> Item.of(row, engine.blobs().idea(row.text())))
                        .toList());
    }

    /** Ideas of the user's sites only, the newest first. */
    private Page<ProposalRow> ofSites(
            BudgetId budget, @Nullable ProposalState state, @Nullable List<BlobHash> texts, int page, DeskUser user) {
        List<ProposalRow> all = user.sites().stream()
                .flatMap(site -> views
                        .proposals()
                        .list(budget, new ProposalFilter(true, state, site, null, texts), 0, MOST_FOUND)
                        .items()
                        .stream())
                .sorted(Comparator.comparingLong(ProposalRow::submittedMs).reversed())
                .toList();
        List<ProposalRow> items =
                all.stream().skip((long) page * SIZE).limit(SIZE).toList();
        return new Page<>(page, SIZE, all.size(), items);
    }

    private List<Reminder> reminders(BudgetView view, DeskUser user, CommandOrigin asking) {
        if (view.phase().compareTo(Phase.STUDY) > 0) {
            return List.of();
        }
        return views.proposals().reminders(view.budget(), view.terms(), asking.atMs()).stream()
                .filter(each -> user.sites().isEmpty()
                        || views.proposals()
                                .proposal(view.budget(), each.proposal())
                                .filter(idea -> user.at(idea.row().site()))
                                .isPresent())
                .toList();
    }

    private static @Nullable ProposalState state(String code) {
        try {
            return code.isEmpty() ? null : ProposalState.ofCode(code);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.INVALID, "state: there is no such state");
        }
    }

    private static List<Stop> stops(BudgetView view) {
        return Arrays.stream(Phase.values())
                .map(phase -> {
                    int side = phase.compareTo(view.phase());
                    String when = side < 0 ? "done" : side == 0 ? "now" : "later";
                    return new Stop(phase, view.terms().calendar().day(phase), when);
                })
                .toList();
    }
}
