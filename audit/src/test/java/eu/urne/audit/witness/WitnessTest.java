package eu.urne.audit.witness;

import static eu.urne.audit.example.ExampleBytes.join;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.urne.audit.UnreadableEvidenceException;
import eu.urne.audit.example.ExampleBytes;
import eu.urne.audit.example.ExampleLog;
import eu.urne.audit.example.ExampleTree;
import eu.urne.audit.note.SignedNote;
import eu.urne.audit.note.VerifierKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A witness cosigns what continues the past, and nothing else. */
class WitnessTest {
    private static final long TIME_S = 1_790_000_000L;
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochSecond(TIME_S));

    private final ExampleLog log = grown("a");

    @TempDir
    private Path folder;

    private @Nullable Witness witness;

    private static ExampleLog grown(String kind) {
        ExampleLog log = new ExampleLog("vote.example.org").genesis();
        for (int i = 0; i < 20; i++) {
            log.append(kind + i, null, "urne.other.Thing.v1", Map.of("n", i));
        }
        return log;
    }

    @BeforeEach
    void open() throws Exception {
        witness = Witness.open(
                folder, "w1.example", List.of(VerifierKey.parse(log.key().vkey())), CLOCK);
    }

    @AfterEach
    void close() throws IOException {
        witness().close();
    }

    private Witness witness() {
        assertThat(witness).isNotNull();
        return witness;
    }

    private static byte[] request(ExampleLog log, int old, int size) {
        List<byte[]> leaves =
                log.entries().subList(0, size).stream().map(ExampleTree::leaf).toList();
        List<byte[]> proof = old == 0 ? List.of() : ExampleTree.consistency(old, leaves);
        return request(old, proof, log.checkpoint(size));
    }

    private static byte[] request(int old, List<byte[]> proof, byte[] note) {
        StringBuilder head = new StringBuilder("old " + old + "\n");
        proof.forEach(hash -> head.append(ExampleBytes.base64(hash)).append('\n'));
        return join(head.append('\n').toString(), note);
    }

    private Answer add(ExampleLog of, int old, int size) throws IOException {
        return witness().add(request(of, old, size));
    }

    @Test
    void checkpointsThatContinueEachOtherAreCosigned() throws Exception {
        for (int[] step : new int[][] {{0, 3}, {3, 4}, {4, 4}, {4, 16}, {16, 21}}) {
            Answer answer = add(log, step[0], step[1]);

            assertThat(answer.status()).as("%d to %d", step[0], step[1]).isEqualTo(200);
            SignedNote note = SignedNote.parse(join(log.checkpoint(step[1]), answer.body()));
            assertThat(witness().key().cosigned(note)).hasValue(TIME_S);
        }
    }

    @Test
    void memoryOutlivesTheProcess() throws Exception {
        add(log, 0, 9);
        witness().close();
        open();

        Answer answer = add(log, 0, 12);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.contentType()).isEqualTo("text/x.tlog.size");
        assertThat(answer.body()).isEqualTo("9\n");
        assertThat(add(log, 9, 12).status()).isEqualTo(200);
    }

    @Test
    void anotherTreeOfTheSameSizeIsAForkAndIsKept() throws Exception {
        ExampleLog fork = grown("b");
        add(log, 0, 9);

        assertThat(add(fork, 9, 9).status()).isEqualTo(409);

        byte[] kept = Files.readAllBytes(onlyRefused());
        SignedNote.parse(kept).verify(VerifierKey.parse(log.key().vkey()));
        assertThat(SignedNote.parse(kept).text())
                .startsWith("vote.example.org\n9\n")
                .isNotEqualTo(SignedNote.parse(log.checkpoint(9)).text());
        assertThat(add(log, 9, 10).status()).isEqualTo(200);
    }

    @Test
    void largerTreeOfAForkIsNotCosigned() throws Exception {
        ExampleLog fork = grown("b");
        add(log, 0, 9);

        assertThat(add(fork, 9, 12).status()).isEqualTo(422);
        assertThat(onlyRefused().getFileName().toString()).startsWith("refused-12-");
    }

    @Test
    void logThatTakesEntriesBackIsNotCosigned() throws Exception {
        add(log, 0, 9);

        assertThat(add(log, 8, 8).body()).isEqualTo("9\n");
        assertThat(witness().add(request(9, List.of(), log.checkpoint(8))).status())
                .isEqualTo(400);
    }

    @Test
    void proofFromNothingIsRefused() throws Exception {
        byte[] request = request(0, List.of(new byte[32]), log.checkpoint(3));

        assertThat(witness().add(request).status()).isEqualTo(422);
    }

    @Test
    void unknownLogIsNotFound() throws Exception {
        ExampleLog other = new ExampleLog("other.example.org").genesis();

        assertThat(add(other, 0, 1).status()).isEqualTo(404);
    }

    @Test
    void checkpointOfAnotherKeyIsForbidden() throws Exception {
        byte[] note = new eu.urne.audit.example.ExampleKey("vote.example.org", "thief")
                .note(SignedNote.parse(log.checkpoint(3)).text());

        assertThat(witness().add(request(0, List.of(), note)).status()).isEqualTo(403);
    }

    @Test
    void brokenRequestsAreBadRequests() throws Exception {
        String note = new String(log.checkpoint(3), UTF_8);

        for (String request : List.of(
                "",
                "old\n\n" + note,
                "old 01\n\n" + note,
                "old -1\n\n" + note,
                "old 0\nAAAA\n\n" + note,
                "old 0\n" + "A".repeat(44) + "\n\n" + note,
                "old 0\n\n",
                "old 0\n\n" + note.substring(0, 30),
                "old 0\n" + ("A".repeat(43) + "=\n").repeat(64) + "\n" + note)) {
            assertThat(witness().add(request.getBytes(UTF_8)).status())
                    .as(request)
                    .isEqualTo(400);
        }
    }

    @Test
    void memoryThatIsDamagedIsNotForgotten() throws Exception {
        add(log, 0, 9);
        witness().close();
        Path file;
        try (Stream<Path> files = Files.walk(folder)) {
            file = files.filter(path -> path.endsWith("checkpoint")).findFirst().orElseThrow();
        }
        Files.writeString(file, "nothing");

        assertThatThrownBy(this::open)
                .isInstanceOf(UnreadableEvidenceException.class)
                .hasMessageEndingWith("; the witness does not begin anew by itself");
    }

    @Test
    void folderServesOneWitnessAtATime() {
        assertThatThrownBy(this::open).isInstanceOf(UnreadableEvidenceException.class);
    }

    @Test
    void latestCheckpointCanBeCompared() throws Exception {
        assertThat(witness().checkpoint(WitnessedLog.name("vote.example.org"))).isEmpty();
        add(log, 0, 9);

        SignedNote note = SignedNote.parse(
                witness().checkpoint(WitnessedLog.name("vote.example.org")).orElseThrow());

        note.verify(VerifierKey.parse(log.key().vkey()));
        assertThat(witness().key().cosigned(note)).hasValue(TIME_S);
    }

    private Path onlyRefused() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> refused = files.filter(
                            path -> path.getFileName().toString().startsWith("refused-"))
                    .toList();
            assertThat(refused).hasSize(1);
            return refused.getFirst();
        }
    }
}
