package eu.urne.engine.budget;

import eu.urne.engine.budget.ProposalEvent.ProposalAccepted;
import eu.urne.engine.budget.ProposalEvent.ProposalDeclined;
import eu.urne.engine.budget.ProposalEvent.ProposalMerged;
import eu.urne.engine.budget.ProposalEvent.ProposalRejected;
import eu.urne.engine.budget.ProposalEvent.ProposalRevised;
import eu.urne.engine.budget.ProposalEvent.ProposalShortlisted;
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
     * Chosen for the ballot of a part.
     *
     * @param confirmed whether somebody else confirmed the study
     */
    record Shortlisted(Idea idea, Feasibility feasibility, boolean confirmed, String part, String title)
            implements Proposal {}

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
            case StudyConfirmed confirmed -> new Confirmed(idea(), feasibility());
            case ProposalShortlisted chosen ->
                new Shortlisted(idea(), feasibility(), chosen.confirmed(), chosen.part(), chosen.title());
            case ProposalWithdrawn withdrawn -> new Ended("withdrawn");
            case ProposalRejected rejected -> new Ended("rejected");
            case ProposalMerged merged -> new Ended("part of " + merged.into());
            case ProposalDeclined declined -> new Ended("declined");
        };
    }

    /** The idea; only of a proposal that exists and goes on. */
    default Idea idea() {
        return switch (this) {
            case Submitted submitted -> submitted.idea();
            case Accepted accepted -> accepted.idea();
            case InStudy study -> study.idea();
            case Studied studied -> studied.idea();
            case Confirmed confirmed -> confirmed.idea();
            case Shortlisted shortlisted -> shortlisted.idea();
            case Absent absent -> throw new IllegalStateException("the proposal does not exist");
            case Ended ended -> throw new IllegalStateException("the proposal is " + ended.how());
        };
    }

    /** The study; only of a proposal that has one. */
    default Feasibility feasibility() {
        return switch (this) {
            case Studied studied -> studied.feasibility();
            case Confirmed confirmed -> confirmed.feasibility();
            case Shortlisted shortlisted -> shortlisted.feasibility();
            case Absent absent -> throw notStudied();
            case Submitted submitted -> throw notStudied();
            case Accepted accepted -> throw notStudied();
            case InStudy study -> throw notStudied();
            case Ended ended -> throw notStudied();
        };
    }

    private static IllegalStateException notStudied() {
        return new IllegalStateException("the proposal is not studied");
    }
}
