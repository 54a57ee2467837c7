package eu.urne.engine.budget;

import eu.urne.engine.blob.BlobHash;
import eu.urne.engine.poll.Money;
import eu.urne.engine.roll.Person;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** A children's budget of two sites. */
public final class TestBudgets {

    public static final BudgetId BUDGET = new BudgetId("children-2026");
    public static final Author GROUP = new Author.Group("centre-a", 12);
    public static final Author PERSON = new Author.Single(new Person("0123456789abcdef".repeat(2)));

    private static final List<Site> SITES =
            List.of(new Site("centre-a", "Centre social A", "nord"), new Site("centre-b", "Centre social B", null));

    private TestBudgets() {}

    public static Calendar calendar() {
        return new Calendar(
                "Europe/Paris",
                Map.of(
                        Phase.KICK_OFF, LocalDate.of(2026, 1, 12),
                        Phase.IDEAS, LocalDate.of(2026, 2, 2),
                        Phase.STUDY, LocalDate.of(2026, 3, 16),
                        Phase.VOTE, LocalDate.of(2026, 4, 13),
                        Phase.OUTCOME, LocalDate.of(2026, 5, 4),
                        Phase.WORKS, LocalDate.of(2026, 5, 18)));
    }

    public static BudgetTerms terms(boolean fourEyes) {
        return new BudgetTerms(
                BUDGET,
                "Budget participatif des enfants",
                Audience.CHILDREN,
                new Money(1_000_000, "EUR"),
                Split.NONE,
                List.of(new Part("all", "Tous les centres", 1_000_000)),
                0,
                RestRule.NONE,
                SITES,
                calendar(),
                new HouseRules(fourEyes, true, false, 30),
                false);
    }

    /** The same budget for groups and councils only. */
    public static BudgetTerms forGroups() {
        BudgetTerms terms = terms(false);
        return new BudgetTerms(
                terms.budget(),
                terms.title(),
                terms.audience(),
                terms.amount(),
                terms.split(),
                terms.parts(),
                terms.rest(),
                terms.restRule(),
                terms.sites(),
                terms.calendar(),
                new HouseRules(false, true, true, 30),
                false);
    }

    /** Two parts of 400,000 cents, one for each site, and a common rest of 200,000. */
    public static BudgetTerms bySite() {
        BudgetTerms terms = terms(false);
        return new BudgetTerms(
                terms.budget(),
                terms.title(),
                terms.audience(),
                terms.amount(),
                Split.SITE,
                List.of(new Part("centre-a", "Centre A", 400_000), new Part("centre-b", "Centre B", 400_000)),
                200_000,
                RestRule.BEST_SHARE,
                terms.sites(),
                terms.calendar(),
                terms.rules(),
                true);
    }

    public static Idea idea() {
        return new Idea(new BlobHash("ab".repeat(32)), "play", new Place("centre-b", null), List.of());
    }

    public static Feasibility feasible(long cents) {
        return new Feasibility(
                "Jeunesse",
                true,
                "Il y a la place.",
                cents,
                new Feasibility.Sheet("Jeu", "", "", "Mme l'adjointe", "", "2026", "", "enfants par semaine", ""));
    }

    /** Midnight of a day in Paris. */
    public static long atMs(int year, int month, int day) {
        return LocalDate.of(year, month, day)
                .atStartOfDay(ZoneId.of("Europe/Paris"))
                .toInstant()
                .toEpochMilli();
    }
}
