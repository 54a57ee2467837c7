package eu.urne.api.desk;

import eu.urne.engine.CommandOrigin;
import eu.urne.engine.budget.BudgetId;
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
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
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

    private ModelAndView send(
            String done,
            Map<String, ?> typed,
            Supplier<Object> command,
            CommandOrigin origin,
            RedirectAttributes flash) {
        return commands.send(PAGE, flash, "office.idea.done." + done, typed, command, origin);
    }

    /** Lets an idea be published. */
    @PostMapping("/accept")
    ModelAndView accept(
            @PathVariable BudgetId budget,
            @PathVariable ProposalId proposal,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        sites.check(budget, proposal, user);
        return send("accepted", Map.of(), () -> new AcceptProposal(budget, proposal), origin, flash);
    }

    /** Keeps an idea from being published. */
    @PostMapping("/reject")
    ModelAndView reject(
            @PathVariable BudgetId budget,
            @PathVariable ProposalId proposal,
            @RequestParam(defaultValue = "") String reason,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        sites.check(budget, proposal, user);
        return send(
                "rejected",
                Map.of("rejectReason", reason),
                () -> new RejectProposal(budget, proposal, text(reason)),
                origin,
                flash);
    }

    /** Lets an idea go on as part of another one. */
    @PostMapping("/merge")
    ModelAndView merge(
            @PathVariable BudgetId budget,
            @PathVariable ProposalId proposal,
            @RequestParam(defaultValue = "") String into,
            @RequestParam(defaultValue = "") String reason,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        sites.check(budget, proposal, user);
        return send(
                "merged",
                Map.of("mergeReason", reason, "into", into),
                () -> {
                    ProposalId other = new ProposalId(into.strip());
                    sites.check(budget, other, user);
                    return new MergeProposal(budget, proposal, other, text(reason));
                },
                origin,
                flash);
    }

    /** Takes an idea back, for its authors. */
    @PostMapping("/withdraw")
    ModelAndView withdraw(
            @PathVariable BudgetId budget,
            @PathVariable ProposalId proposal,
            @RequestParam(defaultValue = "") String reason,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        sites.check(budget, proposal, user);
        return send(
                "withdrawn",
                Map.of("withdrawReason", reason),
                () -> new WithdrawProposal(budget, proposal, text(reason)),
                origin,
                flash);
    }

    /** Asks a department for a study. */
    @PostMapping("/assign")
    ModelAndView assign(
            @PathVariable BudgetId budget,
            @PathVariable ProposalId proposal,
            @RequestParam(defaultValue = "") String department,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        sites.check(budget, proposal, user);
        return send(
                "assigned",
                Map.of("department", department),
                () -> new AssignStudy(budget, proposal, department.strip()),
                origin,
                flash);
    }

    /** Hands in a study. */
    @PostMapping("/study")
    ModelAndView study(
            @PathVariable BudgetId budget,
            @PathVariable ProposalId proposal,
            @RequestParam Map<String, String> fields,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        sites.check(budget, proposal, user);
        fields.keySet().removeAll(List.of("_csrf", DeskArguments.KEY));
        SheetForm form = new SheetForm(fields);
        return send(
                "studied",
                Map.of("form", form),
                () -> new StudyProposal(budget, proposal, form.study(), origin.by()),
                origin,
                flash);
    }

    /** Confirms a study that another person wrote. */
    @PostMapping("/confirm")
    ModelAndView confirm(
            @PathVariable BudgetId budget,
            @PathVariable ProposalId proposal,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        sites.check(budget, proposal, user);
        return send("confirmed", Map.of(), () -> new ConfirmStudy(budget, proposal, origin.by()), origin, flash);
    }

    /** Declines an idea. */
    @PostMapping("/decline")
    ModelAndView decline(
            @PathVariable BudgetId budget,
            @PathVariable ProposalId proposal,
            @RequestParam(defaultValue = "") String reason,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        sites.check(budget, proposal, user);
        return send(
                "declined",
                Map.of("declineReason", reason),
                () -> new DeclineProposal(budget, proposal, text(reason)),
                origin,
                flash);
    }

    /** Browsers send lines with CR LF. */
    private static String text(String typed) {
        return typed.replace("\r\n", "\n").strip();
    }
}
