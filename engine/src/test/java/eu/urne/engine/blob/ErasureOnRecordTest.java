package eu.urne.engine.blob;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.engine.Answer;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.DataDirectory;
import eu.urne.engine.Engine;
import eu.urne.engine.blob.BlobCommand.EraseBlob;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An erasure stands in the log, with its reason. */
class ErasureOnRecordTest {

    private static final BlobHash BLOB = new BlobHash("ab".repeat(32));

    @TempDir
    Path folder;

    private DataDirectory data;
    private Engine engine;
    private int commands;

    @BeforeEach
    void start() {
        data = DataDirectory.open(folder, "test.example/log");
        engine = Engine.start(data, 0, axon -> {});
    }

    @AfterEach
    void stop() {
        engine.close();
        data.close();
    }

    private Answer erase(String reason) {
        return engine.commands()
                .send(new EraseBlob(BLOB, reason), new CommandOrigin("test-" + commands++, "staff/abcd", 0));
    }

    private void refused(String reason) {
        assertThat(erase(reason)).isInstanceOfSatisfying(Answer.Refused.class, answer -> assertThat(
                        answer.refusal().sentence())
                .isEqualTo("reason: it must have 1 to 500 characters"));
    }

    @Test
    void itIsToldOnce() {
        assertThat(erase("à la demande de l’auteur")).isInstanceOf(Answer.Accepted.class);
        assertThat(erase("encore")).isInstanceOf(Answer.Unchanged.class);

        assertThat(engine.log().reader().stream("blob/" + BLOB, 0, 10)).hasSize(1);
    }

    @Test
    void whatABackupBringsBackIsErasedAtTheNextStart() {
        byte[] salt = BlobStore.freshSalt();
        byte[] content = {1, 2, 3};
        BlobHash blob = engine.blobs().put("image/png", content, salt);
        BlobHash other = engine.blobs().put("image/png", content, BlobStore.freshSalt());
        engine.commands().send(new EraseBlob(blob, "à la demande"), new CommandOrigin("test-erase", "staff/abcd", 0));
        assertThat(engine.blobs().find(blob)).isPresent();

        stop();
        start();

        assertThat(engine.blobs().find(blob)).isEmpty();
        assertThat(engine.blobs().isErased(blob)).isTrue();
        assertThat(engine.blobs().find(other)).isPresent();
    }

    @Test
    void itHasAReason() {
        refused(" \n");
        refused("x".repeat(501));
        assertThat(erase("x".repeat(500))).isInstanceOf(Answer.Accepted.class);
    }
}
