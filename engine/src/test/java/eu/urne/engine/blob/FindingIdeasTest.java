package eu.urne.engine.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.urne.engine.DataDirectory;
import eu.urne.engine.store.Beside;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Which ideas are found by words, and which are like another. */
@ParameterizedClass
@EnumSource(Beside.class)
class FindingIdeasTest {

    private static final String BUDGET = "children-2026";

    @Parameter
    Beside beside;

    @TempDir
    Path folder;

    private DataDirectory data;

    private BlobStore blobs;

    @BeforeEach
    void open() {
        data = beside.open(folder);
        blobs = BlobStore.open(data);
    }

    @AfterEach
    void close() {
        blobs.close();
        data.close();
    }

    private BlobHash idea(String title, String text) {
        return blobs.putIdea(BUDGET, new IdeaText(title, text), BlobStore.freshSalt());
    }

    private List<BlobHash> search(String query) {
        return blobs.search(BUDGET, query, 100);
    }

    @Test
    void accentsAndCaseDoNotMatter() {
        BlobHash school = idea("Une ÉCOLE plus verte", "Des arbres");

        assertThat(search("ecole")).containsExactly(school);
        assertThat(search("École")).containsExactly(school);
    }

    @Test
    void everyWordMustBeThere() {
        BlobHash both = idea("Balançoires", "au parc des Champs-Élysées");
        idea("Un parc", "avec des fleurs");

        assertThat(search("parc balanç")).containsExactly(both);
    }

    @Test
    void whatStandsInTheTitleComesFirst() {
        BlobHash text = idea("Des jeux", "et une fontaine");
        BlobHash title = idea("Une fontaine", "pour boire");

        assertThat(search("fontaine")).containsExactly(title, text);
    }

    @Test
    void theLatestComesFirst() {
        BlobHash first = idea("Une fontaine", "pour boire");
        BlobHash second = idea("La fontaine", "pour les oiseaux");

        assertThat(search("fontaine")).containsExactly(second, first);
        assertThat(blobs.search(BUDGET, "fontaine", 1)).containsExactly(second);
    }

    @Test
    void aSingleLetterIsAWordOfItsOwn() {
        BlobHash letter = idea("Le plan B", "");
        idea("Un banc", "");

        assertThat(search("b")).containsExactly(letter);
    }

    @Test
    void otherScriptsAreFoundToo() {
        BlobHash arabic = idea("مقعد في الظل", "");
        BlobHash hindi = idea("नया खेल का मैदान", "");

        assertThat(search("مقعد")).containsExactly(arabic);
        assertThat(search("मैदान")).containsExactly(hindi);
    }

    @Test
    void ideasOfAnotherBudgetAreNotFound() {
        blobs.putIdea("adults-2026", new IdeaText("Une fontaine", ""), BlobStore.freshSalt());

        assertThat(search("fontaine")).isEmpty();
    }

    @Test
    void noWordFindsNothing() {
        idea("🌳", "…");

        assertThat(search("🌳 ?!")).isEmpty();
        assertThat(search("")).isEmpty();
    }

    @Test
    void whatLooksLikeSyntaxIsOnlyWords() {
        BlobHash or = idea("Or not", "NEAR the title");

        assertThat(search("or NOT near")).containsExactly(or);
        assertThat(search("title:or")).containsExactly(or);
        assertThat(search("{title} : \"or\" AND (not*) ^near + -")).isEmpty();
        assertThat(search("\" OR 1=1; DROP TABLE blob; --")).isEmpty();
    }

    @Test
    void theSameIdeaInOtherWordsIsSimilar() {
        BlobHash near = idea("Balançoire au parc", "Les enfants veulent une balançoire dans le parc des Oestres.");
        idea("Cours de cuisine", "Les enfants veulent cuisiner avec les grands-parents.");
        idea("Une mare", "Des grenouilles dans la cour de l'école");

        IdeaText other = new IdeaText("Des balançoires", "pour les petits, dans les parcs");
        assertThat(blobs.similar(BUDGET, other, 1)).containsExactly(near);
    }

    @Test
    void anIdeaWithoutWordsIsLikeNone() {
        idea("Une mare", "");

        assertThat(blobs.similar(BUDGET, new IdeaText("🌳", "!"), 5)).isEmpty();
    }

    @Test
    void aLimitIsKept() {
        for (int i = 0; i < 5; i++) {
            idea("Une mare " + i, "");
        }

        assertThat(blobs.search(BUDGET, "mare", 3)).hasSize(3);
        assertThatThrownBy(() -> blobs.search(BUDGET, "mare", 1_001))
                .hasMessage("limit: 1 to 1000 are possible, not 1001");
    }
}
