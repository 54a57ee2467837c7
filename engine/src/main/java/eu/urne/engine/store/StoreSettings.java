package eu.urne.engine.store;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Where an installation keeps its log and the tables beside it; a deployment's choice, the same for all its nodes. */
public sealed interface StoreSettings {

    /** The database of the tables beside the log and of the views; empty for files in each node's data folder. */
    Optional<Postgresql> tables();

    /** Everything in files of the data folder: one node. */
    record Sqlite() implements StoreSettings {
        @Override
        public Optional<Postgresql> tables() {
            return Optional.empty();
        }
    }

    /**
     * Everything in schemas of one PostgreSQL database: any number of nodes.
     *
     * @param url {@code jdbc:postgresql://host:port/database?parameters}
     * @param user empty for the one of the URL
     * @param password empty for the one of the URL, or none
     */
    record Postgresql(String url, String user, String password) implements StoreSettings {

        /**
         * Checks the URL.
         *
         * @throws IllegalArgumentException in one sentence, if it is none of PostgreSQL
         */
        public Postgresql {
            if (!url.startsWith("jdbc:postgresql://") || !isRead(url)) {
                throw new IllegalArgumentException(
                        "the address of PostgreSQL must look like jdbc:postgresql://host:5432/database");
            }
        }

        private static boolean isRead(String url) {
            try {
                new PGSimpleDataSource().setUrl(url);
                return true;
            } catch (IllegalArgumentException e) {
                return false;
            }
        }

        /** Connections whose unnamed tables are those of a schema. */
        public DataSource source(String schema) {
            return simple(schema);
        }

        /**
         * The same, given up where the server is silent for so long: the way to it may have been lost without a word.
         *
         * @param silenceSeconds more than any answer takes
         */
        public DataSource source(String schema, int silenceSeconds) {
            PGSimpleDataSource source = simple(schema);
            source.setSocketTimeout(silenceSeconds);
            return source;
        }

        private PGSimpleDataSource simple(String schema) {
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setUrl(url);
            if (!user.isEmpty()) {
                source.setUser(user);
            }
            if (!password.isEmpty()) {
                source.setPassword(password);
            }
            source.setCurrentSchema(schema);
            source.setApplicationName("urne");
            source.setTcpKeepAlive(true);
            source.setReWriteBatchedInserts(true); // many rows in a statement
            source.setLogServerErrorDetail(false); // what fails must not quote the rows of persons
            return source;
        }

        @Override
        public Optional<Postgresql> tables() {
            return Optional.of(this);
        }

        /** The URL with its parameters, but for passwords. */
        public String shown() {
            int end = url.indexOf('?');
            String parameters = end < 0
                    ? ""
                    : Arrays.stream(url.substring(end + 1).split("&"))
                            .filter(each -> !each.matches("(?i)[^=]*password(=.*)?"))
                            .collect(Collectors.joining("&"));
            return parameters.isEmpty() ? toString() : this + "?" + parameters;
        }

        /** Host and database; never a password. */
        @Override
        public String toString() {
            int end = url.indexOf('?');
            return end < 0 ? url : url.substring(0, end);
        }
    }

    /**
     * The log in EventStoreDB (KurrentDB).
     *
     * @param connection as its clients take it: {@code esdb://host:2113?tls=true}
     * @param tables the database of the tables beside the log; empty for files, and then there is one node
     */
    record EventStoreDb(String connection, Optional<Postgresql> tables) implements StoreSettings {

        /** Without what stands before the host: a name and password. */
        @Override
        public String toString() {
            int at = connection.lastIndexOf('@');
            int begin = connection.indexOf("://");
            return at < 0 || begin < 0 ? connection : connection.substring(0, begin + 3) + connection.substring(at + 1);
        }
    }
}
