package eu.urne.api.tablet;

import eu.urne.api.desk.DeskDatabase;
import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.api.web.ShortCode;
import eu.urne.api.web.WrongCodes;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.poll.TabletId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The tablets that are known, and what they have told last. Of time only the server's clock counts: those of tablets
 * may be wrong by years. Safe for use by many threads.
 */
public final class Tablets {

    private static final Duration VALID = Duration.ofMinutes(10);
    private static final int ID_BYTES = 8;
    private static final int SECRET_BYTES = 32;

    private final DeskDatabase desk;
    private final Clock clock;
    private final WrongCodes wrong;

    /** Tablets of this database. */
    public Tablets(DeskDatabase desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
        this.wrong = new WrongCodes(clock);
    }

    /**
     * A code that makes one tablet known, valid for ten minutes and once.
     *
     * @param place where it will stand, and what it is called
     * @param by who asks, as the log has it: {@code staff/<pseudonym>}
     */
    public Enrolment newEnrolment(TabletPlace place, String by) {
        Instant until = clock.instant().plus(VALID);
        return desk.transactions().execute(none -> {
            forgetOldCodes();
            ShortCode code = ShortCode.random();
            desk.client()
                    .sql("INSERT INTO tablet_enrolment (code, site, name, by, until_ms) VALUES (?, ?, ?, ?, ?)")
                    .params(code.hash(), place.site(), place.name(), by, until.toEpochMilli())
                    .update();
            return new Enrolment(code.toString(), until);
        });
    }

    private void forgetOldCodes() {
        desk.client()
                .sql("DELETE FROM tablet_enrolment WHERE until_ms <= ?")
                .param(clock.millis())
                .update();
    }

