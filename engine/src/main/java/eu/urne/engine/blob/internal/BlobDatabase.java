package eu.urne.engine.blob.internal;

import eu.urne.engine.DataDirectory;
import eu.urne.engine.blob.Blob;
import eu.urne.engine.blob.BlobHash;
import eu.urne.engine.blob.IdeaText;
import eu.urne.engine.store.OwnerDatabase;
import eu.urne.engine.store.SideTables;
import eu.urne.engine.store.Sql;
import eu.urne.engine.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The tables of the blobs and of the words in which ideas are found. */
public final class BlobDatabase implements AutoCloseable {

    private static final int MAX_LIMIT = 1_000;
    private static final String PUT = """
            INSERT INTO blob (hash, type, salt, content) VALUES (?, ?, ?, ?)
            ON CONFLICT (hash) DO NOTHING RETURNING number""";
    private static final String EMPTY = """
            UPDATE blob SET type = NULL, salt = NULL, content = NULL
            WHERE hash = ? AND content IS NOT NULL RETURNING number""";

    /** Its tables; public for whoever moves them. */
    public static final SideTables TABLES = new SideTables(
            "blobs.db", "urne_blobs", "the database of the blobs", "eu/urne/engine/blob", false, new MovedIdeas());

    private final OwnerDatabase connections;
    private final IdeaIndex ideas;

    private BlobDatabase(OwnerDatabase connections) {
        this.connections = connections;
        this.ideas = connections.either(IdeaIndex.of(false), IdeaIndex.of(true));
    }

    /**
     * Opens the tables, or creates them for their owner only.
     *
     * @throws StoreException in one sentence, if it cannot be opened
     */
    public static BlobDatabase open(DataDirectory data) {
        return new BlobDatabase(data.open(TABLES));
    }

    /** Keeps a blob, unless there is or was one of its hash. */
    public void put(Blob blob) {
        connections.write(connection -> insert(connection, blob));
    }

    /** The same for the words of an idea, which can be found from then on. */
    public void putIdea(String shelf, IdeaText idea, Blob blob) {
        connections.write(connection -> {
            Optional<Long> number = insert(connection, blob);
            if (number.isPresent()) {
                ideas.add(connection, number.get(), shelf, idea);
            }
            return true;
        });
    }

    /** Its number; empty if there is or was one of its hash. */
    private static Optional<Long> insert(Connection connection, Blob blob) throws SQLException {
        return Sql.first(
                connection, row -> row.getLong(1), PUT, blob.hash().bytes(), blob.type(), blob.salt(), blob.content());
    }

    /** The blob, unless it is erased. */
    public Optional<Blob> find(BlobHash hash) {
        return connections.read(connection -> Sql.first(
                connection,
                row -> new Blob(hash, row.getString(1), row.getBytes(2), row.getBytes(3)),
                "SELECT type, content, salt FROM blob WHERE hash = ? AND content IS NOT NULL",
                (Object) hash.bytes()));
    }

    /** Takes away everything of a blob but its hash; false if nothing is there. */
    public boolean erase(BlobHash hash) {
        boolean erased = connections.write(connection -> {
            Optional<Long> number = Sql.first(connection, row -> row.getLong(1), EMPTY, (Object) hash.bytes());
            if (number.isPresent()) {
                ideas.remove(connection, number.get());
            }
            return number.isPresent();
        });
        if (erased) {
            connections.forgetDeleted("blob", "idea", "idea_words");
        }
        return erased;
    }

    /** Whether there was a blob of this hash. */
    public boolean isErased(BlobHash hash) {
        return connections.read(connection ->
                        Sql.number(connection, "SELECT count(*) FROM blob WHERE hash = ? AND content IS NULL", (Object)
                                hash.bytes()))
                > 0;
    }

    /** Ideas of a shelf in which each of these words begins a word, best first. */
    public List<BlobHash> search(String shelf, List<String> words, int limit) {
        return words.isEmpty()
                ? List.of()
                : connections.read(
                        connection -> hashes(connection, ideas.all(connection, shelf, words, bounded(limit)), limit));
    }

    /** Ideas of a shelf that share telling ones of these words, the nearest first. */
    public List<BlobHash> similar(String shelf, List<String> words, int limit) {
        return words.isEmpty()
                ? List.of()
                : connections.read(
                        connection -> hashes(connection, ideas.any(connection, shelf, words, bounded(limit)), limit));
    }

    private static int bounded(int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit: 1 to " + MAX_LIMIT + " are possible, not " + limit);
        }
        return limit;
    }

    private static List<BlobHash> hashes(Connection connection, Collection<Long> numbers, int limit)
            throws SQLException {
        List<BlobHash> hashes = new ArrayList<>();
        for (long number : numbers) {
            if (hashes.size() == limit) {
                break;
            }
            Sql.first(connection, row -> row.getBytes(1), "SELECT hash FROM blob WHERE number = ?", number)
                    .ifPresent(hash -> hashes.add(new BlobHash(HexFormat.of().formatHex(hash))));
        }
        return hashes;
    }

    /** The drafts, which are in the same place. */
    public DraftTable drafts() {
        return new DraftTable(connections);
    }

    @Override
    public void close() {
        connections.close();
    }
}
