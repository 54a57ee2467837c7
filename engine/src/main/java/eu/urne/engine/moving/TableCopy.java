package eu.urne.engine.moving;

import eu.urne.engine.moving.TableShape.Column;
import eu.urne.engine.store.OtherForms.Side;
import eu.urne.engine.store.SideTables;
import eu.urne.engine.store.Sql;
import eu.urne.engine.store.StoreException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Copies the rows of a set of tables to the same tables of another kind of database, in one transaction. */
final class TableCopy {

    private static final int FETCHED = 256;

    /**
     * What the driver holds of PostgreSQL at once, as one row may have 20 MB; with what waits to be inserted (at most
     * one such row behind {@link #BATCH_BYTES}), and what either driver makes of it, that is some 250 MB at the worst.
     */
    private static final int FETCHED_WITH_BYTES = 4;

    private static final int BATCH_ROWS = 256;
    private static final long BATCH_BYTES = 1 << 22;

    private final SideTables tables;
    private final Side from;
    private final Side to;
    private final List<TableShape> shapes;

    /**
     * Looks at the tables of both.
     *
     * @throws StoreException in one sentence, if they are not the same
     */
    TableCopy(SideTables tables, Side from, Side to) throws SQLException {
        this.tables = tables;
        this.from = from;
        this.to = to;
        List<TableShape> theirs = TableShape.all(from.connection(), tables.otherForms()::has);
        List<TableShape> ours = TableShape.all(to.connection(), tables.otherForms()::has);
        if (theirs.size() != ours.size()) {
            throw new StoreException(
                    tables.contents() + " has other tables in both stores: " + theirs.size() + " and " + ours.size());
        }
        for (int i = 0; i < ours.size(); i++) {
            if (!ours.get(i).name().equals(theirs.get(i).name()) || !ours.get(i).isLike(theirs.get(i))) {
                throw new StoreException(tables.contents() + " has other columns in both stores: table "
                        + theirs.get(i).name());
            }
        }
        this.shapes = TableShape.parentsFirst(to.connection(), ours);
    }

    /** Whether the target has no row at all. */
    boolean isTargetEmpty() throws SQLException {
        for (String table : TableShape.names(to.connection())) {
            // SQLite's index of words is never quite empty
            boolean counts = to.isPostgresql() || !tables.otherForms().has(table);
            String first = "SELECT count(*) FROM (SELECT 1 FROM " + TableShape.quoted(table) + " LIMIT 1) AS first";
            if (counts && Sql.number(to.connection(), first) > 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * Copies, and compares every table with its source before anything is committed.
     *
     * @return number of rows
     * @throws StoreException in one sentence, if the target cannot hold what the source has
     */
    long copy(Steps steps) throws SQLException, IOException {
        long rows = 0;
        steps.begin(tables.schema(), Math.max(1, count()));
        for (TableShape shape : shapes) {
            TableSum sum = copy(shape, steps);
            if (!sum.isThatOf(sum(to.connection(), shape))) {
                throw new StoreException("the table " + shape.name() + " of " + tables.contents()
                        + " did not arrive as it is; nothing of it was kept");
            }
            rows += sum.rows();
        }
        tables.otherForms().move(from, to);
        return rows;
    }

    /** Where the same rows are there already: brings up to date what is not rows in both. */
    void bringUpToDate() throws SQLException, IOException {
        tables.otherForms().moveAgain(from, to);
    }

    private long count() throws SQLException {
        long rows = 0;
        for (TableShape shape : shapes) {
            rows += Sql.number(from.connection(), "SELECT count(*) FROM " + TableShape.quoted(shape.name()));
        }
        return rows;
    }

    /** Whether both have the same rows in every table. */
    boolean isSame() throws SQLException {
        for (TableShape shape : shapes) {
            if (!sum(from.connection(), shape).isThatOf(sum(to.connection(), shape))) {
                return false;
            }
        }
        return true;
    }

    private interface RowUse {
        void use(@Nullable Object[] row) throws SQLException;
    }

    private static void each(Connection connection, TableShape shape, RowUse use) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // else PostgreSQL's driver takes the whole table into memory
            statement.setFetchSize(shape.hasBytes() ? FETCHED_WITH_BYTES : FETCHED);
            try (ResultSet rows = statement.executeQuery(shape.selected())) {
                while (rows.next()) {
                    use.use(TableSum.read(rows, shape.columns()));
                }
            }
        }
    }

    private static TableSum sum(Connection connection, TableShape shape) throws SQLException {
        TableSum sum = new TableSum();
        each(connection, shape, sum::add);
        return sum;
    }

    private TableSum copy(TableShape shape, Steps steps) throws SQLException {
        TableSum sum = new TableSum();
        try (Insert insert = new Insert(shape, steps)) {
            each(from.connection(), shape, row -> {
                sum.add(row);
                insert.add(row);
            });
            insert.write();
        }
        if (to.isPostgresql()) {
            for (Column column : shape.columns()) {
                if (column.isNumbered()) {
                    goOnBehind(shape, column);
                }
            }
        }
        return sum;
    }

    /** Numbers that PostgreSQL gives from now on follow those that are there; SQLite sees to that itself. */
    private void goOnBehind(TableShape shape, Column column) throws SQLException {
        String sql = "SELECT setval(pg_get_serial_sequence('" + TableShape.quoted(shape.name()) + "', '" + column.name()
                + "'), coalesce(max(" + TableShape.quoted(column.name()) + "), 0) + 1, false) FROM "
                + TableShape.quoted(shape.name());
        Sql.number(to.connection(), sql);
    }

    /** Rows that wait for being written together. */
    private final class Insert implements AutoCloseable {

        private final TableShape shape;
        private final Steps steps;
        private final PreparedStatement statement;
        private int rows;
        private long bytes;

        Insert(TableShape shape, Steps steps) throws SQLException {
            this.shape = shape;
            this.steps = steps;
            String marks = shape.columns().stream().map(column -> "?").collect(Collectors.joining(", "));
            this.statement = to.connection()
                    .prepareStatement("INSERT INTO " + TableShape.quoted(shape.name()) + " (" + shape.names() + ")"
                            + (to.isPostgresql() ? " OVERRIDING SYSTEM VALUE" : "") + " VALUES (" + marks + ")");
        }

        void add(@Nullable Object[] row) throws SQLException {
            for (int i = 0; i < row.length; i++) {
                set(i + 1, shape.columns().get(i), row[i]);
            }
            statement.addBatch();
            rows++;
            if (rows >= BATCH_ROWS || bytes >= BATCH_BYTES) {
                write();
            }
        }

        private void set(int place, Column column, @Nullable Object value) throws SQLException {
            switch (value) {
                case null ->
                    statement.setNull(
                            place,
                            switch (column.kind()) {
                                case NUMBER -> Types.BIGINT;
                                case TEXT -> Types.VARCHAR;
                                case BYTES -> Types.BINARY;
                            });
                case byte[] content -> {
                    bytes += content.length;
                    statement.setBytes(place, content);
                }
                case String text -> {
                    bytes += text.length();
                    statement.setString(place, text);
                }
                default -> statement.setLong(place, (Long) value);
            }
        }

        void write() throws SQLException {
            statement.executeBatch();
            steps.step(rows);
            rows = 0;
            bytes = 0;
        }

        @Override
        public void close() throws SQLException {
            statement.close();
        }
    }
}
