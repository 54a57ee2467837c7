package eu.urne.api.trial;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What stands in every table of the read models, as one hash a table: equal images show equal pages. */
record ViewsImage(Map<String, String> tables) {

    /** What tells how the tables were made, not what they show. */
    private static final Set<String> OTHERS = Set.of("progress", "source", "flyway_schema_history");

    /** The image of a file. */
    static ViewsImage of(Path file) {
        return of("jdbc:sqlite:file:" + file + "?mode=ro", "SELECT name FROM sqlite_schema WHERE type = 'table'");
    }

    /** The image of the schema in a PostgreSQL database. */
    static ViewsImage ofSchema(String url) {
        return of(
                url + "&currentSchema=urne_views",
                "SELECT table_name FROM information_schema.tables WHERE table_schema = 'urne_views'");
    }

    private static ViewsImage of(String url, String names) {
        Map<String, String> tables = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection(url)) {
            for (String name : texts(connection, names)) {
                if (!OTHERS.contains(name) && !name.startsWith("sqlite_")) {
                    tables.put(name, hash(connection, name));
                }
            }
        } catch (SQLException e) {
            throw new TrialException("the read models cannot be read: " + e.getMessage(), e);
        }
        return new ViewsImage(tables);
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (row.next()) {
                StringBuilder line = new StringBuilder();
                for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                    Object value = row.getObject(column);
                    line.append(column == 1 ? "" : "|")
                            .append(
                                    value instanceof byte[] bytes
                                            ? HexFormat.of().formatHex(bytes)
                                            : value);
                }
                texts.add(line.toString());
            }
            return texts;
        }
    }

    private static String hash(Connection connection, String table) throws SQLException {
        List<String> rows = texts(connection, "SELECT * FROM " + table);
        rows.sort(null);
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            rows.forEach(row -> digest.update((row + "\n").getBytes(StandardCharsets.UTF_8)));
            return rows.size() + " rows, " + HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /**
     * Compares with the image of read models that were built anew from the log.
     *
     * @throws TrialException if they differ
     */
    void compare(ViewsImage rebuilt) {
        if (!tables.equals(rebuilt.tables)) {
            Map<String, String> differing = new TreeMap<>(tables);
            differing.entrySet().removeAll(rebuilt.tables.entrySet());
            throw new TrialException("the read models differ from a rebuild in " + differing.keySet() + ": " + tables
                    + " and " + rebuilt.tables);
        }
    }
}
