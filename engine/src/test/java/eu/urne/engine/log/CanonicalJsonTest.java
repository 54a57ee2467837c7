package eu.urne.engine.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

class CanonicalJsonTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static String canonical(String json) {
        return new String(CanonicalJson.bytes(JSON.readTree(json)), StandardCharsets.UTF_8);
    }

    @Test
    void membersAreSortedByTheirUtf16CodeUnits() {
        // RFC 8785 §3.2.3: the emoji (a surrogate pair) sorts before U+FB33
        assertThat(canonical("{\"\uFB33\":1,\"\uD83D\uDE00\":2,\"\u00f6\":3,\"1\":4,\"\\r\":5,\"\u20ac\":6}"))
                .isEqualTo("{\"\\r\":5,\"1\":4,\"\u00f6\":3,\"\u20ac\":6,\"\uD83D\uDE00\":2,\"\uFB33\":1}");
    }

    @Test
    void onlyWhatMustBeEscapedIsEscaped() {
        assertThat(canonical("[\"\\u0000\\u001f\\b\\t\\n\\f\\r\\\"\\\\\\/\u007f\u2028é\"]"))
                .isEqualTo("[\"\\u0000\\u001f\\b\\t\\n\\f\\r\\\"\\\\/\u007f\u2028é\"]");
    }

    @Test
    void emptyContainersAndLiteralsStayAsTheyAre() {
        assertThat(canonical(" { \"b\" : [ ] , \"a\" : { } , \"c\" : [ true , false , null , -0 ] } "))
                .isEqualTo("{\"a\":{},\"b\":[],\"c\":[true,false,null,0]}");
    }

    @Test
    void numbersBeyondTheRangeOrWithAFractionAreRefused() {
        assertThat(canonical("[9007199254740991,-9007199254740991]")).isEqualTo("[9007199254740991,-9007199254740991]");
        for (String number :
                new String[] {"9007199254740992", "-9007199254740992", "1.0", "1e3", "99999999999999999999"}) {
            assertThatThrownBy(() -> canonical("[" + number + "]"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("not an integer");
        }
    }

    @Test
    void nestingBeyondThirtyTwoIsRefused() {
        assertThat(canonical("[".repeat(32) + "]".repeat(32))).hasSize(64);
        assertThatThrownBy(() -> canonical("[".repeat(33) + "]".repeat(33))).hasMessageContaining("deeper than 32");
    }

    @Test
    void aLoneSurrogateIsRefused() {
        JsonNode lone = JsonNodeFactory.instance.stringNode("\ud800");
        assertThatThrownBy(() -> CanonicalJson.bytes(lone)).hasMessageContaining("lone surrogate");
    }

    @Property
    void readingAndWritingAgainGivesTheSameBytes(@ForAll int number, @ForAll boolean flag) {
        String json = canonical("{\"z\":" + number + ",\"a\":[{\"y\":" + flag + ",\"x\":\"" + number + "\"}]}");
        assertThat(canonical(json)).isEqualTo(json);
    }
}
