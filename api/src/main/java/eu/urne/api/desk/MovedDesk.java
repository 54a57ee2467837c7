package eu.urne.api.desk;

import eu.urne.api.web.StaffKeys;
import eu.urne.api.witness.ShownCheckpoint;
import eu.urne.engine.store.LogReader.SizedNote;
import eu.urne.engine.store.OneLine;
import eu.urne.engine.store.OtherForms;
import eu.urne.engine.store.StoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * What the desk has in PostgreSQL only: the keys of the staff and the checkpoint that was shown last, which are files
 * where there is one node; and sessions, which end with a move.
 */
final class MovedDesk implements OtherForms {

    private static final Set<String> TABLES =
            Set.of("staff_key", "published_checkpoint", "desk_session", "desk_session_attributes", "oidc_way");

    @Override
    public boolean has(String table) {
        return TABLES.contains(table);
    }

    private static JdbcClient client(Connection connection) {
        return JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    private static ShownCheckpoint shown(Path folder) {
        return new ShownCheckpoint.InFile(folder.resolve("published-checkpoint"));
    }

    /** Something that asks Spring. */
    private interface Work {
        void run() throws IOException;
    }

    /** What a database refuses, as who moves expects it. */
    private static void told(Work work) throws IOException {
        try {
            work.run();
        } catch (DataAccessException e) {
            throw new StoreException("the desk cannot be moved: " + OneLine.of(e), e);
        }
    }

    @Override
    public void moveFirst(Connection rows, Path folder) throws IOException {
        told(() -> keep(new ShownCheckpoint.InTable(client(rows)).note(), shown(folder)));
    }

    private static void keep(Optional<String> note, ShownCheckpoint to) throws IOException {
        if (note.isPresent()) {
            long size = Long.parseLong(note.get().lines().skip(1).findFirst().orElse(""));
            to.keep(new SizedNote(size, note.get()));
        }
    }

    @Override
    public void move(Side from, Side to) throws IOException {
        told(() -> moveKeys(from, to));
    }

    private static void moveKeys(Side from, Side to) throws IOException {
        Path file = (from.isPostgresql() ? to : from).folder().resolve("staff-keys");
        if (from.isPostgresql() && !to.isPostgresql()) {
            StaffKeys.toFile(client(from.connection()), file);
        } else if (!from.isPostgresql() && to.isPostgresql()) {
            JdbcClient rows = client(to.connection());
            StaffKeys.toTable(file, rows);
            keep(shown(from.folder()).note(), new ShownCheckpoint.InTable(rows));
        }
    }
}
