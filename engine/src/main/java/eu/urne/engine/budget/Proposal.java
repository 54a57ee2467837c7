package eu.urne.engine.budget;

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

/** The states of a proposal. */
public sealed interface Proposal {

    /** Nothing of that name yet. */
    record Absent() implements Proposal {}

    /** Handed in, not yet published. */
    record Submitted(Idea idea) implements Proposal {}

    /** Published. */
    record Accepted(Idea idea) implements Proposal {}

    /** A department is studying it. */
    record InStudy(Idea idea, String department) implements Proposal {}

    /**
     * Studied.
     *
     * @param by who wrote the study
     */
    record Studied(Idea idea, Feasibility feasibility, String by) implements Proposal {}

    /** Studied, and confirmed by somebody else. */
    record Confirmed(Idea idea, Feasibility feasibility) implements Proposal {}

    /**
     * It goes no further.
     *
     * @param how in words that fit into "it is ..."
     */
    record Ended(String how) implements Proposal {}

    /** The state after an event. */
    default Proposal after(ProposalEvent event) {
        return switch (event) {
            case ProposalSubmitted submitted -> new Submitted(submitted.idea());
            case ProposalRevised revised ->
                this instanceof Submitted ? new Submitted(revised.idea()) : new Accepted(revised.idea());
            case ProposalAccepted accepted -> new Accepted(idea());
            case StudyAssigned assigned -> new InStudy(idea(), assigned.department());
            case ProposalStudied studied -> new Studied(idea(), studied.feasibility(), studied.by());
            case StudyConfirmed confirmed -> new Confirmed(idea(), studied().feasibility());
            case ProposalWithdrawn withdrawn -> new Ended("withdrawn");
            case ProposalRejected rejected -> new Ended("rejected");
            case ProposalMerged merged -> new Ended("part of " + merged.into());
            case ProposalDeclined declined -> new Ended("declined");
        };
    }

    private Idea idea() {
        return switch (this) {
            case Submitted submitted -> submitted.idea();
            case Accepted accepted -> accepted.idea();
            case InStudy study -> study.idea();
            case Studied studied -> studied.idea();
            case Confirmed confirmed -> confirmed.idea();
            case Absent absent -> throw new IllegalStateException("the proposal does not exist");
            case Ended ended -> throw new IllegalStateException("the proposal is " + ended.how());
        };
    }

    private Studied studied() {
        if (this instanceof Studied studied) {
            return studied;
        }
        throw new IllegalStateException("the proposal is not studied");
    }
}
