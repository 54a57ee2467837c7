package eu.urne.audit.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.urne.audit.json.Json.JsonArray;
import eu.urne.audit.json.Json.JsonBoolean;
import eu.urne.audit.json.Json.JsonInteger;
import eu.urne.audit.json.Json.JsonNull;
import eu.urne.audit.json.Json.JsonObject;
import eu.urne.audit.json.Json.JsonText;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each value has one text, and only that text is taken. */
class CanonicalJsonTest {

    @Property(tries = 500)
    void whatIsWrittenIsReadAsTheSame(@ForAll("values") Json value) throws Exception {
        assertThat(CanonicalJson.read(CanonicalWriter.bytes(value))).isEqualTo(value);
    }

    @Property(tries = 500)
    void spaceAnywhereOutsideStringsIsRefused(@ForAll("values") Json value) {
        String text = new String(CanonicalWriter.bytes(value), UTF_8);

        assertThatThrownBy(() -> CanonicalJson.read((text + " ").getBytes(UTF_8)))
                .isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> CanonicalJson.read((" " + text).getBytes(UTF_8)))
                .isInstanceOf(MalformedException.class);
    }

    @Provide
    Arbitrary<Json> values() {
        return nested(3);
    }

    private static Arbitrary<Json> nested(int depth) {
        Arbitrary<String> texts =
                Arbitraries.strings().all().ofMaxLength(12).map(text -> new String(text.getBytes(UTF_8), UTF_8));
        Arbitrary<Json> leaves = Arbitraries.oneOf(
                texts.map(JsonText::new),
                Arbitraries.longs()
                        .between(-CanonicalJson.MAX_INTEGER, CanonicalJson.MAX_INTEGER)
                        .map(JsonInteger::new),
                Arbitraries.of(new JsonBoolean(true), new JsonBoolean(false), new JsonNull()));
        if (depth == 0) {
            return leaves;
        }
        Arbitrary<Json> below = nested(depth - 1);
        return Arbitraries.oneOf(
                leaves,
                below.list().ofMaxSize(4).map(JsonArray::new),
                Arbitraries.maps(texts, below).ofMaxSize(4).map(members -> new JsonObject(new TreeMap<>(members))));
    }

    @Test
    void membersAreSortedByUtf16CodeUnits() {
        TreeMap<String, Json> members = new TreeMap<>(Map.of(
                "\u20ac", new JsonInteger(1),
                "\r", new JsonInteger(2),
                "\ufb33", new JsonInteger(3),
                "1", new JsonInteger(4),
                "\ud83d\ude00", new JsonInteger(5),
                "\u0080", new JsonInteger(6),
                "\u00f6", new JsonInteger(7)));

        assertThat(new String(CanonicalWriter.bytes(new JsonObject(members)), UTF_8))
                .isEqualTo(
                        "{\"\\r\":2,\"1\":4,\"\u0080\":6,\"\u00f6\":7,\"\u20ac\":1,\"\ud83d\ude00\":5,\"\ufb33\":3}");
    }

    @Test
    void onlyWhatMustBeEscapedIsEscaped() {
        Json text = new JsonText("\"\\/\b\t\n\f\r\u0001\u001f\u007f\u2028é");

        assertThat(new String(CanonicalWriter.bytes(text), UTF_8))
                .isEqualTo("\"\\\"\\\\/\\b\\t\\n\\f\\r\\u0001\\u001f\u007f\u2028é\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[1,]",
                "{\"a\":1,}",
                "nul",
                "01",
                "+1",
                "1e3",
                "1.0",
                "-0",
                "NaN",
                "9007199254740992",
                "-9007199254740992",
                "123456789012345678901234567890",
                "'a'",
                "{a:1}",
                "[1]x",
                "/**/1",
                "{\"b\":1,\"a\":1}",
                "{\"a\":1,\"a\":1}",
                "\"\\/\"",
                "\"\\u0061\"",
                "\"\\u001F\"",
                "\"\\ud800\"",
                "\"\t\"",
                "\ufeff1",
                "[1 ,2]"
            })
    void everyOtherTextIsRefused(String text) {
        assertThatThrownBy(() -> CanonicalJson.read(text.getBytes(UTF_8))).isInstanceOf(MalformedException.class);
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        byte[][] wrong = {
            {'"', (byte) 0xff, '"'},
            {'"', (byte) 0xc0, (byte) 0x80, '"'},
            {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'},
            {'"', (byte) 0xf4, (byte) 0x90, (byte) 0x80, (byte) 0x80, '"'},
        };

        assertThat(List.of(wrong)).allSatisfy(bytes -> assertThatThrownBy(() -> CanonicalJson.read(bytes))
                .isInstanceOf(MalformedException.class));
    }

    @Test
    void nestingIsTakenTo32AndNoFurther() throws Exception {
        assertThat(CanonicalJson.read(("[".repeat(32) + "]".repeat(32)).getBytes(UTF_8)))
                .isInstanceOf(JsonArray.class);
        assertThatThrownBy(() -> CanonicalJson.read(("[".repeat(33) + "]".repeat(33)).getBytes(UTF_8)))
                .hasMessage("is nested deeper than 32");
    }

    @Test
    void printableTextHoldsNoControlAndNoDirectionCharacters() {
        assertThat(StrictText.printable("a\u001b[31mb\u202ec\nd", 100)).isEqualTo("a\ufffd[31mb\ufffdc\ufffdd");
        assertThat(StrictText.printable("abcdef", 3)).isEqualTo("abc…");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AA", "AA=", "AB==", "AAA", "AA==\n", "AA =", "A===", "-_==", "===="})
    void base64ThatIsNotStrictIsRefused(String text) {
        assertThat(StrictText.base64(text)).isEmpty();
    }
}
