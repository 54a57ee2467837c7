package eu.urne.engine.roll;

import eu.urne.engine.budget.BudgetId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked about the consent of a child's guardian. */
public sealed interface ConsentCommand {

    /** The budget that the child may take part in. */
    BudgetId budget();

    /** The child, by its pseudonym in this budget. */
    Person person();

    /** Name of the stream, which is the aggregate identifier. */
    @TargetAggregateIdentifier
    default String stream() {
        return "register/consent:" + budget() + "/" + person();
    }

    /** Record that a guardian has consented. */
    record RecordConsent(BudgetId budget, Person person) implements ConsentCommand {}
}
