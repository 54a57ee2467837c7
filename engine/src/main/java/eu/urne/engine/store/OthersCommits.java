package eu.urne.engine.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.IntPredicate;
import org.postgresql.PGNotification;

/**
 * Hears what the other nodes commit.
 *
 * @param isOwn whether the server process of this number works for this node, which knows what it commits
 * @param committed is done when others may have committed something
 */
record OthersCommits(IntPredicate isOwn, Runnable committed) implements NoticeListener.Hearer {

    private static final int VALID_SECONDS = 5;

    @Override
    public void connected(Connection connection) {
        committed.run(); // what was told while nobody listened
    }

    @Override
    public void told(List<PGNotification> notices) {
        if (notices.stream().anyMatch(notice -> !isOwn.test(notice.getPID()))) {
            committed.run();
        }
    }

    @Override
    public void quiet(Connection connection) throws SQLException {
        if (!connection.isValid(VALID_SECONDS)) {
            throw new SQLException("the connection is dead");
        }
    }
}
