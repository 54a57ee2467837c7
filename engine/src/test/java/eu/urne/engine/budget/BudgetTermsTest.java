package eu.urne.engine.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.urne.engine.poll.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Terms of a budget that make no sense are refused, naming the field. */
class BudgetTermsTest {

    private static BudgetTerms terms(Money amount, List<Part> parts, List<Site> sites) {
        return terms(amount, Split.NONE, parts, 0, sites);
    }

    private static BudgetTerms terms(Money amount, Split split, List<Part> parts, long rest, List<Site> sites) {
        BudgetTerms good = TestBudgets.terms(true);
        return new BudgetTerms(
                good.budget(),
                good.title(),
                good.audience(),
                amount,
                split,
                parts,
                rest,
                RestRule.BEST_SHARE,
                sites,
                good.calendar(),
                good.rules(),
                false);
    }

    private static final Money AMOUNT = new Money(1_000_000, "EUR");
    private static final List<Site> SITES = List.of(new Site("a", "A", "nord"));

    @Test
    void partsAreTheAmount() {
        List<Part> parts = List.of(new Part("north", "Nord", 400_000), new Part("rest", "Commun", 600_001));

        assertThatThrownBy(() -> terms(AMOUNT, parts, SITES))
                .hasMessage("parts: with the rest they are 1000001 cents together, the amount is 1000000");
    }

    @Test
    void idsStandOnce() {
        List<Part> parts = List.of(new Part("a", "A", 500_000), new Part("a", "B", 500_000));
        List<Part> whole = List.of(new Part("a", "A", 1_000_000));

        assertThatThrownBy(() -> terms(AMOUNT, parts, SITES)).hasMessage("parts: the id a stands twice");
        assertThatThrownBy(() -> terms(AMOUNT, whole, List.of())).hasMessage("sites: 1 to 500 are possible, not 0");
    }

    @Test
    void partsFitTheSplit() {
        Part nord = new Part("nord", "Nord", 600_000);
        Part other = new Part("moon", "Lune", 400_000);

        assertThat(terms(AMOUNT, Split.DISTRICT, List.of(nord), 400_000, SITES).rest())
                .isEqualTo(400_000);
        assertThat(terms(AMOUNT, Split.THEME, List.of(nord, other), 0, SITES).part("moon"))
                .contains(other);
        assertThatThrownBy(() -> terms(AMOUNT, Split.DISTRICT, List.of(nord, other), 0, SITES))
                .hasMessage("parts: moon is no district of a site");
        assertThatThrownBy(() -> terms(AMOUNT, Split.SITE, List.of(nord, other), 0, SITES))
                .hasMessage("parts: nord is no site");
        assertThatThrownBy(() -> terms(AMOUNT, Split.NONE, List.of(nord, other), 0, SITES))
                .hasMessage("parts: a budget that is not split has one part, not 2");
    }

    @Test
    void restHasARuleThatSpendsIt() {
        BudgetTerms good = TestBudgets.bySite();

        assertThatThrownBy(() -> new BudgetTerms(
                        good.budget(),
                        good.title(),
                        good.audience(),
                        good.amount(),
                        good.split(),
                        good.parts(),
                        good.rest(),
                        RestRule.NONE,
                        good.sites(),
                        good.calendar(),
                        good.rules(),
                        false))
                .hasMessage("restRule: a rest of 200000 cents needs a rule that spends it");
        assertThatThrownBy(() -> terms(AMOUNT, Split.NONE, List.of(new Part("a", "A", 1)), -1, SITES))
                .hasMessage("rest: it must be from 0 to the amount, not -1");
        assertThatThrownBy(() -> terms(AMOUNT, Split.NONE, List.of(new Part("a", "A", 1)), Long.MAX_VALUE, SITES))
                .hasMessage("rest: it must be from 0 to the amount, not 9223372036854775807");
    }

