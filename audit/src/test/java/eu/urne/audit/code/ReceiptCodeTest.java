package eu.urne.audit.code;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.audit.crypto.Sha256;
import eu.urne.audit.example.ExampleElection;
import eu.urne.audit.tree.TreeHash;
import eu.urne.engine.poll.Hash;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The code that follows from an entry (docs/formats/receipt.md). */
class ReceiptCodeTest {
    private static final Path PAGE = Path.of("../docs/formats/receipt.md");
    private static final String REST = "55".repeat(23);

    @Test
    void picturesAreThoseOfThePage() throws Exception {
        try (InputStream list = Objects.requireNonNull(PictureList.class.getResourceAsStream("pictures.tsv"))) {
            String hash = HexFormat.of().formatHex(Sha256.hash(list.readAllBytes()));
            assertThat(Files.readString(PAGE)).contains("\n    " + hash + "\n");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "000102030405060708, dog-cat-mouse-rabbit-0G2G-C1R8",
        "ffffffffffffffffff, printer-printer-printer-printer-ZZZZ-ZZZZ",
        "e3b0c44298fc1c149a, schoolbag-target-bell-bouquet-K3Y1-R54T",
        "00000000000000001f, dog-dog-dog-dog-0000-000Z"
    })
    void firstNineBytesMakeTheCode(String bytes, String text) {
        assertThat(ReceiptCode.ofHash(HexFormat.of().parseHex(bytes + REST)).text())
                .isEqualTo(text);
    }

    @Test
    void codeOfABallotFollowsFromItsIdAndOfOthersFromTheLeaf() throws Exception {
        List<byte[]> entries = new ExampleElection().play().log().entries();
        int ballots = 0;
        for (byte[] entry : entries) {
            String json = new String(entry, UTF_8);
            boolean ballot = json.contains("\"type\":\"urne.poll.BallotCast.v1\"");
            byte[] hash = ballot
                    ? HexFormat.of().parseHex(json.replaceFirst(".*\"cause\":\"([0-9a-f]{64})\".*", "$1"))
                    : TreeHash.leaf(entry);
            assertThat(ReceiptCode.ofEntry(entry)).isEqualTo(ReceiptCode.ofHash(hash));
            ballots += ballot ? 1 : 0;
        }
        assertThat(ballots).isEqualTo(17);
    }

    @Property
    void verifierAndEngineSayTheSame(@ForAll @Size(32) byte[] hash) {
        assertThat(ReceiptCode.ofHash(hash).text())
                .isEqualTo(eu.urne.engine.receipt.ReceiptCode.of(Hash.of(hash)).text());
    }
}
