package eu.urne.engine.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class SentencesTest {

    private static final Reason.Vote VOTE = new Reason.Vote(1, 2, 3, true, false);
    private static final Fraction HALF = Fraction.of(1, 2);

    private static final List<Reason> REASONS = List.of(
            new Reason.Chosen(1, 2, 3),
            new Reason.DidNotFit(1, 2),
            new Reason.NotReached(1, "x"),
            new Reason.NotReached(1, ""),
            new Reason.BelowMinimum(1, 2),
            new Reason.Excluded(1, "x"),
            new Reason.Tied(1),
            new Reason.Undecided(1),
            new Reason.FromReserve(1, 2, 3),
            new Reason.Bought(1, 2, HALF, 3, 4),
            new Reason.Reached(1, 2, HALF, 3),
            new Reason.Unpaid(1, HALF, HALF, OptionalLong.empty()),
            new Reason.Unpaid(1, HALF, HALF, OptionalLong.of(7)),
            new Reason.NoSupport(0),
            new Reason.Funded(1, 2, 3),
            new Reason.FromMinimum("x", new Reason.Chosen(1, 2, 3)),
            new Reason.Outvoted(1, 2),
            new Reason.Graded(1, 2),
            new Reason.Carried(VOTE),
            new Reason.Carried(new Reason.Vote(1, 1, 0, true, true)),
            new Reason.Lost(VOTE),
            new Reason.Lost(new Reason.Vote(1, 1, 0, true, true)),
            new Reason.Lost(new Reason.Vote(1, 1, 0, false, false)));

    @Test
    void everyReasonHasItsOwnSentenceInBothLanguages() {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            Sentences sentences = new Sentences(locale, Fraction::toString, Long::toString);
            assertThat(REASONS)
                    .extracting(sentences::of)
                    .doesNotHaveDuplicates()
                    .allSatisfy(sentence -> assertThat(sentence).isNotBlank().doesNotContain("{", "}"));
        }
    }

    @Test
    void bothBundlesHaveTheSameKeysAndNoMore() {
        assertThat(keys(Locale.FRENCH)).isEqualTo(keys(Locale.ENGLISH)).hasSameSizeAs(REASONS);
    }

    @Test
    void frenchIsFrench() {
        assertThat(new Sentences(Locale.FRENCH, Fraction::toString, Long::toString).of(new Reason.DidNotFit(12, 5)))
                .isEqualTo("12, n'entrait pas dans les 5 restants");
    }

    private static java.util.Set<String> keys(Locale locale) {
        return ResourceBundle.getBundle("eu.urne.engine.tally.reasons", locale).keySet();
    }
}
