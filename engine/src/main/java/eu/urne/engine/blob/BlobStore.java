package eu.urne.engine.blob;

import eu.urne.engine.DataDirectory;
import eu.urne.engine.blob.internal.BlobDatabase;
import eu.urne.engine.store.SideTables;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

/**
 * Keeps what inhabitants write, draw and record, in a database of its own that only its owner may read. What was put is
 * durable when the call returns, so that the log never names what is lost in a crash. Safe for use by many threads.
 */
public final class BlobStore implements AutoCloseable {

    /** Its tables, for whoever moves them. */
    public static final SideTables TABLES = BlobDatabase.TABLES;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final BlobDatabase database;

    private BlobStore(BlobDatabase database) {
        this.database = database;
    }

    /**
     * Opens the tables, or creates them, and brings their schema up to date.
     *
     * @throws eu.urne.engine.store.StoreException in one sentence, if it cannot be opened
     */
    public static BlobStore open(DataDirectory data) {
        return new BlobStore(BlobDatabase.open(data));
    }

    /** A salt that nobody can guess; a blob has one of its own, else its hash would tell what was erased. */
    public static byte[] freshSalt() {
        byte[] salt = new byte[BlobHash.SALT_BYTES];
        RANDOM.nextBytes(salt);
        return salt;
    }

    /**
     * Keeps a file; once more is no error. What was erased stays erased.
     *
     * @param type its media type
     * @param salt 32 bytes that nobody can guess
     */
    public BlobHash put(String type, byte[] content, byte[] salt) {
        Blob blob = new Blob(BlobHash.of(salt, content), type, content, salt);
        database.put(blob);
        return blob.hash();
    }

    /**
     * Keeps the words of an idea, and lets them be found.
     *
     * @param shelf among what they are found: the id of the budget
     * @param salt 32 bytes that nobody can guess
     */
    public BlobHash putIdea(String shelf, IdeaText idea, byte[] salt) {
        byte[] content = idea.bytes();
        Blob blob = new Blob(BlobHash.of(salt, content), IdeaText.TYPE, content, salt);
        database.putIdea(shelf, idea, blob);
        return blob.hash();
    }

    /** The blob; empty if there is none, or no longer. */
    public Optional<Blob> find(BlobHash hash) {
        return database.find(hash);
    }

    /** The words of an idea; empty if there are none, or no longer, or the blob is something else. */
    public Optional<IdeaText> idea(BlobHash hash) {
        return find(hash).filter(blob -> blob.type().equals(IdeaText.TYPE)).map(blob -> IdeaText.read(blob.content()));
    }

    /**
     * Erases content and salt for good; that there was a blob of this hash is still known. The log, which has nothing
     * but the hash, stays valid.
     *
     * @return false if there is no such blob, or no longer
     */
    public boolean erase(BlobHash hash) {
        return database.erase(hash);
    }

    /**
     * Erases those of which the log says that they are: a crash may have come between, or the file is from a backup.
     */
    public void eraseAll(List<BlobHash> told) {
        told.forEach(database::erase);
    }

    /** Whether there was a blob of this hash which was erased. */
    public boolean isErased(BlobHash hash) {
        return database.isErased(hash);
    }

    /**
     * The ideas in which every word of a query begins a word: those with all in the title first, and of these and the
     * others the latest first. Whatever is typed is looked for as words; accents and case do not matter, and a single
     * letter is a word of its own.
     *
     * @param limit from 1 to 1,000
     */
    public List<BlobHash> search(String shelf, String query, int limit) {
        return database.search(shelf, Words.ofQuery(query), limit);
    }

    /**
     * The ideas of a shelf that share the most telling words with this one, the nearest first.
     *
     * @param limit from 1 to 1,000
     */
    public List<BlobHash> similar(String shelf, IdeaText idea, int limit) {
        return database.similar(shelf, Words.of(idea), limit);
    }

    /** Ideas that are not handed in yet. */
    public DraftStore drafts() {
        return new DraftStore(database.drafts());
    }

    @Override
    public void close() {
        database.close();
    }
}
