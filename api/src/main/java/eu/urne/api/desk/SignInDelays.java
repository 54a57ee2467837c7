package eu.urne.api.desk;

import eu.urne.api.web.Sha256;
import java.time.Clock;
import java.time.Duration;

/**
 * Slows down who guesses passwords: after five wrong ones a name is locked for a second, then for twice as long each
 * time, up to fifteen minutes. Names that do not exist are locked likewise, so that the delay tells nothing.
 */
final class SignInDelays {

    private static final int FREE_ATTEMPTS = 5;
    private static final long FIRST_MS = 1_000;
    private static final long LONGEST_MS = Duration.ofMinutes(15).toMillis();
    private static final long FORGOTTEN_MS = Duration.ofHours(24).toMillis();
    private static final int MOST_DOUBLINGS = 10;

    /** In one statement, so that none is lost where two come at once. */
    private static final String COUNT = """
            INSERT INTO sign_in_failure (name_hash, failures, until_ms, last_ms) VALUES (?, 1, ?, ?)
            ON CONFLICT (name_hash) DO UPDATE
            SET failures = sign_in_failure.failures + 1, last_ms = excluded.last_ms
            RETURNING failures""";

    private final DeskDatabase database;
    private final Clock clock;

    SignInDelays(DeskDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Whether that name must wait. */
    boolean isLocked(String name) {
        return database.client()
                .sql("SELECT until_ms FROM sign_in_failure WHERE name_hash = ?")
                .param(key(name))
                .query(Long.class)
                .optional()
                .filter(untilMs -> untilMs > clock.millis())
                .isPresent();
    }

    /** Counts a wrong password. */
    void failed(String name) {
        long nowMs = clock.millis();
        database.transactions().executeWithoutResult(status -> {
            database.client()
                    .sql("DELETE FROM sign_in_failure WHERE last_ms < ?")
                    .param(nowMs - FORGOTTEN_MS)
                    .update();
            int failures = database.client()
                    .sql(COUNT)
                    .params(key(name), nowMs, nowMs)
                    .query(Integer.class)
                    .single();
            database.client()
                    .sql("UPDATE sign_in_failure SET until_ms = ? WHERE name_hash = ?")
                    .params(nowMs + delayMs(failures), key(name))
                    .update();
        });
    }

    /** Forgets the wrong passwords of who has typed the right one. */
    void succeeded(String name) {
        database.client()
                .sql("DELETE FROM sign_in_failure WHERE name_hash = ?")
                .param(key(name))
                .update();
    }

    private static long delayMs(int failures) {
        return failures < FREE_ATTEMPTS
                ? 0
                : Math.min(LONGEST_MS, FIRST_MS << Math.min(MOST_DOUBLINGS, failures - FREE_ATTEMPTS));
    }

    private static String key(String name) {
        return Sha256.hex(Users.folded(name));
    }
}
