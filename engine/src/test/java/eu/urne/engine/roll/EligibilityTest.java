package eu.urne.engine.roll;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.engine.roll.EligibilityRule.AgeBetween;
import eu.urne.engine.roll.EligibilityRule.AllOf;
import eu.urne.engine.roll.EligibilityRule.AnyOf;
import eu.urne.engine.roll.EligibilityRule.AttendsSite;
import eu.urne.engine.roll.EligibilityRule.MemberOf;
import eu.urne.engine.roll.EligibilityRule.ResidesIn;
import eu.urne.engine.roll.EligibilityRule.StudiesIn;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may vote, and the sentences for those who may not. */
class EligibilityTest {

    private static final LocalDate DAY = LocalDate.of(2026, 4, 13);
    private static final AgeBetween CHILDREN = new AgeBetween(8, 15, DAY);

    private static PersonFacts born(String day) {
        return new PersonFacts(LocalDate.parse(day), Set.of(), Set.of(), Set.of(), Set.of());
    }

    private static PersonFacts knownAs(@Nullable String residence, @Nullable String study, @Nullable String site) {
        return new PersonFacts(
                LocalDate.of(2015, 1, 1), set(residence), set(study), set(site), Set.of("youth-council"));
    }

    private static Set<String> set(@Nullable String name) {
        return name == null ? Set.of() : Set.of(name);
    }

    private static List<String> sentences(EligibilityRule rule, PersonFacts facts, Locale language) {
        return switch (Eligibility.of(rule, facts)) {
            case Eligibility.Eligible eligible -> List.of();
            case Eligibility.Refused(Ineligible why) -> why.sentences(language);
        };
    }

    private static List<String> english(EligibilityRule rule, PersonFacts facts) {
        return sentences(rule, facts, Locale.ENGLISH);
    }

