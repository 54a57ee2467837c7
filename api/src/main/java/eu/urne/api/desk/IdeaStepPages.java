package eu.urne.api.desk;

import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.budget.BudgetId;
import eu.urne.engine.budget.ProposalCommand;
import eu.urne.engine.budget.ProposalCommand.AcceptProposal;
import eu.urne.engine.budget.ProposalCommand.AssignStudy;
import eu.urne.engine.budget.ProposalCommand.ConfirmStudy;
import eu.urne.engine.budget.ProposalCommand.DeclineProposal;
import eu.urne.engine.budget.ProposalCommand.MergeProposal;
import eu.urne.engine.budget.ProposalCommand.RejectProposal;
import eu.urne.engine.budget.ProposalCommand.StudyProposal;
import eu.urne.engine.budget.ProposalCommand.WithdrawProposal;
import eu.urne.engine.budget.ProposalId;
import eu.urne.projections.Views;
import java.util.Map;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the buttons of an idea's page do. Each leads back to the page, which says what was done or why not. */
@DeskPage
@Allowed(Role.CITY)
@RequestMapping("/desk/budgets/{budget}/proposals/{proposal}")
public final class IdeaStepPages {

    private static final String PAGE = "/desk/budgets/{budget}/proposals/{proposal}";

    private final DeskCommands commands;
    private final IdeaSites sites;

    /** Buttons that send these commands about ideas of these views. */
    public IdeaStepPages(DeskCommands commands, Views views) {
        this.commands = commands;
        this.sites = new IdeaSites(views);
    }

    /** Takes a step with an idea; its name is that of its form. */
    @PostMapping("/{step:accept|reject|merge|withdraw|assign|study|confirm|decline}")
    ModelAndView take(
            @PathVariable BudgetId budget,
            @PathVariable ProposalId proposal,
            @PathVariable String step,
            @RequestParam Map<String, String> fields,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        sites.check(budget, proposal, user);
        TypedForm form = TypedForm.of(step, fields);
        return commands.send(
                PAGE,
                flash,
                "office.idea.done." + step,
                form,
                () -> step.equals("merge")
                        ? new MergeProposal(budget, proposal, into(budget, form, user), form.text("reason"))
                        : command(budget, proposal, form, origin.by()),
                origin);
    }

    private static ProposalCommand command(BudgetId budget, ProposalId proposal, TypedForm form, String by) {
        return switch (form.form()) {
            case "accept" -> new AcceptProposal(budget, proposal);
            case "reject" -> new RejectProposal(budget, proposal, form.text("reason"));
            case "withdraw" -> new WithdrawProposal(budget, proposal, form.text("reason"));
            case "assign" -> new AssignStudy(budget, proposal, form.line("department"));
            case "study" -> new StudyProposal(budget, proposal, SheetForm.study(form), by);
            case "confirm" -> new ConfirmStudy(budget, proposal, by);
            case "decline" -> new DeclineProposal(budget, proposal, form.text("reason"));
            default -> throw new IllegalStateException("there is no step " + form.form());
        };
    }

    /** The other idea, which is also one of the user's sites. */
    private ProposalId into(BudgetId budget, TypedForm form, DeskUser user) {
        try {
            ProposalId other = new ProposalId(form.line("into"));
            sites.check(budget, other, user);
            return other;
        } catch (ProblemException e) {
            throw new ProblemException(e.problem(), "into: " + e.sentence());
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.INVALID, "into: it is no id of a proposal");
        }
    }
}
