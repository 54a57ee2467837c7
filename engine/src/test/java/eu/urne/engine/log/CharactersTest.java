package eu.urne.engine.log;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The loops accept what the patterns of the formats accept. */
class CharactersTest {

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("azAZ09fg-._:/,+@[`{é\n ")
                .ofMaxLength(6)
                .flatMap(text -> Arbitraries.of(1, 8, 25, 40).map(text::repeat));
    }

    @Property
    void likeThePatterns(@ForAll("texts") String text) {
        assertThat(Characters.areHex(text, text.length())).isEqualTo(text.matches("[0-9a-f]*"));
        assertThat(Characters.areHex(text, text.length() + 1)).isFalse();
        assertThat(Characters.areName(text, 40)).isEqualTo(text.matches("[a-z0-9][a-z0-9-]{0,39}"));
        assertThat(Characters.areCause(text)).isEqualTo(text.matches("[A-Za-z0-9._:/-]{1,128}"));
    }
}
