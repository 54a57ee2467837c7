package eu.urne.engine.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.urne.engine.tally.Amounts;
import eu.urne.engine.tally.Ballot;
import eu.urne.engine.tally.Indexes;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BallotCodecTest {

    private static final List<BallotKind> KINDS = List.of(
            new BallotKind.Favourite(),
            new BallotKind.Approval(2),
            new BallotKind.Knapsack(),
            new BallotKind.Points(5, 7),
            new BallotKind.Ranking(3),
            new BallotKind.Grades(4),
            new BallotKind.Motion());

    private static BallotCodec codec(BallotKind kind) {
        return new BallotCodec(TestPolls.definition(kind, false, Trustees.engine(new byte[65])));
    }

    private static Ballot points(int[] options, long... points) {
        return new Ballot.Points(Indexes.of(options), Amounts.of(points));
    }

    /** The bytes of docs/formats/ballot.md, section 2. */
    private static final Map<BallotKind, Map<Ballot, String>> WIRE = Map.of(
            KINDS.get(0), Map.of(Ballot.Approval.of(2), "01000002", new Ballot.Blank(), "01010000"),
            KINDS.get(1), Map.of(Ballot.Approval.of(0, 2), "020005", new Ballot.Blank(), "020100"),
            KINDS.get(2), Map.of(Ballot.Approval.of(0, 2), "030005"),
            KINDS.get(3), Map.of(points(new int[] {0, 2}, 5, 2), "0400000500000002"),
            KINDS.get(4), Map.of(Ballot.Ranking.of(2, 0), "0500000300010000"),
            KINDS.get(5), Map.of(Ballot.Grades.of(0, 3, 1), "0600000301"),
            KINDS.get(6), Map.of(new Ballot.Motion(Ballot.Stance.AGAINST), "070002"));

    @Test
    void everyKindHasTheBytesOfTheFormat() {
        WIRE.forEach((kind, choices) -> choices.forEach((choice, hex) -> {
            byte[] bytes = HexFormat.of().parseHex(hex);
            assertThat(codec(kind).encode(choice)).isEqualTo(bytes);
            assertThat(codec(kind).decode(bytes)).contains(choice);
        }));
    }

    @Test
    void pointsAreTheSameInAnyOrderAndWithOptionsThatGetNone() {
        BallotCodec codec = codec(KINDS.get(3));
        byte[] plaintext = codec.encode(points(new int[] {0, 2}, 5, 2));

        assertThat(codec.encode(points(new int[] {2, 1, 0}, 2, 0, 5))).isEqualTo(plaintext);
    }

    @Test
    void whatThePollDoesNotAllowIsNull() {
        Map<String, Integer> nulls = Map.ofEntries(
                Map.entry("01000003", 0), // no such option
                Map.entry("01010002", 0), // blank with a choice
                Map.entry("01020000", 0), // no such form
                Map.entry("02000002", 0), // another kind
                Map.entry("020007", 1), // three where two are allowed
                Map.entry("020000", 1), // nothing chosen
                Map.entry("020008", 1), // a bit without option
                Map.entry("030003", 2), // dearer than the budget
                Map.entry("0400000600000000", 3), // too many points for one
                Map.entry("0400000500030000", 3), // too many in all
                Map.entry("0400000000000000", 3), // none
                Map.entry("0500000100010000", 4), // twice the same
                Map.entry("0500000000010000", 4), // a gap
                Map.entry("0500000400000000", 4), // no such option
                Map.entry("0600000401", 5), // no such grade
                Map.entry("070000", 6),
                Map.entry("070004", 6));
        nulls.forEach((hex, kind) -> assertThat(
                        codec(KINDS.get(kind)).decode(HexFormat.of().parseHex(hex)))
                .as(hex)
                .isEmpty());
    }

    @Property
    void anyBytesAreEitherNullOrTheOneEncodingOfTheirChoice(
            @ForAll @Size(max = 12) byte[] bytes, @ForAll byte kindByte) {
        BallotKind kind = KINDS.get(Math.floorMod(kindByte, 7));
        if (bytes.length > 1) {
            bytes[0] = (byte) (KINDS.indexOf(kind) + 1);
            bytes[1] = (byte) (bytes[1] & 1);
        }
        Optional<Ballot> choice = codec(kind).decode(bytes);
        choice.ifPresent(ballot -> assertThat(codec(kind).encode(ballot)).isEqualTo(bytes));
    }

    @Test
    void everyChoiceOfAPollHasTheSameLength() {
        for (BallotKind kind : KINDS) {
            List<Integer> lengths = new ArrayList<>();
            WIRE.get(kind).keySet().forEach(choice -> lengths.add(codec(kind).encode(choice).length));
            lengths.add(codec(kind).encode(new Ballot.Blank()).length);
            assertThat(lengths).containsOnly(BallotWidth.plaintext(kind, 3));
        }
    }

    @Test
    void aChoiceThatIsNotAllowedIsNotEncoded() {
        assertThatThrownBy(() -> codec(KINDS.get(1)).encode(Ballot.Approval.of(0, 1, 2)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> codec(KINDS.get(0)).encode(Ballot.Ranking.of(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> codec(KINDS.get(4)).encode(Ballot.Ranking.of(0, 1, 2, 3)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
