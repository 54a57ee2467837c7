package eu.urne.projections.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.urne.engine.store.StoreException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SQLite ends a transaction by itself when the disk is full; its driver does not know. */
class FullDiskTest {

    private static final String ADD = "INSERT INTO note VALUES (?)";

    @TempDir
    Path folder;

    @Test
    void theTransactionBehindOneThatFoundNoRoomIsWholeAgain() {
        try (SqliteViews views = SqliteViews.open(folder.resolve("views.db"), new Progress())) {
            ViewWriter writer = views.writer();
            writer.executeInTransaction(() -> writer.update("CREATE TABLE note (content BLOB)"));
            assertThatThrownBy(() -> writer.executeInTransaction(() -> {
                        writer.query(row -> row.getLong(1), "PRAGMA max_page_count = 1"); // no more than it has
                        writer.update(ADD, (Object) new byte[1_000_000]);
                    }))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("full");
            assertThatThrownBy(() -> writer.executeInTransaction(() -> {
                        writer.update(ADD, (Object) new byte[1]);
                        throw new IllegalStateException("on purpose");
                    }))
                    .hasMessage("on purpose");
            writer.executeInTransaction(() -> writer.update(ADD, (Object) new byte[1]));
            assertThat(views.reader()
                            .sql("SELECT count(*) FROM note")
                            .query(Long.class)
                            .single())
                    .isEqualTo(1);
        }
    }
}
