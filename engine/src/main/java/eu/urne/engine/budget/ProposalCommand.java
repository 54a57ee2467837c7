package eu.urne.engine.budget;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of a proposal. */
public sealed interface ProposalCommand {

    /** The budget to which it was handed in. */
    BudgetId budget();

    /** The proposal. */
    ProposalId proposal();

    /** Name of the proposal's stream, which is its aggregate identifier. */
    @TargetAggregateIdentifier
    default String stream() {
        return stream(budget(), proposal());
    }

    /** Name of the stream of a proposal. */
    static String stream(BudgetId budget, ProposalId proposal) {
        return "proposal/" + budget + "/" + proposal;
    }

    /** Hand in an idea. */
    record SubmitProposal(BudgetId budget, ProposalId proposal, Author author, Idea idea) implements ProposalCommand {}

    /** Put an idea in other words, before it is moderated or after. */
    record ReviseProposal(BudgetId budget, ProposalId proposal, Idea idea) implements ProposalCommand {}

    /** Take an idea back, for its authors. */
    record WithdrawProposal(BudgetId budget, ProposalId proposal, String reason) implements ProposalCommand {}

    /** Let an idea be published. */
    record AcceptProposal(BudgetId budget, ProposalId proposal) implements ProposalCommand {}

    /** Keep an idea from being published, for a reason that its authors are told. */
    record RejectProposal(BudgetId budget, ProposalId proposal, String reason) implements ProposalCommand {}

    /** Let a proposal go on as part of another one of the budget; its authors are authors of that one too. */
    record MergeProposal(BudgetId budget, ProposalId proposal, ProposalId into, String reason)
            implements ProposalCommand {}

    /** Ask a department to study a proposal. */
    record AssignStudy(BudgetId budget, ProposalId proposal, String department) implements ProposalCommand {}

    /**
     * Hand in the study of a proposal; a later one takes its place.
     *
     * @param by who wrote it: the pseudonym of a member of staff
     */
    record StudyProposal(BudgetId budget, ProposalId proposal, Feasibility feasibility, String by)
            implements ProposalCommand {}

    /**
     * Confirm the study of a proposal, where four eyes are demanded.
     *
     * @param by who confirms it, another than who wrote it
     */
    record ConfirmStudy(BudgetId budget, ProposalId proposal, String by) implements ProposalCommand {}

    /**
     * Choose a studied proposal for the ballot of a part; until the shortlist is published a later choice takes its
     * place.
     *
     * @param title official and short, one line
     */
    record ShortlistProposal(BudgetId budget, ProposalId proposal, String part, String title)
            implements ProposalCommand {}

    /** Decline a proposal, for a reason that is published. */
    record DeclineProposal(BudgetId budget, ProposalId proposal, String reason) implements ProposalCommand {}
}
