package eu.urne.engine.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.engine.poll.Hash;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptCodeTest {

    private static final String REST = "77".repeat(23);

    @ParameterizedTest
    @CsvSource({
        "000102030405060708, dog-cat-mouse-rabbit-0G2G-C1R8",
        "ffffffffffffffffff, printer-printer-printer-printer-ZZZZ-ZZZZ",
        "e3b0c44298fc1c149a, schoolbag-target-bell-bouquet-K3Y1-R54T"
    })
    void theFirstNineBytesMakeTheCode(String bytes, String text) {
        assertThat(ReceiptCode.of(new Hash(bytes + REST)).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "schoolbag-target-bell-bouquet-K3Y1-R54T",
                "  Cartable, cible; CLOCHE / bouquet : k3yi r5 4t ",
                "cartable target cloche bouquet K3YLR54T",
                "K3Y1-R54T",
                "k 3 y 1 r 5 4 t",
                "🎒 🎯 🔔 💐 K3Y1-R54T"
            })
    void whatPeopleTypeIsReadTolerantly(String typed) {
        assertThat(means(typed, code())).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "k3yi r54t, K3Y1-R54T",
        "cartable cible cloche bouquet k3yir54t, schoolbag-target-bell-bouquet-K3Y1-R54T"
    })
    void whateverIsTypedHasOneFormInAddresses(String typed, String text) {
        assertThat(TypedCode.read(typed))
                .isInstanceOfSatisfying(
                        TypedCode.Legible.class, code -> assertThat(code.text()).isEqualTo(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"oeuf", "œuf", "ŒUF", "Œuf", "egg"})
    void ligaturesAreReadAsTwoLetters(String egg) {
        assertThat(TypedCode.read(egg + " ile île i\u0302le OOOO-OOOO"))
                .isInstanceOfSatisfying(TypedCode.Legible.class, code -> assertThat(code.pictures())
                        .extracting(Picture::english)
                        .containsExactly("egg", "island", "island", "island"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"cible-cartable-cloche-bouquet-K3Y1-R54T", "K3Y1-R54V", "cartable cible cloche chat K3Y1R54T"})
    void otherWordsOrCharactersAreAnotherCode(String typed) {
        assertThat(means(typed, code())).isFalse();
        assertThat(TypedCode.read(typed)).isInstanceOf(TypedCode.Legible.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "cartable cible cloche bouquet",
                "K3Y1-R54",
                "K3Y1-R54U",
                "dog cat dog cat K3Y1R54TT",
                "🎒"
            })
    void withoutEightCharactersThereIsNoCode(String typed) {
        assertThat(TypedCode.read(typed)).isEqualTo(new TypedCode.NoCharacters());
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 100_000})
    void whatIsTooLongIsNotRead(int length) {
        assertThat(TypedCode.read("K3Y1R54T" + " ".repeat(length - 8))).isEqualTo(new TypedCode.NoCharacters());
    }

    @ParameterizedTest
    @CsvSource({"cartable cible clocher bouquet K3Y1R54T, clocher", "<b> b c d K3Y1R54T, b"})
    void anUnknownWordIsNamed(String typed, String word) {
        assertThat(TypedCode.read(typed)).isEqualTo(new TypedCode.UnknownWord(word));
    }

    @Property
    void everyCodeIsReadHoweverItIsWritten(
            @ForAll @Size(32) byte[] hash,
            @ForAll boolean french,
            @ForAll boolean upperCase,
            @ForAll Separator separator,
            @ForAll boolean letters) {
        ReceiptCode code = ReceiptCode.of(Hash.of(hash));
        String words = code.pictures().stream()
                .map(french ? Picture::french : Picture::english)
                .collect(Collectors.joining(separator.text));
        String characters = letters
                ? code.characters().replace('0', 'o').replace('1', 'l')
                : code.characters().toLowerCase(Locale.ROOT);
        String typed = words + separator.text + characters;
        assertThat(means(upperCase ? typed.toUpperCase(Locale.FRENCH) : typed, code))
                .isTrue();
        assertThat(means(code.text(), code)).isTrue();
        assertThat(means(code.shownCharacters(), code)).isTrue();
        assertThat(means(String.join(" ", List.of(characters.split("", -1))), code))
                .isTrue();
    }

    @Property
    void anotherCodeIsNotMeant(@ForAll @Size(32) byte[] hash, @ForAll @Size(32) byte[] other) {
        ReceiptCode code = ReceiptCode.of(Hash.of(hash));
        assertThat(means(ReceiptCode.of(Hash.of(other)).text(), code))
                .isEqualTo(ReceiptCode.of(Hash.of(other)).equals(code));
    }

    /** What people put between the parts of a code. */
    enum Separator {
        SPACE(" "),
        HYPHEN("-"),
        COMMA(", "),
        LINE("\n"),
        DASH(" \u2013 ");

        private final String text;

        Separator(String text) {
            this.text = text;
        }
    }

    private static ReceiptCode code() {
        return ReceiptCode.of(new Hash("e3b0c44298fc1c149a" + REST));
    }

    private static boolean means(String typed, ReceiptCode code) {
        return TypedCode.read(typed) instanceof TypedCode.Legible legible && legible.means(code);
    }
}
