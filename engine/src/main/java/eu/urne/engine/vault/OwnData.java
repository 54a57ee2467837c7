package eu.urne.engine.vault;

import eu.urne.engine.budget.BudgetId;
import eu.urne.engine.council.DrawId;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.roll.Person;
import eu.urne.engine.roll.RefusalCode;
import eu.urne.engine.vault.AccessLog.Access;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a person, for this person.
 *
 * @param registrations what each register says
 * @param consents of guardians
 * @param polls to which the person was admitted, or asked to be
 * @param budgets in which the person has a pseudonym
 * @param draws for which the person stands or stood
 * @param accesses who read or changed it
 */
public record OwnData(
        List<Registration> registrations,
        List<GivenConsent> consents,
        List<InPoll> polls,
        List<InBudget> budgets,
        List<InDraw> draws,
        List<Access> accesses) {

    /** What a register says. */
    public record Registration(VaultId person, RegisterId register, PersonRecord known) {}

    /**
     * A guardian's consent.
     *
     * @param budget in which the child takes part; null for a candidacy
     * @param draw for which the child stands; null for a budget
     * @param givenMs when it was recorded, milliseconds since the epoch
     * @param by who recorded it
     */
    public record GivenConsent(
            @Nullable BudgetId budget, @Nullable DrawId draw, long givenMs, String by) {}

    /**
     * A person in the register log of a poll.
     *
     * @param refused why the person was not admitted, in order
     */
    public record InPoll(
            PollId poll, Person pseudonym, boolean admitted, boolean cardHandedOut, List<RefusalCode> refused) {}

    /** A person in a budget: author of ideas, or consented for. */
    public record InBudget(BudgetId budget, Person pseudonym) {}

    /**
     * A person who stands or stood for a council.
     *
     * @param attributes what the pool tells of her; empty where she was refused
     */
    public record InDraw(DrawId draw, Person pseudonym, boolean stands, Map<String, String> attributes) {}
}
