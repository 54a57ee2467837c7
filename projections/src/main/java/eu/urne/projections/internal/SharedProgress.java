package eu.urne.projections.internal;

import eu.urne.engine.store.NoticeListener;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.postgresql.PGNotification;

/**
 * Hears how far the read models are that some other node may build: it is told after each commit, and looks itself
 * where it has not been told for a second.
 *
 * @param progress is told how far they are, whenever that changes
 */
record SharedProgress(Progress progress) implements NoticeListener.Hearer {

    private static final String REACHED = "SELECT build, position FROM progress WHERE processor = 'views'";

    /** Up to where a build has come. */
    private record Reached(long build, long position) {}

    /** Looks, as for the first time; a crash of the database can have lost what was told before. */
    @Override
    public void connected(Connection connection) throws SQLException {
        reached(connection).ifPresent(now -> progress.set(now.build(), now.position()));
    }

    @Override
    public void told(List<PGNotification> notices) {
        String last = notices.getLast().getParameter();
        int colon = last.indexOf(':');
        progress.reach(Long.parseLong(last.substring(0, colon)), Long.parseLong(last.substring(colon + 1)));
    }

    @Override
    public void quiet(Connection connection) throws SQLException {
        reached(connection).ifPresent(now -> progress.reach(now.build(), now.position()));
    }

    private static Optional<Reached> reached(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(REACHED)) {
            return row.next() ? Optional.of(new Reached(row.getLong(1), row.getLong(2))) : Optional.empty();
        }
    }
}
