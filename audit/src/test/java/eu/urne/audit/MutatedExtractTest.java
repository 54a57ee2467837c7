package eu.urne.audit;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.audit.example.ExampleArchive;
import eu.urne.audit.example.ExampleElection;
import eu.urne.audit.example.ExampleExtract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Positive;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever bytes of the evidence of one poll change, it is not verified, and nothing is thrown but one complaint. */
class MutatedExtractTest {
    private static Map<String, byte[]> files = Map.of();
    private static byte[] stored = {};
    private static byte[] deflated = {};
    private static Path zip = Path.of("");

    @BeforeContainer
    static void writeArchives() throws IOException {
        ExampleElection election = new ExampleElection();
        election.log().genesis();
        election.approval();
        election.points();
        files = new TreeMap<>(ExampleExtract.files(election.log(), "approval"));
        stored = ExampleArchive.stored(files);
        deflated = ExampleArchive.deflated(files);
        zip = Files.createTempFile("mutated", ".zip");
    }

    @AfterContainer
    static void removeArchive() throws IOException {
        Files.deleteIfExists(zip);
    }

    @Property(tries = 400, shrinking = ShrinkingMode.BOUNDED)
    void changedByteOfAStoredArchiveIsNeverVerified(
            @ForAll @Positive int place, @ForAll @IntRange(min = 1, max = 255) int flip) throws Exception {
        byte[] changed = stored.clone();
        changed[place % changed.length] ^= (byte) flip;

        assertThat(verify(changed)).isNotEqualTo(Optional.of(true));
    }

    /**
     * A compressed stream has bits that mean nothing, such as those behind its last block: only the files inside are
     * one and the same.
     */
    @Property(tries = 400, shrinking = ShrinkingMode.BOUNDED)
    void changedByteOfACompressedArchiveIsNeverVerifiedWithOtherFiles(
            @ForAll @Positive int place, @ForAll @IntRange(min = 1, max = 255) int flip) throws Exception {
        byte[] changed = deflated.clone();
        changed[place % changed.length] ^= (byte) flip;

        if (verify(changed).equals(Optional.of(true))) {
            try (EvidenceSource source = EvidenceSource.open(zip.toString())) {
                assertThat(source.names()).contains(files.keySet());
                for (Map.Entry<String, byte[]> file : files.entrySet()) {
                    assertThat(source.read(file.getKey(), 1 << 20)).contains(file.getValue());
                }
            }
        }
    }

    @Property(tries = 100, shrinking = ShrinkingMode.BOUNDED)
    void overwrittenPieceIsNeverVerified(@ForAll @Positive int place, @ForAll @Size(min = 2, max = 40) byte[] piece)
            throws Exception {
        byte[] changed = stored.clone();
        int start = place % (changed.length - piece.length);
        System.arraycopy(piece, 0, changed, start, piece.length);

        assertThat(verify(changed)).isNotEqualTo(Optional.of(true));
    }

    /** True and false are verdicts; empty is evidence that cannot be read. */
    private static Optional<Boolean> verify(byte[] archive) throws IOException {
        Files.write(zip, archive);
        try (EvidenceSource source = EvidenceSource.open(zip.toString())) {
            return Optional.of(Verification.of(source).run().verified());
        } catch (UnreadableEvidenceException e) {
            assertThat(e.getMessage()).isNotBlank();
            return Optional.empty();
        }
    }
}
