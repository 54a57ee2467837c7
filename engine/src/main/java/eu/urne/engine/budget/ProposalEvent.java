package eu.urne.engine.budget;

/** What happens to a proposal (docs/formats/events.md, section 6). */
public sealed interface ProposalEvent {

    /** The budget to which it was handed in. */
    BudgetId budget();

    /** The proposal. */
    ProposalId proposal();

    /** The idea was handed in. */
    record ProposalSubmitted(BudgetId budget, ProposalId proposal, Author author, Idea idea) implements ProposalEvent {}

    /** It has other words, another place or other pictures. */
    record ProposalRevised(BudgetId budget, ProposalId proposal, Idea idea) implements ProposalEvent {}

    /** Its authors took it back. */
    record ProposalWithdrawn(BudgetId budget, ProposalId proposal, String reason) implements ProposalEvent {}

    /** It may be published. */
    record ProposalAccepted(BudgetId budget, ProposalId proposal) implements ProposalEvent {}

    /** It is not published. */
    record ProposalRejected(BudgetId budget, ProposalId proposal, String reason) implements ProposalEvent {}

    /** It goes on as part of another. */
    record ProposalMerged(BudgetId budget, ProposalId proposal, ProposalId into, String reason)
            implements ProposalEvent {}

    /** A department is to study it. */
    record StudyAssigned(BudgetId budget, ProposalId proposal, String department) implements ProposalEvent {}

    /** It was studied. */
    record ProposalStudied(BudgetId budget, ProposalId proposal, Feasibility feasibility, String by)
            implements ProposalEvent {}

    /** Somebody else confirmed the study. */
    record StudyConfirmed(BudgetId budget, ProposalId proposal, String by) implements ProposalEvent {}

    /**
     * It was chosen for the ballot of a part.
     *
     * @param title official and short
     * @param cents what it costs by its study
     * @param confirmed whether somebody else confirmed the study
     */
    record ProposalShortlisted(
            BudgetId budget, ProposalId proposal, String part, String title, long cents, boolean confirmed)
            implements ProposalEvent {}

    /** It will not be done. */
    record ProposalDeclined(BudgetId budget, ProposalId proposal, String reason) implements ProposalEvent {}
}
