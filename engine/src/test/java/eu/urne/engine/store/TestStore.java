package eu.urne.engine.store;

import static org.junit.jupiter.api.Assumptions.abort;

import eu.urne.engine.log.Signer;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The stores on which the log is tested: each opens the log of a folder, again and again the same. */
enum TestStore {
    SQLITE {
        @Override
        LogDatabase database(Path folder, UnaryOperator<Connection> seam) {
            return SqliteLogDatabase.open(folder.resolveSibling(folder.getFileName() + ".db"), seam);
        }
    },
    POSTGRESQL {
        @Override
        LogDatabase database(Path folder, UnaryOperator<Connection> seam) {
            return PostgresLogDatabase.open(settings(folder), seam);
        }
    },
    /** The server that {@code URNE_TEST_EVENTSTOREDB} names, or one in this process that speaks its protocol. */
    EVENTSTOREDB {
        @Override
        LogDatabase database(Path folder, UnaryOperator<Connection> seam) {
            throw new UnsupportedOperationException("the log is not in a database");
        }

        @Override
        SequencedLog open(Path folder) {
            String origin = "test.example/" + folder.toAbsolutePath().toString().replace(' ', '_');
            return EventStoreLog.open(
                    new StoreSettings.EventStoreDb(TestServer.connection(), Optional.empty()),
                    folder.resolveSibling(folder.getFileName() + ".replica"),
                    TestLogs.signers(origin),
                    0,
                    bytes -> Guard.Terms.NONE);
        }
    };

    private record Known(Path folder, StoreSettings.Postgresql settings) {}

    private static final AtomicReference<@Nullable Known> KNOWN = new AtomicReference<>();

    /** The database that stands for a folder: the one of the latest folder is kept. */
    static StoreSettings.Postgresql settings(Path folder) {
        Known known = KNOWN.get();
        if (known == null || !known.folder.equals(folder)) {
            String url = TrialPostgres.database().orElseGet(() -> abort("there is no PostgreSQL to test with"));
            known = new Known(folder, new StoreSettings.Postgresql(url, "", ""));
            KNOWN.set(known);
        }
        return known.settings;
    }

    abstract LogDatabase database(Path folder, UnaryOperator<Connection> seam);

    SequencedLog open(Path folder, Map<LogName, Signer> signers, UnaryOperator<Connection> seam) {
        return SqlLog.open(() -> database(folder, seam), signers, 0);
    }

    SequencedLog open(Path folder) {
        return open(folder, TestLogs.SIGNERS, UnaryOperator.identity());
    }
}
