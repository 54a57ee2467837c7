package eu.urne.audit.ballot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plaintexts of all seven kinds, written by hand from docs/formats/ballot.md, section 2; nine options, budget 100. */
class ChoiceReaderTest {
    private static final List<Long> COSTS = List.of(60L, 50L, 40L, 0L, 0L, 0L, 0L, 0L, 100L);

    private static Choice read(BallotKind kind, String hex) {
        return new ChoiceReader(kind, COSTS, 100).read(HexFormat.of().parseHex(hex));
    }

    private static void check(BallotKind kind, String hex, String expected) {
        assertThat(read(kind, hex)).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "01000000, Named[options=[0]]",
        "01000008, Named[options=[8]]",
        "01000009, Null[]",
        "01010000, Blank[]",
        "01010001, Null[]",
        "01020000, Null[]",
        "02000000, Null[]",
        "010000, Null[]",
        "0100000000, Null[]",
    })
    void favourite(String hex, String expected) {
        check(new BallotKind.Favourite(), hex, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "02000100; Named[options=[0]]",
                "02008001; Named[options=[7, 8]]",
                "02000300; Named[options=[0, 1]]",
                "02000700; Null[]",
                "02000000; Null[]",
                "02000002; Null[]",
                "02010000; Blank[]",
                "02010100; Null[]",
            })
    void approvalOfUpToTwo(String hex, String expected) {
        check(new BallotKind.Approval(2), hex, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "03000500; Named[options=[0, 2]]",
                "03000300; Null[]",
                "03000801; Named[options=[3, 8]]",
                "03000401; Null[]",
                "03000000; Null[]",
                "03000080; Null[]",
            })
    void knapsack(String hex, String expected) {
        check(new BallotKind.Knapsack(), hex, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0400 000300020000 000000000000 000000000000; Pointed[points=[3, 2, 0, 0, 0, 0, 0, 0, 0]]",
                "0400 000300030000 000000000000 000000000000; Null[]",
                "0400 000400000000 000000000000 000000000000; Null[]",
                "0400 000000000000 000000000000 000000000000; Null[]",
                "0401 000000000000 000000000000 000000000000; Blank[]",
            })
    void pointsOfUpToThreeAndFiveInAll(String hex, String expected) {
        check(new BallotKind.Points(3, 5), hex.replace(" ", ""), expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0500 0009 0001 0002; Ranked[options=[8, 0, 1]]",
                "0500 0009 0000 0000; Ranked[options=[8]]",
                "0500 0000 0000 0000; Null[]",
                "0500 0000 0001 0000; Null[]",
                "0500 0001 0000 0002; Null[]",
                "0500 0001 0002 0001; Null[]",
                "0500 000a 0000 0000; Null[]",
                "0501 0000 0000 0000; Blank[]",
            })
    void rankingOfUpToThree(String hex, String expected) {
        check(new BallotKind.Ranking(3), hex.replace(" ", ""), expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0600 000102000102000102; Graded[grades=[0, 1, 2, 0, 1, 2, 0, 1, 2]]",
                "0600 000102000102000103; Null[]",
                "0600 0001020001020001; Null[]",
            })
    void threeGrades(String hex, String expected) {
        check(new BallotKind.Grades(3), hex.replace(" ", ""), expected);
    }

    @ParameterizedTest
    @CsvSource({
        "070001, Voted[vote=1]",
        "070003, Voted[vote=3]",
        "070000, Null[]",
        "070004, Null[]",
        "0700ff, Null[]",
        "070100, Blank[]",
    })
    void motion(String hex, String expected) {
        check(new BallotKind.Motion(), hex, expected);
    }

    @Property(tries = 1_000)
    void anyBytesGiveAChoiceOrNull(@ForAll @Size(max = 30) byte[] bytes, @ForAll @IntRange(max = 7) int code) {
        List<BallotKind> kinds = List.of(
                new BallotKind.Favourite(),
                new BallotKind.Approval(3),
                new BallotKind.Knapsack(),
                new BallotKind.Points(5, 9),
                new BallotKind.Ranking(9),
                new BallotKind.Grades(20),
                new BallotKind.Motion());
        if (bytes.length > 1) {
            bytes[0] = (byte) code;
            bytes[1] &= 1;
        }

        assertThat(kinds).allSatisfy(kind -> {
            Choice choice = new ChoiceReader(kind, COSTS, 100).read(bytes);
            boolean fits = bytes.length == kind.width(9) && code == kind.code();
            assertThat(choice instanceof Choice.Null || fits).isTrue();
        });
    }

    @Test
    void kindsHaveTheCodesAndWidthsOfTheFormat() {
        assertThat(new BallotKind.Favourite().width(300)).isEqualTo(4);
        assertThat(new BallotKind.Approval(1).width(9)).isEqualTo(4);
        assertThat(new BallotKind.Knapsack().width(8)).isEqualTo(3);
        assertThat(new BallotKind.Points(1, 1).width(10)).isEqualTo(22);
        assertThat(new BallotKind.Ranking(4).width(10)).isEqualTo(10);
        assertThat(new BallotKind.Grades(5).width(10)).isEqualTo(12);
        assertThat(new BallotKind.Motion().width(1)).isEqualTo(3);
    }
}
