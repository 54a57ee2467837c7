package eu.urne.engine.store;

/**
 * A set of tables beside the log: an SQLite file in the data folder, or a schema of the installation's PostgreSQL.
 *
 * @param file name of the SQLite file
 * @param schema name of the schema
 * @param contents what is in it, as sentences begin: {@code the vault}
 * @param migrations where the folders {@code sqlite} and {@code postgresql} with its migrations are on the class path
 * @param large whether millions of rows are expected: SQLite then gets more memory
 * @param otherForms what of it is not the same rows in both
 */
public record SideTables(
        String file, String schema, String contents, String migrations, boolean large, OtherForms otherForms) {

    /** The same rows in both. */
    public SideTables(String file, String schema, String contents, String migrations, boolean large) {
        this(file, schema, contents, migrations, large, OtherForms.NONE);
    }
}
