package eu.urne.engine.vault;

import eu.urne.engine.CommandOrigin;
import eu.urne.engine.budget.BudgetEvent.BudgetOpened;
import eu.urne.engine.budget.BudgetId;
import eu.urne.engine.budget.BudgetTerms;
import eu.urne.engine.log.EntryCodec;
import eu.urne.engine.poll.BudgetPart;
import eu.urne.engine.poll.PollEvent.PollDefined;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.roll.EligibilityRule;
import eu.urne.engine.store.EventSerializer;
import eu.urne.engine.store.LogReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a poll demands of its voters.
 *
 * @param who null where the definition tells it in words only
 * @param consent the budget for which a guardian must have consented where the voter is a child; null for none
 * @param zone in whose days the age of a child is reckoned
 */
record PollConditions(
        @Nullable EligibilityRule who, @Nullable BudgetId consent, ZoneId zone) {

    /** The day of a command. */
    LocalDate day(CommandOrigin origin) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(origin.atMs()), zone);
    }

    /** Reads them in the log; empty if there is no such poll. */
    static Optional<PollConditions> read(LogReader log, EventSerializer serializer, PollId poll) {
        return first(log, serializer, poll.stream(), PollDefined.class).map(defined -> {
            Optional<BudgetTerms> budget = Optional.ofNullable(
                            defined.definition().of())
                    .map(BudgetPart::budget)
                    .flatMap(id -> terms(log, serializer, new BudgetId(id)));
            return new PollConditions(
                    defined.definition().who(),
                    budget.filter(terms -> terms.rules().guardianConsent())
                            .map(BudgetTerms::budget)
                            .orElse(null),
                    budget.<ZoneId>map(terms -> ZoneId.of(terms.calendar().zone()))
                            .orElse(ZoneOffset.UTC));
        });
    }

    /** The terms of a budget. */
    static Optional<BudgetTerms> terms(LogReader log, EventSerializer serializer, BudgetId budget) {
        return first(log, serializer, budget.stream(), BudgetOpened.class).map(BudgetOpened::terms);
    }

    private static <T> Optional<T> first(LogReader log, EventSerializer serializer, String stream, Class<T> type) {
        return log.stream(stream, 0, 1).stream()
                .findFirst()
                .map(stored -> type.cast(serializer.event(EntryCodec.read(stored.sealed()))));
    }
}
