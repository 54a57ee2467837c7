package eu.urne.engine.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Statements with their parameters: numbers, texts, bytes or null. */
public final class Sql {

    private Sql() {}

    /** How a row is read. */
    public interface Row<T extends @Nullable Object> {
        /** What the row says. */
        T read(ResultSet row) throws SQLException;
    }

    /** What is done with each row. */
    public interface RowUse {
        /** Uses a row; false to end. */
        boolean use(ResultSet row) throws SQLException;
    }

    /** Changes rows; gives how many. */
    public static int update(Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    /** The rows of a query. */
    public static <T> List<T> list(Connection connection, Row<T> reader, String sql, @Nullable Object... parameters)
            throws SQLException {
        List<T> rows = new ArrayList<>();
        each(connection, row -> rows.add(reader.read(row)), sql, parameters);
        return rows;
    }

    /** The first row of a query. */
    public static <T> Optional<T> first(
            Connection connection, Row<T> reader, String sql, @Nullable Object... parameters) throws SQLException {
        return list(connection, reader, sql, parameters).stream().findFirst();
    }

    /** The number that a query gives. */
    public static long number(Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
        return first(connection, row -> row.getLong(1), sql, parameters).orElse(0L);
    }

    /** Goes through the rows of a query one by one. */
    public static void each(Connection connection, RowUse use, String sql, @Nullable Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            boolean more = rows.next();
            while (more) {
                more = use.use(rows) && rows.next();
            }
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, @Nullable Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
