package eu.urne.api.desk;

import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
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
import eu.urne.engine.budget.ProposalCommand.WithdrawProposal;
import eu.urne.engine.budget.ProposalId;
import eu.urne.projections.BudgetView;
import eu.urne.projections.Views;
import java.util.Map;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The ideas of a budget: what was handed in is read, and decided on. */
@DeskPage
@Allowed(Role.CITY)
@RequestMapping(DecisionPages.PATH)
public final class DecisionPages {

    static final String PATH = "/desk/budgets";

    private final Views views;
    private final DecisionDesk ideas;
    private final DeskTexts texts;

    /** Pages of the budgets of this engine, whose views these are. */
    public DecisionPages(Engine engine, Views views, DeskTexts texts) {
        this.views = views;
        this.ideas = new DecisionDesk(engine, views);
        this.texts = texts;
    }

    /**
     * What was typed to decide on an idea, to be corrected.
     *
     * @param step what was to be done
     * @param problem the sentence; empty for none
     */
    public record Typed(String step, String reason, String into, String department, String problem) {

        static final Typed NOTHING = new Typed("", "", "", "", "");
    }

    private BudgetView known(BudgetId budget) {
        return views.budgets()
                .budget(budget)
                .orElseThrow(() -> new ProblemException(Problem.UNKNOWN, "there is no budget " + budget));
    }

    /** An idea, with forms for what may be decided about it. */
    @GetMapping("/{budget}/proposals/{proposal:[a-z0-9-]+}")
    ModelAndView idea(@PathVariable BudgetId budget, @PathVariable ProposalId proposal, DeskUser user) {
        return page(budget, proposal, Typed.NOTHING, 200, user);
    }

    private ModelAndView page(BudgetId budget, ProposalId proposal, Typed typed, int status, DeskUser user) {
        return new ModelAndView(
                "desk/decide",
                Map.of(
                        "budget",
                        known(budget),
                        "idea",
                        ideas.idea(budget, proposal, user),
                        "typed",
                        typed,
                        "me",
                        "staff/" + user.pseudonym()),
                HttpStatusCode.valueOf(status));
    }

    /** Decides on an idea. */
    @PostMapping("/{budget}/proposals/{proposal:[a-z0-9-]+}/{step}")
    ModelAndView decide(
            @PathVariable BudgetId budget,
            @PathVariable ProposalId proposal,
            @PathVariable String step,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String into,
            @RequestParam(defaultValue = "") String department,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        ideas.idea(budget, proposal, user);
        Typed typed = new Typed(step, reason, into, department, "");
        try {
            if (!into.isBlank()) {
                ideas.idea(budget, new ProposalId(into.strip()), user);
            }
            ideas.send(command(budget, proposal, typed, origin), origin);
        } catch (IllegalArgumentException e) {
            return refused(budget, proposal, typed, String.valueOf(e.getMessage()), 422, user);
        } catch (ProblemException e) {
            return refused(
                    budget, proposal, typed, e.sentence(), e.problem().status().value(), user);
        }
        flash.addFlashAttribute("notice", texts.text("office.decide.done." + step));
        return new ModelAndView("redirect:" + PATH + "/{budget}/proposals/{proposal}");
    }

    private ModelAndView refused(
            BudgetId budget, ProposalId proposal, Typed typed, String sentence, int status, DeskUser user) {
        Typed told = new Typed(typed.step(), typed.reason(), typed.into(), typed.department(), sentence);
        return page(budget, proposal, told, status, user);
    }

    private static ProposalCommand command(BudgetId budget, ProposalId proposal, Typed typed, CommandOrigin origin) {
        String reason = typed.reason().strip();
        return switch (typed.step()) {
            case "accept" -> new AcceptProposal(budget, proposal);
            case "reject" -> new RejectProposal(budget, proposal, reason);
            case "merge" ->
                new MergeProposal(budget, proposal, new ProposalId(typed.into().strip()), reason);
            case "withdraw" -> new WithdrawProposal(budget, proposal, reason);
            case "decline" -> new DeclineProposal(budget, proposal, reason);
            case "assign" ->
                new AssignStudy(budget, proposal, typed.department().strip());
            case "confirm" -> new ConfirmStudy(budget, proposal, origin.by());
            default -> throw new ProblemException(Problem.UNKNOWN, "there is no such step");
        };
    }
}
