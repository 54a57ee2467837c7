package eu.urne.engine.roll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.urne.engine.poll.PollId;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CardCodeTest {

    private static final PollId POLL = new PollId("children-2026");

    @Property(tries = 200)
    void everyCodeIsReadBackHoweverItIsTyped(@ForAll @Size(12) byte[] random) {
        CardCode code = CardCode.of(random);
        assertThat(CardCode.parse(code.toString())).isEqualTo(code);
        String typed = code.toString()
                .toLowerCase(java.util.Locale.ROOT)
                .replace('0', 'o')
                .replace('1', 'l');
        assertThat(CardCode.parse(" " + typed.replace("-", " "))).isEqualTo(code);
    }

    @Test
    void whatIsNoCodeIsRefused() {
        for (String typed : new String[] {"", "ABCD-EFGH", "ABCD-EFGH-JKMU", "ABCD-EFGH-JKMN-P"}) {
            assertThatThrownBy(() -> CardCode.parse(typed)).hasMessageContaining("12 characters");
        }
    }

    /** Computed with the reference implementation: argon2 SALT -id -v 13 -t 2 -k 19456 -p 1 -l 32. */
    @Test
    void theSeedIsArgon2OfTheCodeWithThePollsSalt() {
        CardCode code = CardCode.parse("7H2K-9QWX-M3ZT");
        assertThat(HexFormat.of().formatHex(code.seed(POLL).bytes()))
                .isEqualTo("622d5de79047205190dcbf30f0b4a463348797be8ef5f605003ca3ae01af0fe8");
        assertThat(code.seed(new PollId("other")).token())
                .isNotEqualTo(code.seed(POLL).token());
    }

    @Test
    void theQrCodeNamesPollAndSeed() {
        VotingCard card = VotingCard.of(POLL, CardCode.parse("7H2K-9QWX-M3ZT"));
        assertThat(card.qrText()).matches("urne:card:1:children-2026:[A-Za-z0-9_-]{43}");
    }
}
