package eu.urne.engine.blob.internal;

import eu.urne.engine.blob.Blob;
import eu.urne.engine.blob.BlobHash;
import eu.urne.engine.blob.IdeaText;
import eu.urne.engine.store.OwnerDatabase;
import eu.urne.engine.store.StoreException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The tables of the blobs and of the words in which ideas are found. */
public final class BlobDatabase implements AutoCloseable {

    private final OwnerDatabase connections;

    private BlobDatabase(OwnerDatabase connections) {
        this.connections = connections;
    }

    /**
     * Opens the file, or creates it for its owner only.
     *
     * @throws StoreException in one sentence, if it cannot be opened
     */
    public static BlobDatabase open(Path file) {
        return new BlobDatabase(OwnerDatabase.open(file, "the blobs", "eu/urne/engine/blob/sqlite"));
    }

    /** Keeps a blob, unless there is or was one of its hash. */
    public void put(Blob blob) {
        connections.write(writer -> insert(writer, blob));
    }

    /** The same for the words of an idea, which can be found from then on. */
    public void putIdea(String shelf, IdeaText idea, Blob blob) {
        connections.write(writer -> {
            if (insert(writer, blob) == 0) {
                return 0;
            }
            writer.update("INSERT INTO idea (number, shelf) VALUES (last_insert_rowid(), ?)", shelf);
            return writer.update(
                    "INSERT INTO idea_words (rowid, title, body) VALUES (last_insert_rowid(), ?, ?)",
                    idea.title(),
                    idea.text());
        });
    }

    private static int insert(OwnerDatabase.Writer writer, Blob blob) throws SQLException {
        return writer.update(
                "INSERT INTO blob (hash, type, salt, content) VALUES (?, ?, ?, ?) ON CONFLICT (hash) DO NOTHING",
                blob.hash().bytes(),
                blob.type(),
                blob.salt(),
                blob.content());
    }

    /** The blob, unless it is erased. */
    public Optional<Blob> find(BlobHash hash) {
        return connections.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement(
                    "SELECT type, content, salt FROM blob WHERE hash = ? AND content IS NOT NULL")) {
                query.setBytes(1, hash.bytes());
                ResultSet row = query.executeQuery();
                return row.next()
                        ? Optional.of(new Blob(hash, row.getString(1), row.getBytes(2), row.getBytes(3)))
                        : Optional.empty();
            }
        });
    }

    /** Takes away everything of a blob but its hash; false if nothing is there. */
    public boolean erase(BlobHash hash) {
        int erased = connections.write(writer -> {
            byte[] key = hash.bytes();
            String number = " = (SELECT number FROM blob WHERE hash = ?)";
            writer.update("DELETE FROM idea_words WHERE rowid" + number, key);
            writer.update("DELETE FROM idea WHERE number" + number, key);
            String emptied = "UPDATE blob SET type = NULL, salt = NULL, content = NULL";
            return writer.update(emptied + " WHERE hash = ? AND content IS NOT NULL", key);
        });
        if (erased > 0) {
            connections.forgetJournal();
        }
        return erased > 0;
    }

    /** Whether there was a blob of this hash. */
    public boolean isErased(BlobHash hash) {
        return connections.read(connection -> {
            try (PreparedStatement query =
                    connection.prepareStatement("SELECT 1 FROM blob WHERE hash = ? AND content IS NULL")) {
                query.setBytes(1, hash.bytes());
                return query.executeQuery().next();
            }
        });
    }

    /** Ideas of a shelf in which each of these words begins a word, best first. */
    public List<BlobHash> search(String shelf, List<String> words, int limit) {
        return words.isEmpty()
                ? List.of()
                : connections.read(connection -> new IdeaIndex(connection).all(shelf, words, limit));
    }

    /** Ideas of a shelf that share telling ones of these words, the nearest first. */
    public List<BlobHash> similar(String shelf, List<String> words, int limit) {
        return words.isEmpty()
                ? List.of()
                : connections.read(connection -> new IdeaIndex(connection).any(shelf, words, limit));
    }

    /** The drafts, which are in the same file. */
    public DraftTable drafts() {
        return new DraftTable(connections);
    }

    @Override
    public void close() {
        connections.close();
    }
}
