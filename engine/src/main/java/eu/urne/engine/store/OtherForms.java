package eu.urne.engine.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * What of a set of tables has another form in SQLite than in PostgreSQL, or is made anew, when the set is moved from
 * one to the other; all other tables have the same columns in both.
 */
public interface OtherForms {

    /** There is nothing of that kind. */
    OtherForms NONE = new OtherForms() {
        @Override
        public boolean has(String table) {
            return false;
        }

        @Override
        public void move(Side from, Side to) {}
    };

    /**
     * One of the two.
     *
     * @param connection to the tables
     * @param folder the data folder of the node, with files that PostgreSQL has as rows
     */
    record Side(Connection connection, boolean isPostgresql, Path folder) {}

    /** Whether a table, of either database, is not copied row by row. */
    boolean has(String table);

    /** Moves from rows into files of a folder what must not be later than the log: it is asked before the log is. */
    default void moveFirst(Connection rows, Path folder) throws SQLException, IOException {}

    /** Moves the rest, once the rows of the other tables are there and before they are committed. */
    void move(Side from, Side to) throws SQLException, IOException;

    /**
     * The same where the rows of the other tables are there from an earlier move that was interrupted: what has another
     * form may have been of an earlier time then, and is brought up to date.
     */
    default void moveAgain(Side from, Side to) throws SQLException, IOException {
        move(from, to);
    }
}
