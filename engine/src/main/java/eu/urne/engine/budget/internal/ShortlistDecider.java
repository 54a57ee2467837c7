package eu.urne.engine.budget.internal;

import static eu.urne.engine.Refusal.Reason.WRONG_STATE;

import eu.urne.engine.Decision;
import eu.urne.engine.budget.Feasibility;
import eu.urne.engine.budget.Proposal;
import eu.urne.engine.budget.ProposalCommand.ShortlistProposal;
import eu.urne.engine.budget.ProposalEvent;
import eu.urne.engine.budget.ProposalEvent.ProposalShortlisted;
import java.util.List;

/** Which proposals come onto a ballot. Whether the budget demands four eyes is for {@link ProposalGuard}. */
final class ShortlistDecider {

    private ShortlistDecider() {}

    static Decision<ProposalEvent> decide(Proposal proposal, ShortlistProposal command) {
        return switch (proposal) {
            case Proposal.Studied studied -> shortlist(command, studied.feasibility(), false);
            case Proposal.Confirmed confirmed -> shortlist(command, confirmed.feasibility(), true);
            case Proposal.Shortlisted chosen ->
                chosen.part().equals(command.part()) && chosen.title().equals(command.title())
                        ? new Decision.Accepted<>(List.of())
                        : shortlist(command, chosen.feasibility(), chosen.confirmed());
            case Proposal.Absent absent -> notStudied(command);
            case Proposal.Submitted submitted -> notStudied(command);
            case Proposal.Accepted accepted -> notStudied(command);
            case Proposal.InStudy study -> notStudied(command);
            case Proposal.Ended ended -> notStudied(command);
        };
    }

    private static Decision<ProposalEvent> shortlist(
            ShortlistProposal command, Feasibility feasibility, boolean confirmed) {
        Long cents = feasibility.cents();
        return !feasibility.feasible() || cents == null
                ? Decision.refuse(WRONG_STATE, "the proposal " + command.proposal() + " was found not feasible")
                : Decision.accept(new ProposalShortlisted(
                        command.budget(), command.proposal(), command.part(), command.title(), cents, confirmed));
    }

    private static Decision<ProposalEvent> notStudied(ShortlistProposal command) {
        return Decision.refuse(
                WRONG_STATE, "the proposal " + command.proposal() + " has no study, and cannot come onto a ballot");
    }
}
