package eu.urne.engine.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which words an idea may have. */
class IdeaTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "L’école d'Éloïse",
                "مقعد في الظل",
                "גינה \u200fקהילתית\u200e",
                "🌳👩‍👩‍👧‍👦 arbres",
                "नया खेल का मैदान",
                "=SUM(A1) <b>\"quoted\"</b> \\ '"
            })
    void anyScriptIsKeptAsItIs(String words) {
        IdeaText idea = new IdeaText(words, words + "\n\t" + words);

        IdeaText read = IdeaText.read(idea.bytes());

        assertThat(read).isEqualTo(idea);
        assertThat(read.title()).isEqualTo(words);
    }

    @Test
    void lineEndsBecomeLineFeeds() {
        assertThat(new IdeaText("Banc", "un\r\ndeux\rtrois\n").text()).isEqualTo("un\ndeux\ntrois\n");
    }

    @Test
    void anEmojiIsOneCharacter() {
        assertThat(new IdeaText("🌳".repeat(200), "").title()).hasSize(400);
    }

    @Test
    void aTitleHasTwoHundredCharactersAtMost() {
        refused("a".repeat(201), "", "title: at most 200 characters are possible, not 201");
    }

    @Test
    void aTextHasTenThousandCharactersAtMost() {
        refused("Banc", "a".repeat(10_001), "text: at most 10,000 characters are possible, not 10,001");
    }

    @Test
    void anIdeaHasATitle() {
        refused(" \u00a0", "Un banc", "title: an idea has a title");
    }

    @Test
    void controlCharactersAreRefused() {
        refused("Un\nbanc", "", "title: the control character U+000A is not possible");
        refused("Banc", "a\u0000b", "text: the control character U+0000 is not possible");
        refused("Banc", "a\u001b[31m", "text: the control character U+001B is not possible");
    }

    @Test
    void halfACharacterIsRefused() {
        refused("Banc \ud83c", "", "title: U+D83C is half a character");
    }

    @Test
    void somethingElseIsNoTextOfAnIdea() {
        assertThatThrownBy(() -> IdeaText.read("{\"title\":\"Banc\"}".getBytes(StandardCharsets.UTF_8)))
                .hasMessage("the blob holds no text of an idea");
    }

    private static void refused(String title, String text, String sentence) {
        assertThatThrownBy(() -> new IdeaText(title, text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }
}
