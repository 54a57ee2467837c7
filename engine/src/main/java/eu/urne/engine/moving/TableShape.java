package eu.urne.engine.moving;

import eu.urne.engine.store.StoreException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A table as its database tells of it.
 *
 * @param columns by name, so that both databases have one order
 */
record TableShape(String name, List<Column> columns) {

    /** What a column holds, in either database. */
    enum Kind {
        NUMBER,
        TEXT,
        BYTES
    }

    /**
     * A column.
     *
     * @param isNumbered whether the database itself counts it up
     */
    record Column(String name, Kind kind, boolean isNumbered) {}

    private static final Set<String> OF_THE_PLACE = Set.of("flyway_schema_history", "installation");

    /** The names of the tables of a connection's schema, but for those that say where and of which version they are. */
    static SortedSet<String> names(Connection connection) throws SQLException {
        SortedSet<String> names = new TreeSet<>();
        String[] types = {"TABLE"};
        try (ResultSet table = connection.getMetaData().getTables(null, connection.getSchema(), "%", types)) {
            while (table.next()) {
                names.add(table.getString("TABLE_NAME"));
            }
        }
        names.removeAll(OF_THE_PLACE);
        return names;
    }

    /**
     * Those of them that are copied, by name.
     *
     * @param except which are not
     * @throws StoreException in one sentence, if one has a column of a type that this program does not move
     */
    static List<TableShape> all(Connection connection, Predicate<String> except) throws SQLException {
        List<TableShape> shapes = new ArrayList<>();
        for (String name : names(connection)) {
            if (!except.test(name)) {
                shapes.add(new TableShape(name, columns(connection, name)));
            }
        }
        return shapes;
    }

    private static List<Column> columns(Connection connection, String table) throws SQLException {
        SortedMap<String, Column> columns = new TreeMap<>();
        try (ResultSet column = connection.getMetaData().getColumns(null, connection.getSchema(), table, "%")) {
            while (column.next()) {
                String name = column.getString("COLUMN_NAME");
                if (column.getString("TABLE_NAME").equals(table)) { // the name is a pattern, too
                    boolean isNumbered = Objects.equals(column.getString("IS_AUTOINCREMENT"), "YES");
                    columns.put(name, new Column(name, kind(table, name, column), isNumbered));
                }
            }
        }
        return List.copyOf(columns.values());
    }

    private static Kind kind(String table, String name, ResultSet column) throws SQLException {
        // by name: of SQLite's types the driver has numbers of its own
        return switch (column.getString("TYPE_NAME").toLowerCase(Locale.ROOT)) {
            case "integer", "bigint", "int2", "int4", "int8", "serial", "bigserial" -> Kind.NUMBER;
            case "text", "varchar", "bpchar" -> Kind.TEXT;
            case "blob", "bytea" -> Kind.BYTES;
            default ->
                throw new StoreException("the column " + name + " of the table " + table + " has a type that is not"
                        + " moved: " + column.getString("TYPE_NAME"));
        };
    }

    /** Those tables first to which rows of others refer. */
    static List<TableShape> parentsFirst(Connection connection, List<TableShape> shapes) throws SQLException {
        List<TableShape> left = new ArrayList<>(shapes);
        List<TableShape> ordered = new ArrayList<>();
        while (!left.isEmpty()) {
            Set<String> waiting = left.stream().map(TableShape::name).collect(Collectors.toSet());
            List<TableShape> next = new ArrayList<>();
            for (TableShape shape : left) {
                if (parents(connection, shape.name).stream().noneMatch(waiting::contains)) {
                    next.add(shape);
                }
            }
            if (next.isEmpty()) {
                throw new StoreException("the tables " + waiting + " refer to one another in a circle");
            }
            ordered.addAll(next);
            left.removeAll(next);
        }
        return ordered;
    }

    private static Set<String> parents(Connection connection, String table) throws SQLException {
        Set<String> parents = new HashSet<>();
        try (ResultSet key = connection.getMetaData().getImportedKeys(null, connection.getSchema(), table)) {
            while (key.next()) {
                parents.add(key.getString("PKTABLE_NAME"));
            }
        }
        parents.remove(table);
        return parents;
    }

    /** Whether rows may be large. */
    boolean hasBytes() {
        return columns.stream().anyMatch(column -> column.kind() == Kind.BYTES);
    }

    /** Whether another table has columns of the same names and kinds. */
    boolean isLike(TableShape other) {
        return columns.stream()
                .map(TableShape::sameInBoth)
                .toList()
                .equals(other.columns.stream().map(TableShape::sameInBoth).toList());
    }

    private static Column sameInBoth(Column column) {
        return new Column(column.name, column.kind, false);
    }

    /** The names of its columns, for a statement. */
    String names() {
        return columns.stream().map(column -> quoted(column.name)).collect(Collectors.joining(", "));
    }

    /** All its rows, in no order. */
    String selected() {
        return "SELECT " + names() + " FROM " + quoted(name);
    }

    static String quoted(String name) {
        return '"' + name + '"';
    }
}