    /**
     * Makes a tablet known; its secret is told here only.
     *
     * @param typed the code as a person typed it
     * @param from network address from which it came; kept for a minute, and only of a wrong code
     * @throws ProblemException if the code is wrong, used or expired, or too many were wrong
     */
    public NewTablet enrol(String typed, String from) {
        if (wrong.areTooMany(from)) {
            throw new ProblemException(Problem.BUSY, "code: too many wrong codes; wait for a minute");
        }
        try {
            Optional<NewTablet> tablet = enrolled(ShortCode.parse(typed));
            if (tablet.isPresent()) {
                return tablet.get();
            }
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.NOT_AUTHORISED, String.valueOf(e.getMessage()));
        }
        wrong.add(from);
        throw new ProblemException(
                Problem.NOT_AUTHORISED, "code: it is wrong, used or expired; ask for a new one at the desk");
    }

    private record Asked(String site, String name, String by) {}

    private Optional<NewTablet> enrolled(ShortCode code) {
        return desk.transactions().execute(none -> {
            forgetOldCodes();
            Optional<Asked> asked = desk.client()
                    .sql("DELETE FROM tablet_enrolment WHERE code = ? RETURNING site, name, by")
                    .param(code.hash())
                    .query(Asked.class)
                    .optional();
            return asked.map(this::insert);
        });
    }

    private NewTablet insert(Asked asked) {
        TabletId tablet = new TabletId(Secret.random(ID_BYTES));
        String secret = Secret.random(SECRET_BYTES);
        desk.client()
                .sql("""
                        INSERT INTO tablet (tablet, secret, site, name, enrolled_by, enrolled_ms)
                        VALUES (?, ?, ?, ?, ?, ?)""")
                .params(tablet.hex(), Secret.hash(secret), asked.site(), asked.name(), asked.by(), clock.millis())
                .update();
        return new NewTablet(tablet, secret, asked.name(), asked.site());
    }

    /** The tablet with this secret; empty if there is none, or it was removed. */
    Optional<KnownTablet> known(TabletId tablet, String secret) {
        record Row(String secret, String name, String site) {}
        return desk.client()
                .sql("SELECT secret, name, site FROM tablet WHERE tablet = ? AND removed_ms IS NULL")
                .param(tablet.hex())
                .query(Row.class)
                .optional()
                .filter(row -> Secret.fits(secret, row.secret()))
                .map(row -> new KnownTablet(tablet, row.name(), row.site()));
    }

    /** Takes a sign of life: how many ballots wait by poll, all others none. */
    void seen(TabletId tablet, Map<PollId, Long> waiting) {
        desk.transactions().executeWithoutResult(none -> {
            desk.client()
                    .sql("UPDATE tablet SET seen_ms = ? WHERE tablet = ?")
                    .params(clock.millis(), tablet.hex())
                    .update();
            desk.client()
                    .sql("DELETE FROM tablet_waiting WHERE tablet = ?")
                    .param(tablet.hex())
                    .update();
            waiting.forEach((poll, ballots) -> desk.client()
                    .sql("INSERT INTO tablet_waiting (tablet, poll, ballots) SELECT ?, ?, ? WHERE ? > 0")
                    .params(tablet.hex(), poll.value(), ballots, ballots)
                    .update());
        });
    }

    /** Takes that no ballot of a poll waits on a tablet any more. */
    void emptied(TabletId tablet, PollId poll) {
        desk.client()
                .sql("DELETE FROM tablet_waiting WHERE tablet = ? AND poll = ?")
                .params(tablet.hex(), poll.value())
                .update();
    }

    /** All tablets that are known, by site and name. */
    public List<EnrolledTablet> list() {
        return all().stream().filter(tablet -> !tablet.removed()).toList();
    }

    /** A tablet that is or was known; empty if there was none. */
    public Optional<EnrolledTablet> find(TabletId tablet) {
        return all().stream().filter(each -> each.tablet().equals(tablet)).findFirst();
    }

    /** All tablets that are or were known, by site and name. */
    public List<EnrolledTablet> all() {
        return desk.transactions().execute(none -> {
            Map<String, Map<PollId, Long>> waiting = waiting();
            return desk.client()
                    .sql("SELECT tablet, site, name, seen_ms, removed_ms FROM tablet ORDER BY site, name, tablet")
                    .query((row, number) -> new EnrolledTablet(
                            new TabletId(row.getString("tablet")),
                            row.getString("name"),
                            row.getString("site"),
                            instant((Number) row.getObject("seen_ms")),
                            waiting.getOrDefault(row.getString("tablet"), Map.of()),
                            row.getObject("removed_ms") != null))
                    .list();
        });
    }

    private static @Nullable Instant instant(@Nullable Number ms) {
        return ms == null ? null : Instant.ofEpochMilli(ms.longValue());
    }

    private Map<String, Map<PollId, Long>> waiting() {
        Map<String, Map<PollId, Long>> all = new HashMap<>();
        desk.client().sql("SELECT tablet, poll, ballots FROM tablet_waiting").query(row -> {
            all.computeIfAbsent(row.getString("tablet"), none -> new HashMap<>())
                    .put(new PollId(row.getString("poll")), row.getLong("ballots"));
        });
        return all;
    }

    /** Ballots of a poll that wait, by tablet, as each has told last; only where there are any. */
    public Map<TabletId, Long> waiting(PollId poll) {
        Map<TabletId, Long> waiting = new TreeMap<>();
        desk.client()
                .sql("SELECT tablet, ballots FROM tablet_waiting WHERE poll = ?")
                .param(poll.value())
                .query(row -> {
                    waiting.put(new TabletId(row.getString("tablet")), row.getLong("ballots"));
                });
        return waiting;
    }

    /**
     * Does not know a tablet any more; ballots that it has sealed are still accepted.
     *
     * @return false if it was not known
     */
    public boolean remove(TabletId tablet) {
        return desk.client()
                        .sql("UPDATE tablet SET removed_ms = ?, secret = '' WHERE tablet = ? AND removed_ms IS NULL")
                        .params(clock.millis(), tablet.hex())
                        .update()
                > 0;
    }
}
