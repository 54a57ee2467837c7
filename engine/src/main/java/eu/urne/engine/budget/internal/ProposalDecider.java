package eu.urne.engine.budget.internal;

import static eu.urne.engine.Refusal.Reason.EXISTS;
import static eu.urne.engine.Refusal.Reason.INVALID;
import static eu.urne.engine.Refusal.Reason.NOT_AUTHORISED;
import static eu.urne.engine.Refusal.Reason.UNKNOWN;
import static eu.urne.engine.Refusal.Reason.WRONG_STATE;

import eu.urne.engine.Decision;
import eu.urne.engine.budget.Proposal;
import eu.urne.engine.budget.ProposalCommand;
import eu.urne.engine.budget.ProposalCommand.AcceptProposal;
import eu.urne.engine.budget.ProposalCommand.AssignStudy;
import eu.urne.engine.budget.ProposalCommand.ConfirmStudy;
import eu.urne.engine.budget.ProposalCommand.DeclineProposal;
import eu.urne.engine.budget.ProposalCommand.MergeProposal;
import eu.urne.engine.budget.ProposalCommand.RejectProposal;
import eu.urne.engine.budget.ProposalCommand.ReviseProposal;
import eu.urne.engine.budget.ProposalCommand.ShortlistProposal;
import eu.urne.engine.budget.ProposalCommand.StudyProposal;
import eu.urne.engine.budget.ProposalCommand.SubmitProposal;
import eu.urne.engine.budget.ProposalCommand.WithdrawProposal;
import eu.urne.engine.budget.ProposalEvent;
import eu.urne.engine.budget.ProposalEvent.ProposalAccepted;
import eu.urne.engine.budget.ProposalEvent.ProposalDeclined;
import eu.urne.engine.budget.ProposalEvent.ProposalMerged;
import eu.urne.engine.budget.ProposalEvent.ProposalRejected;
import eu.urne.engine.budget.ProposalEvent.ProposalRevised;
import eu.urne.engine.budget.ProposalEvent.ProposalStudied;
import eu.urne.engine.budget.ProposalEvent.ProposalSubmitted;
import eu.urne.engine.budget.ProposalEvent.ProposalWithdrawn;
import eu.urne.engine.budget.ProposalEvent.StudyAssigned;
import eu.urne.engine.budget.ProposalEvent.StudyConfirmed;
import eu.urne.engine.budget.Texts;
import java.util.List;

/**
 * What happens to a proposal on a command: pure, the same for the same state. In which phases of the budget it may
 * happen is for {@link ProposalGuard}.
 */
public final class ProposalDecider {

    private static final int MAX_DEPARTMENT = 200;

    private ProposalDecider() {}

    /** The events that follow, or why not. */
    public static Decision<ProposalEvent> decide(Proposal proposal, ProposalCommand command) {
        if (proposal instanceof Proposal.Absent && !(command instanceof SubmitProposal)) {
            return Decision.refuse(
                    UNKNOWN, "there is no proposal " + command.proposal() + " in the budget " + command.budget());
        }
        if (proposal instanceof Proposal.Ended(String how)) {
            return Decision.refuse(WRONG_STATE, "the proposal " + command.proposal() + " is " + how);
        }
        return switch (command) {
            case SubmitProposal submit -> submit(proposal, submit);
            case ReviseProposal revise -> revise(proposal, revise);
            case AcceptProposal accept -> accept(proposal, accept);
            case RejectProposal reject -> reject(proposal, reject);
            case WithdrawProposal withdraw ->
                withReason(
                        withdraw.reason(),
                        new ProposalWithdrawn(
                                withdraw.budget(),
                                withdraw.proposal(),
                                withdraw.reason().strip()));
            case MergeProposal merge -> merge(merge);
            case AssignStudy assign -> assign(proposal, assign);
            case StudyProposal study -> study(proposal, study);
            case ConfirmStudy confirm -> confirm(proposal, confirm);
            case ShortlistProposal shortlist -> ShortlistDecider.decide(proposal, shortlist);
            case DeclineProposal decline ->
                withReason(
                        decline.reason(),
                        new ProposalDeclined(
                                decline.budget(),
                                decline.proposal(),
                                decline.reason().strip()));
        };
    }