    @ParameterizedTest
    @CsvSource({"2018-04-13", "2010-04-14", "2015-12-31"})
    void whoHasTheAgeOnTheDayMayVote(String birthDate) {
        assertThat(english(CHILDREN, born(birthDate))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2010-04-13 | too old by one day: 16 years on 2026-04-13, at most 15
            2010-04-12 | too old by 2 days: 16 years on 2026-04-13, at most 15
            1980-01-01 | too old: 46 years on 2026-04-13, at most 15
            2018-04-14 | too young by one day: 7 years on 2026-04-13, at least 8
            2018-05-14 | too young by 31 days: 7 years on 2026-04-13, at least 8
            2025-04-13 | too young: 1 year on 2026-04-13, at least 8
            2026-12-01 | too young: 0 years on 2026-04-13, at least 8
            """)
    void whoHasNotIsToldByHowMuch(String birthDate, String sentence) {
        assertThat(english(CHILDREN, born(birthDate))).containsExactly(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2010-04-13 | trop âgé d'un jour : 16 ans le 13/04/2026, 15 au plus
            2018-04-15 | trop jeune de 2 jours : 7 ans le 13/04/2026, 8 au moins
            """)
    void inFrenchToo(String birthDate, String sentence) {
        assertThat(sentences(CHILDREN, born(birthDate), Locale.FRENCH)).containsExactly(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            2026-02-28 | too young by one day: 17 years on 2026-02-28, at least 18
            2026-03-01 | -
            2028-02-28 | -
            2028-02-29 | -
            """)
    void whoWasBornOn29FebruaryIsOfAgeOn1MarchWhereThereIsNoSuchDay(LocalDate day, @Nullable String sentence) {
        AgeBetween adults = new AgeBetween(18, null, day);
        assertThat(english(adults, born("2008-02-29"))).isEqualTo(sentence == null ? List.of() : List.of(sentence));
    }

    @Test
    void whoWasBornOn29FebruaryIsNotTooOldBefore1March() {
        assertThat(english(new AgeBetween(8, 15, LocalDate.of(2026, 2, 28)), born("2012-02-29")))
                .isEmpty();
        assertThat(english(new AgeBetween(8, 13, LocalDate.of(2026, 2, 28)), born("2012-02-29")))
                .isEmpty();
        assertThat(english(new AgeBetween(8, 13, LocalDate.of(2026, 3, 1)), born("2012-02-29")))
                .containsExactly("too old by one day: 14 years on 2026-03-01, at most 13");
    }

    @Test
    void aBirthDateThatIsNotKnownDoesNotCountInFavour() {
        PersonFacts unknown = new PersonFacts(null, Set.of(), Set.of(), Set.of(), Set.of());
        assertThat(english(CHILDREN, unknown))
                .containsExactly("the birth date is not known, and the age on 2026-04-13 counts");
        assertThat(sentences(CHILDREN, unknown, Locale.FRENCH))
                .containsExactly("la date de naissance est inconnue, et l'âge au 13/04/2026 compte");
    }

    @Test
    void placesAreComparedWithoutCaseAccentsAndHyphens() {
        ResidesIn rule = new ResidesIn(List.of("Saint-Quentin", "Gauchy"));
        assertThat(english(rule, knownAs("SAINT QUENTIN", null, null))).isEmpty();
        assertThat(english(rule, knownAs("Sâint—Quentin ", null, null))).isEmpty();
        assertThat(english(rule, knownAs("Saint-Quentin-2", null, null)))
                .containsExactly("does not live in: Saint-Quentin, Gauchy");
    }

    @Test
    void whatIsMissingIsSaidToBeMissing() {
        PersonFacts facts = knownAs(null, null, null);
        assertThat(english(new ResidesIn(List.of("Gauchy")), facts))
                .containsExactly("no place of residence is known, and it counts: Gauchy");
        assertThat(english(new StudiesIn(List.of("Gauchy")), facts))
                .containsExactly("no school or university is known, and it counts: Gauchy");
        assertThat(english(new AttendsSite(List.of("europe")), facts))
                .containsExactly("no site is known, and it counts: europe");
        assertThat(english(new MemberOf(List.of("seniors")), facts))
                .containsExactly("does not belong to the group: seniors");
        assertThat(sentences(new AttendsSite(List.of("europe")), facts, Locale.FRENCH))
                .containsExactly("aucun site n'est connu, et il compte : europe");
    }

    @Test
    void ofAllConditionsEachOneThatIsNotMetIsTold() {
        AllOf rule = new AllOf(
                List.of(CHILDREN, new AttendsSite(List.of("europe")), new MemberOf(List.of("youth-council"))));
        assertThat(english(
                        rule,
                        new PersonFacts(LocalDate.of(2010, 4, 13), Set.of(), Set.of(), Set.of("vermandois"), Set.of())))
                .containsExactly(
                        "too old by one day: 16 years on 2026-04-13, at most 15",
                        "does not belong to the site: europe",
                        "no group is known, and it counts: youth-council");
        assertThat(english(rule, knownAs(null, null, "Europe"))).isEmpty();
    }

    @Test
    void ofAlternativesOneIsEnough() {
        AnyOf rule = new AnyOf(List.of(new ResidesIn(List.of("Gauchy")), new StudiesIn(List.of("Gauchy"))));
        assertThat(english(rule, knownAs("Laon", "gauchy", null))).isEmpty();
        assertThat(english(rule, knownAs("Laon", null, null)))
                .containsExactly("none of the conditions is met: does not live in: Gauchy;"
                        + " nor: no school or university is known, and it counts: Gauchy");
        assertThat(sentences(rule, knownAs("Laon", "Laon", null), Locale.FRENCH))
                .containsExactly(
                        "aucune des conditions n'est remplie : n'habite pas : Gauchy ; ni : n'étudie pas à : Gauchy");
    }

    @Test
    void theLogGetsACodeAndNoFact() {
        assertThat(code(CHILDREN, born("2010-04-13"))).isEqualTo(RefusalCode.TOO_OLD);
        assertThat(code(new AllOf(List.of(CHILDREN, new AttendsSite(List.of("europe")))), born("2010-04-13")))
                .isEqualTo(RefusalCode.SEVERAL);
        assertThat(code(new AnyOf(List.of(CHILDREN, new AgeBetween(3, 4, DAY))), born("1990-04-13")))
                .isEqualTo(RefusalCode.TOO_OLD);
    }

    private static RefusalCode code(EligibilityRule rule, PersonFacts facts) {
        return switch (Eligibility.of(rule, facts)) {
            case Eligibility.Refused(Ineligible why) -> why.code();
            case Eligibility.Eligible eligible -> throw new AssertionError("may vote");
        };
    }
}
