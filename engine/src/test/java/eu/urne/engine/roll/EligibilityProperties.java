package eu.urne.engine.roll;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.engine.roll.EligibilityRule.AgeBetween;
import eu.urne.engine.roll.EligibilityRule.AllOf;
import eu.urne.engine.roll.EligibilityRule.AnyOf;
import eu.urne.engine.roll.EligibilityRule.AttendsSite;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class EligibilityProperties {

    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, 60_000).map(FIRST::plusDays);
    }

    @Provide
    Arbitrary<EligibilityRule> rules() {
        return rules(3);
    }

    private Arbitrary<EligibilityRule> rules(int depth) {
        Arbitrary<EligibilityRule> ages = Combinators.combine(
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.integers().between(0, 40),
                        days())
                .as((from, more, on) -> new AgeBetween(from, from + more, on));
        Arbitrary<EligibilityRule> sites = Arbitraries.of("a", "b", "c").map(site -> new AttendsSite(List.of(site)));
        if (depth == 0) {
            return Arbitraries.oneOf(ages, sites);
        }
        Arbitrary<List<EligibilityRule>> inner =
                rules(depth - 1).list().ofMinSize(1).ofMaxSize(4);
        return Arbitraries.oneOf(ages, sites, inner.map(AllOf::new), inner.map(AnyOf::new));
    }

    private static boolean may(EligibilityRule rule, PersonFacts facts) {
        return Eligibility.of(rule, facts) instanceof Eligibility.Eligible;
    }

    private static PersonFacts born(LocalDate day) {
        return new PersonFacts(day, Set.of(), Set.of(), Set.of("a"), Set.of());
    }

    @Property
    void aYearIsCompletedOnOneDayAndNotTheDayBefore(
            @ForAll("days") LocalDate birth, @ForAll @IntRange(max = 120) int years) {
        LocalDate day = Age.completed(birth, years);

        assertThat(Age.on(birth, day)).isEqualTo(years);
        assertThat(Age.on(birth, day.minusDays(1))).isEqualTo(years - 1);
    }

    @Property
    void everyDayHasOneAge(@ForAll("days") LocalDate birth, @ForAll("days") LocalDate day) {
        int age = Age.on(birth, day);

        assertThat(Age.completed(birth, age)).isBeforeOrEqualTo(day);
        assertThat(Age.completed(birth, age + 1)).isAfter(day);
    }

    @Property
    void whoIsTooYoungOrTooOldByDaysIsNotOnceTheseHavePassed(
            @ForAll("days") LocalDate birth, @ForAll("days") LocalDate day, @ForAll @IntRange(max = 60) int age) {
        switch (Eligibility.of(new AgeBetween(age, age, day), born(birth))) {
            case Eligibility.Eligible eligible -> assertThat(Age.on(birth, day)).isEqualTo(age);
            case Eligibility.Refused(Ineligible.TooYoung young) -> {
                assertThat(may(new AgeBetween(age, age, day.plusDays(young.days())), born(birth)))
                        .isTrue();
                assertThat(may(new AgeBetween(age, age, day.plusDays(young.days() - 1)), born(birth)))
                        .isFalse();
            }
            case Eligibility.Refused(Ineligible.TooOld old) -> {
                assertThat(may(new AgeBetween(age, age, day.minusDays(old.days())), born(birth)))
                        .isTrue();
                assertThat(may(new AgeBetween(age, age, day.minusDays(old.days() - 1)), born(birth)))
                        .isFalse();
            }
            case Eligibility.Refused(Ineligible other) -> throw new AssertionError(other);
        }
    }

    @Property
    void allAndAnyAreThoseOfLogic(
            @ForAll("rules") EligibilityRule one,
            @ForAll("rules") EligibilityRule other,
            @ForAll("days") LocalDate birth) {
        PersonFacts facts = born(birth);

        assertThat(may(new AllOf(List.of(one, other)), facts)).isEqualTo(may(one, facts) && may(other, facts));
        assertThat(may(new AnyOf(List.of(one, other)), facts)).isEqualTo(may(one, facts) || may(other, facts));
    }

    @Property
    void whoIsRefusedGetsASentence(@ForAll("rules") EligibilityRule rule, @ForAll("days") LocalDate birth) {
        if (Eligibility.of(rule, born(birth)) instanceof Eligibility.Refused(Ineligible why)) {
            assertThat(why.sentences(Locale.ENGLISH)).isNotEmpty().noneMatch(String::isBlank);
        }
    }

    @Property
    void theKeyOfANameIsItsOwnKey(@ForAll String name) {
        assertThat(Spelling.key(Spelling.key(name))).isEqualTo(Spelling.key(name));
    }
}
