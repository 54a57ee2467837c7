package eu.urne.engine.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.engine.log.TreeHash;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The list of pictures is that of the format, and fit for children who read it out. */
class PicturesTest {

    private static final Path PAGE = Path.of("../docs/formats/receipt.md");
    private static final String VARIATION_SELECTOR = "\ufe0f";

    @Test
    void theListIsTheOneWhoseHashStandsOnThePage() throws IOException {
        try (InputStream list = Objects.requireNonNull(Pictures.class.getResourceAsStream("pictures.tsv"))) {
            String hash = HexFormat.of().formatHex(TreeHash.sha256(list.readAllBytes()));
            assertThat(Files.readString(PAGE)).contains("\n    " + hash + "\n");
        }
    }

    @Test
    void thereIsAPictureForEveryByte() {
        assertThat(Pictures.all()).hasSize(256);
        for (int number = 0; number < 256; number++) {
            assertThat(Pictures.of((byte) number).number()).isEqualTo(number);
        }
    }

    @Test
    void noTwoPicturesAreTheSame() {
        assertThat(Pictures.all()).extracting(Picture::emoji).doesNotHaveDuplicates();
    }

    @Test
    void everyPictureIsOneEmojiWithoutSkinToneFlagOrSequence() {
        assertThat(Pictures.all()).extracting(Picture::emoji).allSatisfy(emoji -> {
            int[] points = emoji.replace(VARIATION_SELECTOR, "").codePoints().toArray();
            assertThat(points).hasSize(1);
            assertThat(Character.isEmoji(points[0])).isTrue();
            assertThat(Character.isEmojiPresentation(points[0]))
                    .as("has the selector, or needs none: %s", emoji)
                    .isNotEqualTo(emoji.endsWith(VARIATION_SELECTOR));
            assertThat(Character.isEmojiComponent(points[0]))
                    .as("a tone, or half a flag: %s", emoji)
                    .isFalse();
        });
    }

    @Test
    void everyWordIsOneWordAndStandsForOnePictureOnly() {
        Map<String, Integer> numbers = new HashMap<>();
        for (Picture picture : Pictures.all()) {
            assertThat(picture.english()).matches("[a-z]+");
            for (String word : List.of(picture.french(), picture.english())) {
                String plain = Pictures.plain(word);
                assertThat(plain).matches("[a-z]+");
                Integer other = numbers.put(plain, picture.number());
                assertThat(other).as(word).isIn(null, picture.number());
            }
        }
    }
}
