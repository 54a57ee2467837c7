package eu.urne.engine.moving;

import eu.urne.engine.log.Entry;
import eu.urne.engine.store.Claim;
import eu.urne.engine.store.LogName;
import eu.urne.engine.store.OneLine;
import eu.urne.engine.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.sqlite.SQLiteConfig;

/**
 * What is remembered while a whole log is read, in a file that is deleted at the end: more than fits in memory. Used by
 * one thread.
 */
final class Scratch implements AutoCloseable {

    private static final int CACHE_KIB = 65_536;
    private static final List<String> TABLES = List.of(
            "CREATE TABLE id (id BLOB PRIMARY KEY) WITHOUT ROWID",
            "CREATE TABLE stream (stream TEXT PRIMARY KEY, next INTEGER NOT NULL) WITHOUT ROWID",
            "CREATE TABLE claim (claim BLOB PRIMARY KEY, log INTEGER NOT NULL, idx INTEGER NOT NULL) WITHOUT ROWID");

    private final Path folder;
    private final Connection connection;
    private final PreparedStatement addId;
    private final PreparedStatement getStream;
    private final PreparedStatement putStream;
    private final PreparedStatement addClaim;
    private final PreparedStatement someClaims;

    private Scratch(Path folder, Connection connection) throws SQLException {
        this.folder = folder;
        this.connection = connection;
        try (Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute(table);
            }
        }
        connection.setAutoCommit(false);
        this.addId = connection.prepareStatement("INSERT OR IGNORE INTO id (id) VALUES (?)");
        this.getStream = connection.prepareStatement("SELECT next FROM stream WHERE stream = ?");
        this.putStream = connection.prepareStatement("INSERT OR REPLACE INTO stream (stream, next) VALUES (?, ?)");
        this.addClaim = connection.prepareStatement("INSERT OR IGNORE INTO claim (claim, log, idx) VALUES (?, ?, ?)");
        this.someClaims =
                connection.prepareStatement("SELECT claim, log, idx FROM claim WHERE claim > ? ORDER BY claim LIMIT ?");
    }

    static Scratch open() {
        try {
            Path folder = Files.createTempDirectory("urne-check");
            SQLiteConfig config = new SQLiteConfig();
            config.setJournalMode(SQLiteConfig.JournalMode.OFF);
            config.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
            config.setCacheSize(-CACHE_KIB);
            config.setGetGeneratedKeys(false);
            return new Scratch(folder, config.createConnection("jdbc:sqlite:" + folder.resolve("scratch.db")));
        } catch (IOException | SQLException e) {
            throw failed(e);
        }
    }

    private static StoreException failed(Exception e) {
        return new StoreException(
                "there is no room for a file of notes in the folder of temporary files: " + OneLine.of(e), e);
    }

    /** Remembers an id; false if it was there already. */
    boolean isNew(byte[] id) {
        try {
            addId.setBytes(1, id);
            return addId.executeUpdate() == 1;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** The next number of a stream, 0 for a new one. */
    long next(String stream) {
        try {
            getStream.setString(1, stream);
            try (ResultSet row = getStream.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Remembers the number of a stream's entry. */
    void passed(Entry entry) {
        try {
            putStream.setString(1, entry.stream());
            putStream.setLong(2, entry.seq() + 1);
            putStream.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Remembers what an entry has established. */
    void established(LogName log, long index, List<Claim> claims) {
        try {
            for (Claim claim : claims) {
                addClaim.setBytes(1, claim.bytes());
                addClaim.setInt(2, log.code());
                addClaim.setLong(3, index);
                addClaim.executeUpdate();
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /**
     * A claim with the entry that made it first.
     *
     * @param claim 16 bytes
     */
    record Made(byte[] claim, LogName log, long index) {}

    /** Claims behind one in the order of their bytes, at most {@code limit}. */
    List<Made> claims(byte[] after, int limit) {
        try {
            someClaims.setBytes(1, after);
            someClaims.setInt(2, limit);
            List<Made> made = new ArrayList<>();
            try (ResultSet row = someClaims.executeQuery()) {
                while (row.next()) {
                    made.add(new Made(row.getBytes(1), LogName.ofCode(row.getInt(2)), row.getLong(3)));
                }
            }
            return made;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
            Files.deleteIfExists(folder.resolve("scratch.db"));
            Files.deleteIfExists(folder);
        } catch (SQLException | IOException e) {
            throw failed(e);
        }
    }
}
