package eu.urne.api.rest;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import eu.urne.engine.budget.BudgetTerms;
import eu.urne.engine.budget.Phase;
import eu.urne.engine.budget.ShortlistDraft;
import eu.urne.engine.poll.BallotKind;
import eu.urne.engine.poll.CountingRule;
import eu.urne.engine.poll.Presentation;
import eu.urne.engine.roll.EligibilityRule;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the staff sends about budgets. */
final class BudgetBodies {

    private BudgetBodies() {}

    /** A budget to open (docs/formats/events.md, section 6). */
    record BudgetBody(BudgetTerms terms) {}

    /**
     * The phase to go on to.
     *
     * @param reason why before its day; null if its day has come
     */
    record PhaseBody(Phase phase, @Nullable String reason) {}

    /**
     * Another day for a phase that has not begun.
     *
     * @param reason that is published
     */
    record CalendarBody(Phase phase, LocalDate day, String reason) {}

    /**
     * A part for which there is nothing to vote on.
     *
     * @param reason that is published
     */
    record LapseBody(String part, String reason) {}

    /**
     * What is voted on in a part, and how. The poll's id, title, money and options follow from the budget.
     *
     * @param proposals in the order that counts as declared, with the titles that stand on the ballot
     * @param eligibility who may vote, in words
     * @param channels null for cards only
     * @param who null where {@code eligibility} tells it in words only
     * @param order null for as declared
     */
    record ShortlistBody(
            String part,
            List<ShortlistDraft.Entry> proposals,

            @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.EXTERNAL_PROPERTY, property = "kind")
            BallotKind limits,

            CountingRule rule,
            String tieBreak,
            String eligibility,
            @Nullable List<String> channels,
            boolean revote,
            @Nullable EligibilityRule who,
            @Nullable Presentation order) {

        /** What the budget is asked for. */
        ShortlistDraft draft() {
            return new ShortlistDraft(
                    part,
                    proposals,
                    limits,
                    rule,
                    tieBreak,
                    eligibility,
                    channels == null ? List.of("card") : channels,
                    revote,
                    who,
                    order);
        }
    }
}
