package eu.urne.engine.moving;

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
import org.sqlite.SQLiteConfig;

/** SQLite files as a whole. */
final class SqliteCopy {

    private SqliteCopy() {}

    private static Connection open(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(10_000);
        return config.createConnection("jdbc:sqlite:" + file);
    }

    /**
     * Writes the file as it is committed now to another, beside whoever writes it. What was deleted is not in the copy.
     * Unlike SQLite's backup in steps it is one reading transaction, which ends however much is written meanwhile.
     */
    static void copy(Path from, Path to) throws IOException {
        OwnerFiles.makeFile(to);
        try (Connection connection = open(from);
                PreparedStatement vacuum = connection.prepareStatement("VACUUM INTO ?")) {
            vacuum.setString(1, to.toString());
            vacuum.execute();
        } catch (SQLException e) {
            throw new StoreException("the database " + from + " cannot be copied: " + OneLine.of(e), e);
        }
    }

    /**
     * Lets SQLite look at every page.
     *
     * @throws StoreException in one sentence, if it is damaged
     */
    static void check(Path file) {
        if (!Files.exists(file)) {
            return;
        }
        try (Connection connection = open(file);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA integrity_check(1)")) {
            row.next();
            if (!row.getString(1).equals("ok")) {
                throw new StoreException("the database " + file.getFileName() + " is damaged: " + row.getString(1));
            }
        } catch (SQLException e) {
            throw new StoreException("the database " + file.getFileName() + " is damaged: " + OneLine.of(e), e);
        }
    }
}