    private static Decision<ProposalEvent> submit(Proposal proposal, SubmitProposal command) {
        return proposal instanceof Proposal.Absent
                ? Decision.accept(
                        new ProposalSubmitted(command.budget(), command.proposal(), command.author(), command.idea()))
                : Decision.refuse(EXISTS, "the proposal " + command.proposal() + " exists already");
    }

    private static Decision<ProposalEvent> revise(Proposal proposal, ReviseProposal command) {
        return proposal instanceof Proposal.Submitted || proposal instanceof Proposal.Accepted
                ? Decision.accept(new ProposalRevised(command.budget(), command.proposal(), command.idea()))
                : wrongState(command, "can be revised only before a department studies it");
    }

    private static Decision<ProposalEvent> accept(Proposal proposal, AcceptProposal command) {
        return proposal instanceof Proposal.Submitted
                ? Decision.accept(new ProposalAccepted(command.budget(), command.proposal()))
                : new Decision.Accepted<>(List.of());
    }

    private static Decision<ProposalEvent> reject(Proposal proposal, RejectProposal command) {
        return proposal instanceof Proposal.Submitted || proposal instanceof Proposal.Accepted
                ? withReason(
                        command.reason(),
                        new ProposalRejected(
                                command.budget(),
                                command.proposal(),
                                command.reason().strip()))
                : wrongState(command, "can be rejected only before a department studies it; it can be declined");
    }

    private static Decision<ProposalEvent> merge(MergeProposal command) {
        if (command.into().equals(command.proposal())) {
            return Decision.refuse(INVALID, "into: a proposal cannot be merged into itself");
        }
        return withReason(
                command.reason(),
                new ProposalMerged(
                        command.budget(),
                        command.proposal(),
                        command.into(),
                        command.reason().strip()));
    }

    private static Decision<ProposalEvent> assign(Proposal proposal, AssignStudy command) {
        if (command.department().isBlank()
                || command.department().length() > MAX_DEPARTMENT
                || !Texts.isReadable(command.department())) {
            return Decision.refuse(
                    INVALID,
                    "department: somebody must study the proposal, named by 1 to " + MAX_DEPARTMENT + " characters");
        }
        return proposal instanceof Proposal.Accepted || proposal instanceof Proposal.InStudy
                ? Decision.accept(new StudyAssigned(
                        command.budget(),
                        command.proposal(),
                        command.department().strip()))
                : wrongState(command, "is assigned once it is accepted, and until it is studied");
    }

    private static Decision<ProposalEvent> study(Proposal proposal, StudyProposal command) {
        return proposal instanceof Proposal.InStudy || proposal instanceof Proposal.Studied
                ? Decision.accept(
                        new ProposalStudied(command.budget(), command.proposal(), command.feasibility(), command.by()))
                : wrongState(command, "is studied after it is assigned, and until its study is confirmed");
    }

    private static Decision<ProposalEvent> confirm(Proposal proposal, ConfirmStudy command) {
        if (!(proposal instanceof Proposal.Studied(var idea, var feasibility, String by))) {
            return wrongState(command, "has no study that waits for confirmation");
        }
        return by.equals(command.by())
                ? Decision.refuse(NOT_AUTHORISED, "a study is confirmed by somebody other than who wrote it")
                : Decision.accept(new StudyConfirmed(command.budget(), command.proposal(), command.by()));
    }

    private static Decision<ProposalEvent> withReason(String reason, ProposalEvent event) {
        return Reasons.problem(reason, "it must say why")
                .<Decision<ProposalEvent>>map(Decision.Refused::new)
                .orElseGet(() -> Decision.accept(event));
    }

    private static Decision<ProposalEvent> wrongState(ProposalCommand command, String rule) {
        return Decision.refuse(WRONG_STATE, "the proposal " + command.proposal() + " " + rule);
    }
}
