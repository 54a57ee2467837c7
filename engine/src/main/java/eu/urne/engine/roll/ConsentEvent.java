package eu.urne.engine.roll;

import eu.urne.engine.budget.BudgetId;

/** What happens to the consent of a child's guardian (docs/formats/events.md, section 5). */
public sealed interface ConsentEvent {

    /** The budget that the child may take part in. */
    BudgetId budget();

    /** The child, by its pseudonym in this budget. */
    Person person();

    /** A guardian has consented. */
    record ConsentRecorded(BudgetId budget, Person person) implements ConsentEvent {}
}
