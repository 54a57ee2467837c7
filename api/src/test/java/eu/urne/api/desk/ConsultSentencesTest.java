package eu.urne.api.desk;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.engine.Decision;
import eu.urne.engine.consult.Gathering;
import eu.urne.engine.consult.GatheringCommand.LinkEvaluation;
import eu.urne.engine.consult.GatheringId;
import eu.urne.engine.consult.Questionnaire;
import eu.urne.engine.consult.QuestionnaireCommand.OpenQuestionnaire;
import eu.urne.engine.consult.QuestionnaireId;
import eu.urne.engine.consult.internal.GatheringDecider;
import eu.urne.engine.consult.internal.QuestionnaireDecider;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Refusals of questionnaires and gatherings are said in the language of the desk. */
class ConsultSentencesTest {

    private static final QuestionnaireId SQUARE = new QuestionnaireId("square");

    private final ResourceBundleMessageSource bundles = new ResourceBundleMessageSource();
    private final DeskTexts texts = new DeskTexts(bundles);

    ConsultSentencesTest() {
        bundles.setBasenames("eu/urne/api/pages/consult", "eu/urne/api/pages/desk");
        bundles.setDefaultEncoding("UTF-8");
        bundles.setFallbackToSystemLocale(false);
    }

    @AfterEach
    void forgetLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    private String in(Locale language, String sentence) {
        LocaleContextHolder.setLocale(language);
        return texts.of(sentence);
    }

    private static String refusal(Decision<?> decision) {
        return ((Decision.Refused<?>) decision).refusal().sentence();
    }

    @Test
    void whatTheEngineRefusesIsSaidInBothLanguages() {
        String unknown =
                refusal(QuestionnaireDecider.decide(new Questionnaire.Undefined(), new OpenQuestionnaire(SQUARE, 0)));
        String nowhere = refusal(GatheringDecider.decide(
                new Gathering.Unannounced(), new LinkEvaluation(new GatheringId("day"), SQUARE)));

        assertThat(in(Locale.FRENCH, unknown)).isEqualTo("Ce questionnaire n’existe pas.");
        assertThat(in(Locale.ENGLISH, unknown)).isEqualTo("There is no such questionnaire.");
        assertThat(in(Locale.FRENCH, nowhere)).isEqualTo("Cette rencontre n’existe pas.");
        assertThat(in(Locale.ENGLISH, nowhere)).isEqualTo("There is no such gathering.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "questionnaire: there is a questionnaire square already",
                "questionnaire: square is not open yet",
                "questionnaire: square is closed",
                "questionnaire: square is closed, and has no results yet",
                "questionnaire: square was withdrawn",
                "questionnaire: the results of square are not published yet",
                "questionnaire: the gathering is evaluated by square already",
                "codes: this questionnaire is open to all, without codes",
                "codes: 1 to 500 are made at once, not 0",
                "closes: the moment at which it closes is past",
                "reason: before the moment told to all, it is closed with a reason",
                "reason must have 1 to 500 characters",
                "finding: there is a finding trees already; it can be revised, with a reason",
                "finding: there is no finding trees",
                "terms: the text does not say a questionnaire, line 3",
                "terms: title must be one line of 1 to 200 characters",
                "terms: question: of also most must be from 1 to 3, not 9",
                "terms: option: the id \"A\" must be 1 to 40 characters of a-z, 0-9 and -, not beginning with -",
                "sheet: its number has 1 to 20 characters of a-z, 0-9 and -",
                "code: it has 12 characters of 0-9 and A-Z without I, L, O and U",
                "code: it is not one of this questionnaire",
                "code: it has been used already",
                "answers: this form or code was used already, with other answers",
                "answers: not one question is answered",
                "question most: it needs an answer",
                "gathering: there is a gathering day already",
                "gathering: the figures of day are published already",
                "gathering: day was called off",
                "gathering: day is over",
                "age: the gathering has no such age band",
                "persons: so many are not checked in there",
                "until: it ends at a minute behind that at which it begins",
                "sites: at most 40 are possible, none of them twice",
                "ages: at most 20 bands are possible"
            })
    void sentencesAreTranslated(String sentence) {
        assertThat(in(Locale.FRENCH, sentence)).isNotEqualTo(sentence).doesNotContain("{");
        assertThat(in(Locale.ENGLISH, sentence)).isNotEqualTo(sentence).isNotEqualTo(in(Locale.FRENCH, sentence));
    }
}
