package eu.urne.api.desk;

import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.budget.BudgetId;
import eu.urne.engine.budget.ProposalId;
import eu.urne.projections.ProposalView;
import eu.urne.projections.Views;

/** Ideas of the sites for which somebody of the staff may act. */
final class IdeaSites {

    private final Views views;

    IdeaSites(Views views) {
        this.views = views;
    }

    /**
     * An idea.
     *
     * @throws ProblemException if there is no such one, or it is another site's
     */
    ProposalView check(BudgetId budget, ProposalId proposal, DeskUser user) {
        ProposalView view = views.proposals()
                .proposal(budget, proposal)
                .orElseThrow(() -> new ProblemException(
                        Problem.UNKNOWN, "there is no proposal " + proposal + " in the budget " + budget));
        if (!user.at(view.row().site())) {
            throw new ProblemException(Problem.NOT_AUTHORISED, "this idea is of other sites than yours");
        }
        return view;
    }
}
