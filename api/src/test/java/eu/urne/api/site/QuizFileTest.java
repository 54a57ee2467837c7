package eu.urne.api.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.urne.api.web.SettingsException;
import eu.urne.api.web.SettingsFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuizFileTest {

    static final String GOOD = """
            who:
            - {id: city, name: {fr: La ville, en: The city}}
            - {id: moon, name: {fr: La lune, en: The moon}}
            questions:
            - question: {fr: Qui allume les lampes ?, en: Who lights the lamps?}
              choices: [city, moon]
              answer: city
              why: {fr: "La ville, le soir.", en: "The city, in the evening."}
            """;

    @TempDir
    Path folder;

    private static SettingsFile<Quiz> quiz(Path file) {
        return new SettingsFile<>(file, Quiz.class, Quiz.BUILT_IN);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("quiz.yaml"), text);
    }

    @Test
    void withoutAFileTheQuestionsOfTheProgramAreAsked() {
        Quiz quiz = quiz(folder.resolve("quiz.yaml")).read();
        assertThat(quiz.questions()).hasSizeGreaterThan(5);
        assertThat(quiz.who("city").orElseThrow().name().in(Locale.FRENCH)).isEqualTo("La ville");
    }

    @Test
    void anEditedFileIsAskedAtOnce() throws IOException {
        SettingsFile<Quiz> quiz = quiz(file(GOOD));
        assertThat(quiz.read().questions()).hasSize(1);
        file(GOOD.replace("Qui allume les lampes ?", "Qui éteint ?"));
        assertThat(quiz.read().questions().getFirst().question().in(Locale.FRENCH))
                .isEqualTo("Qui éteint ?");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    answer: city          | answer: sun            | the answer "sun" of question 1 is none of
                    choices: [city, moon] | choices: [city, mars]  | the choice "mars" of question 1 is nobody of who
                    choices: [city, moon] | choices: [city]        | choices: at least 2 are needed, each once
                    id: moon              | id: city               | who: the id city stands twice
                    answer: city          | anwser: city           | answer: it is missing, or has the wrong form
                    id: city,             | id: city, colour: red, | colour: there is no such member
                    en: The moon          | en: ' '                | a text in fr and en has 1 to 500 characters
                    id: moon              | id: Moon!              | an id has 1 to 40 characters
                    """)
    void aBrokenFileIsToldInOneSentenceThatNamesIt(String good, String broken, String told) throws IOException {
        SettingsFile<Quiz> quiz = quiz(file(GOOD.replace(good, broken)));
        assertThatThrownBy(quiz::read)
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("quiz.yaml")
                .hasMessageContaining(told)
                .hasMessageNotContaining("\n")
                .hasMessageNotContaining("eu.urne");
    }

    @Test
    void whatIsNoYamlIsToldWithItsLine() throws IOException {
        SettingsFile<Quiz> quiz = quiz(file(GOOD.replace("choices: [city, moon]", "choices: [city")));
        assertThatThrownBy(quiz::read)
                .isInstanceOf(SettingsException.class)
                .hasMessageMatching("quiz\\.yaml, line \\d+: .+")
                .hasMessageNotContaining("\n");
    }

    @Test
    void anEmptyFileAndOneInAnotherEncodingAreToldToo() throws IOException {
        assertThatThrownBy(quiz(file(""))::read).hasMessageStartingWith("quiz.yaml");
        Files.write(folder.resolve("quiz.yaml"), GOOD.replace("lune", "lunée").getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(quiz(folder.resolve("quiz.yaml"))::read).hasMessage("quiz.yaml: it is not in UTF-8");
    }
}
