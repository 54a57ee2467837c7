package eu.urne.engine.blob;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.engine.DataDirectory;
import java.io.IOException;
import java.nio.file.Files;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Nothing that can be typed is a syntax error, or finds what does not have its words. */
class AnyQueryTest {

    private static BlobStore blobs;

    @BeforeContainer
    static void open() throws IOException {
        blobs = BlobStore.open(DataDirectory.open(Files.createTempDirectory("urne"), "test.example/log"));
        blobs.putIdea("b", new IdeaText("Une fontaine", "pour boire"), BlobStore.freshSalt());
    }

    @AfterContainer
    static void close() {
        blobs.close();
    }

    @Property(tries = 500)
    void anyTextIsAQuery(@ForAll("typed") String query) {
        assertThat(blobs.search("b", query, 10)).hasSizeLessThanOrEqualTo(1);
    }

    @Property(tries = 200)
    void anyTextCanBeLike(@ForAll("typed") String text) {
        assertThat(blobs.similar("b", new IdeaText("x", text.replaceAll("[\\p{Cc}\\p{Cs}]", "")), 10))
                .hasSizeLessThanOrEqualTo(1);
    }

    @Provide
    Arbitrary<String> typed() {
        Arbitrary<String> syntax = Arbitraries.strings()
                .withChars("\"'*^+-(){}:;,.%ab \u0000é\u0301न")
                .ofMaxLength(40);
        Arbitrary<String> operators = Arbitraries.of(
                        "NEAR", "OR", "AND NOT", "\"", "title:", "*", "fontaine", "'", "--")
                .list()
                .ofMaxSize(12)
                .map(words -> String.join(" ", words));
        return Arbitraries.oneOf(syntax, operators, Arbitraries.strings().ofMaxLength(100));
    }
}
