package eu.urne.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.PGNotification;

/** What is told on a channel, by whoever may connect to the database. */
class NoticeListenerTest {

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final AtomicInteger connected = new AtomicInteger();

    private final NoticeListener.Hearer hearer = new NoticeListener.Hearer() {
        @Override
        public void connected(Connection connection) {
            connected.incrementAndGet();
        }

        @Override
        public void told(List<PGNotification> notices) {
            for (PGNotification notice : notices) {
                heard.add(String.valueOf(Integer.parseInt(notice.getParameter())));
            }
        }

        @Override
        public void quiet(Connection connection) {}
    };

    @Test
    void aNoticeThatSaysNothingDoesNotMakeItDeaf() throws Exception {
        DataSource source = Beside.emptyDatabase().source("public");
        NoticeListener listener = NoticeListener.start(source, "told", hearer);
        try {
            await().until(() -> connected.get() == 1);
            notify(source, "1");
            await().until(() -> heard.contains("1"));
            notify(source, "nonsense");
            await().until(() -> connected.get() == 2);
            notify(source, "2");
            await().untilAsserted(() -> assertThat(heard).containsExactly("1", "2"));
        } finally {
            listener.close();
        }
    }

    private static void notify(DataSource source, String notice) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("NOTIFY told, '" + notice + "'");
        }
    }
}
