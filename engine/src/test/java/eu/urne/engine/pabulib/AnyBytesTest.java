package eu.urne.engine.pabulib;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Whatever the bytes are, reading ends in a file or in one sentence. */
class AnyBytesTest {

    private static final List<byte[]> GOOD = List.of(
            PbTexts.PLAIN.getBytes(UTF_8), ToleratedFilesTest.points("scoring").getBytes(UTF_8));

    private static final List<String> PIECES = List.of(
            "",
            ";",
            "\"",
            "\n",
            "\r\n",
            ",",
            "\u0000",
            "\ufeff",
            "META\n",
            "PROJECTS\n",
            "VOTES\n",
            "a",
            "-1",
            "9".repeat(40),
            "0.000000000000000001",
            "1e9",
            " ",
            "é",
            "\ud83d\ude00",
            "vote",
            "cost;cost",
            "default_score;-1\n",
            "\"a\nb\";1\n\"a\nb\";2\n");

    /**
     * A change of a file.
     *
     * @param file which of the good ones
     * @param from where to cut, as a share of 10,000
     * @param length how many bytes are taken out
     * @param piece what is put in
     */
    record Change(int file, int from, int length, byte[] piece) {

        byte[] apply() {
            byte[] good = GOOD.get(file);
            int start = from * good.length / 10_000;
            int end = Math.min(good.length, start + length);
            byte[] changed = Arrays.copyOf(good, start + piece.length + good.length - end);
            System.arraycopy(piece, 0, changed, start, piece.length);
            System.arraycopy(good, end, changed, start + piece.length, good.length - end);
            return changed;
        }
    }

    @Property(tries = 500)
    void areReadOrRefused(@ForAll @Size(max = 200) byte[] bytes) {
        endsInAFileOrASentence(bytes);
    }

    @Property(tries = 3000)
    void changesOfAGoodFileAreReadOrRefused(@ForAll("changes") Change change) {
        endsInAFileOrASentence(change.apply());
    }

    @Provide
    Arbitrary<Change> changes() {
        Arbitrary<byte[]> pieces = Arbitraries.oneOf(
                Arbitraries.of(PIECES).map(piece -> piece.getBytes(UTF_8)),
                Arbitraries.bytes().array(byte[].class).ofMaxSize(4));
        return Combinators.combine(
                        Arbitraries.integers().between(0, GOOD.size() - 1),
                        Arbitraries.integers().between(0, 10_000),
                        Arbitraries.integers().between(0, 30),
                        pieces)
                .as(Change::new);
    }

    private static void endsInAFileOrASentence(byte[] bytes) {
        for (Strictness strictness : Strictness.values()) {
            try {
                PbFile file = PbReader.read(PbText.of("any.pb", bytes), strictness);

                assertThat(file.projects()).isNotEmpty();
                assertThat(file.notes()).allSatisfy(AnyBytesTest::isOneSentence);
            } catch (PbException e) {
                assertThat(e.getMessage()).startsWith("any.pb").satisfies(AnyBytesTest::isOneSentence);
            }
        }
    }

    private static void isOneSentence(String text) {
        assertThat(text).endsWith(".").doesNotContainPattern("\\R");
    }
}
