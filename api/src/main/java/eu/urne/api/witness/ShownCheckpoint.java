package eu.urne.api.witness;

import eu.urne.engine.store.LogReader.SizedNote;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where the cosigned checkpoint that was shown last is kept, so that none is ever taken back. */
public interface ShownCheckpoint {

    /** The signed note; empty where none was shown. */
    Optional<String> note() throws IOException;

    /** Keeps a later one; it is durable when the call returns. An earlier one than the kept changes nothing. */
    void keep(SizedNote shown) throws IOException;

    /** Whether other nodes keep theirs here too. */
    boolean isShared();

    /** That of a single node. */
    record InFile(Path file) implements ShownCheckpoint {

        @Override
        public String toString() {
            return "the file " + file;
        }

        @Override
        public Optional<String> note() throws IOException {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        }

        @Override
        public void keep(SizedNote shown) throws IOException {
            Path draft = file.resolveSibling(file.getFileName() + ".new");
            try (FileChannel channel = FileChannel.open(
                    draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                ByteBuffer rest = ByteBuffer.wrap(shown.note().getBytes(StandardCharsets.UTF_8));
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
                folder.force(true);
            }
        }

        @Override
        public boolean isShared() {
            return false;
        }
    }

    /**
     * That of all nodes, in the table {@code published_checkpoint}: none shows an earlier one than another has shown.
     */
    record InTable(JdbcClient tables) implements ShownCheckpoint {

        @Override
        public String toString() {
            return "the row of published_checkpoint";
        }

        private static final String KEEP = """
                INSERT INTO published_checkpoint (one, size, note) VALUES (1, ?, ?)
                ON CONFLICT (one) DO UPDATE SET size = excluded.size, note = excluded.note
                WHERE published_checkpoint.size < excluded.size""";

        @Override
        public Optional<String> note() {
            return tables.sql("SELECT note FROM published_checkpoint")
                    .query(String.class)
                    .optional();
        }

        @Override
        public void keep(SizedNote shown) {
            tables.sql(KEEP).params(shown.size(), shown.note()).update();
        }

        @Override
        public boolean isShared() {
            return true;
        }
    }
}