    @Test
    void budgetFitsIntoAnEntryOfTheLogAndItsPollsHaveNames() {
        List<Part> parts = List.of(new Part("a".repeat(40), "A", 1_000_000));
        List<Site> sites = IntStream.range(0, 500)
                .mapToObj(i -> new Site("site-" + i, "\"".repeat(100), null))
                .toList();

        assertThatThrownBy(() -> terms(AMOUNT, parts, sites))
                .hasMessage("sites: so many sites and parts do not fit into an entry of the log; shorten their names");
        BudgetTerms good = TestBudgets.terms(true);
        assertThatThrownBy(() -> new BudgetTerms(
                        new BudgetId("b".repeat(23)),
                        good.title(),
                        good.audience(),
                        AMOUNT,
                        Split.NONE,
                        parts,
                        0,
                        RestRule.NONE,
                        SITES,
                        good.calendar(),
                        good.rules(),
                        false))
                .hasMessage("parts: the id " + "a".repeat(40)
                        + " and that of the budget have more than 62 characters together");
    }

    @Test
    void remindersComeAfterOneToSoManyDays() {
        assertThatThrownBy(() -> new HouseRules(true, true, true, 0))
                .hasMessage("rules: studyDays must be from 1 to 366, not 0");
    }

    @Test
    void phaseBeginsWithTheFirstMomentOfADayThatHasNoMidnight() {
        Map<Phase, LocalDate> days = new TreeMap<>(TestBudgets.calendar().begins());
        days.put(Phase.VOTE, LocalDate.of(2026, 4, 24)); // in Cairo 00:00 becomes 01:00

        assertThat(new Calendar("Africa/Cairo", days).beginMs(Phase.VOTE)).isEqualTo(1_776_981_600_000L);
    }

    @Test
    void phaseBeginsOnTheDayWhenClocksChange() {
        Map<Phase, LocalDate> days = new TreeMap<>(TestBudgets.calendar().begins());
        days.put(Phase.STUDY, LocalDate.of(2026, 3, 29));
        Calendar spring = new Calendar("Europe/Paris", days);
        days.put(Phase.STUDY, LocalDate.of(2026, 3, 30));

        assertThat(new Calendar("Europe/Paris", days).beginMs(Phase.STUDY) - spring.beginMs(Phase.STUDY))
                .isEqualTo(23 * 3_600_000L);
    }

    @Test
    void amountOfNothingIsNoBudget() {
        assertThatThrownBy(() -> terms(new Money(0, "EUR"), List.of(), SITES))
                .hasMessage("amount: a budget has at least 1 cent");
        assertThatThrownBy(() -> new Part("a", "A", 0))
                .hasMessage("parts: the amount of a must be from 1 to 2^53-1 cents, not 0");
    }

    @Test
    void calendarHasEveryPhaseInOrder() {
        Map<Phase, LocalDate> days = new TreeMap<>(TestBudgets.calendar().begins());
        days.remove(Phase.VOTE);

        assertThatThrownBy(() -> new Calendar("Europe/Paris", days)).hasMessage("calendar: the day of VOTE is missing");
        assertThatThrownBy(() ->
                        new Calendar("Europe/Nowhere", TestBudgets.calendar().begins()))
                .hasMessage("calendar: there is no time zone \"Europe/Nowhere\"");
    }

    @Test
    void phaseBeginsAtMidnightOfTheCityInWinterAndInSummer() {
        assertThat(TestBudgets.calendar().beginMs(Phase.KICK_OFF)).isEqualTo(1_768_172_400_000L); // 23:00 UTC
        assertThat(TestBudgets.calendar().beginMs(Phase.VOTE)).isEqualTo(1_776_031_200_000L); // 22:00 UTC
    }

    @Test
    void namesMayHaveAccentsApostrophesEmojiAndAnyScript() {
        for (String name : List.of("L'École d'à côté", "مركز", "Cabane 🛖", "日本")) {
            assertThat(new Site("a", name, null).name()).isEqualTo(name);
        }
        assertThatThrownBy(() -> new Site("a", "half \ud83d", null))
                .hasMessage("sites: the name of a must be one line of 1 to 200 characters");
        assertThatThrownBy(() -> new Site("a", "two\nlines", null))
                .hasMessage("sites: the name of a must be one line of 1 to 200 characters");
    }
}
