package eu.urne.api.desk;

import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.poll.PollId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one person of the staff has asked and another must confirm, and what two have done so. */
public final class Confirmations {

    /** How long an asking waits. */
    static final Duration VALID = Duration.ofHours(12);

    /** What takes two persons. */
    public enum Step {
        /** The vote begins, and the definition is frozen. */
        OPEN,
        /** The vote and its register are over. */
        CLOSE
    }

    /**
     * An asking.
     *
     * @param by pseudonym of who has asked
     * @param decidedBy pseudonym of who has confirmed; null for nobody yet
     * @param decided when; null for not yet
     */
    public record Asking(
            Step step,
            String by,
            Instant at,
            @Nullable String decidedBy,
            @Nullable Instant decided) {}

    /** An asking for a step of a poll. */
    public record Waiting(PollId poll, Asking asking) {}

    private final DeskDatabase database;
    private final Clock clock;

    /** Askings in that database. */
    public Confirmations(DeskDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Asks for a step; asked again by the same person, nothing changes.
     *
     * @throws ProblemException if another person has asked already, who only waits for a confirmation
     */
    void ask(PollId poll, Step step, String by) {
        database.transactions().executeWithoutResult(status -> {
            if (waiting(poll, step).isEmpty()) {
                withdraw(poll, step); // what waits for too long
                database.client()
                        .sql("INSERT INTO confirmation (poll, step, asked_by, asked_ms, state)"
                                + " VALUES (?, ?, ?, ?, 'WAITING') ON CONFLICT DO NOTHING")
                        .params(poll.value(), step.name(), by, clock.millis())
                        .update();
            }
            if (waiting(poll, step).filter(asking -> asking.by().equals(by)).isEmpty()) {
                throw new ProblemException(Problem.EXISTS, "another person has asked for this already: confirm it");
            }
        });
    }

    /** What waits for a second person; empty for nothing. */
    Optional<Asking> waiting(PollId poll, Step step) {
        return database.client()
                .sql("SELECT * FROM confirmation WHERE poll = ? AND step = ? AND state = 'WAITING' AND asked_ms > ?")
                .params(poll.value(), step.name(), clock.millis() - VALID.toMillis())
                .query((row, number) -> asking(row))
                .optional();
    }

    /** All that waits for a second person, other than what this one has asked. */
    List<Waiting> forOthersThan(String by) {
        return database.client()
                .sql("""
                        SELECT * FROM confirmation
                        WHERE state = 'WAITING' AND asked_ms > ? AND asked_by <> ? ORDER BY id""")
                .params(clock.millis() - VALID.toMillis(), by)
                .query((row, number) -> new Waiting(new PollId(row.getString("poll")), asking(row)))
                .list();
    }

    /** Takes an asking back. */
    void withdraw(PollId poll, Step step) {
        database.client()
                .sql("UPDATE confirmation SET state = 'WITHDRAWN' WHERE poll = ? AND step = ? AND state = 'WAITING'")
                .params(poll.value(), step.name())
                .update();
    }

    /** Keeps who has confirmed. */
    void confirmed(PollId poll, Step step, String by) {
        database.client()
                .sql("UPDATE confirmation SET state = 'CONFIRMED', decided_by = ?, decided_ms = ?"
                        + " WHERE poll = ? AND step = ? AND state = 'WAITING'")
                .params(by, clock.millis(), poll.value(), step.name())
                .update();
    }

    /** What two persons have done, oldest first. */
    List<Asking> done(PollId poll) {
        return database.client()
                .sql("SELECT * FROM confirmation WHERE poll = ? AND state = 'CONFIRMED' ORDER BY id")
                .param(poll.value())
                .query((row, number) -> asking(row))
                .list();
    }

    private static Asking asking(ResultSet row) throws SQLException {
        String decidedBy = row.getString("decided_by");
        return new Asking(
                Step.valueOf(row.getString("step")),
                row.getString("asked_by"),
                Instant.ofEpochMilli(row.getLong("asked_ms")),
                decidedBy,
                decidedBy == null ? null : Instant.ofEpochMilli(row.getLong("decided_ms")));
    }
}
