package eu.urne.audit.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import eu.urne.engine.roll.CardCode;

/** docs/formats/ballot.md, section 1: what somebody types from a voting card. */
class TypedCodeFuzzTest {

    @FuzzTest
    void onlyTheCodesOwnCharactersAreRead(byte[] bytes) {
        String typed = new String(bytes, UTF_8);
        Verdicts.engine(() -> CardCode.parse(typed)).ifPresent(code -> {
            assertThat(typed).matches("[0-9A-Za-z\\s-]*");
            assertThat(CardCode.parse(code.toString())).isEqualTo(code);
        });
    }
}
