package eu.urne.api.desk;

import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.api.web.Sha256;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Links with which somebody chooses a password: the first administrator, who names herself, and users whom an
 * administrator has made. A link works once, until it expires; the database has its hash only.
 */
public final class OneTimeLinks {

    /** How long a link is valid. */
    public static final Duration VALID = Duration.ofDays(3);

    private static final String PATH = "/desk/link/";

    /**
     * For whom a link is.
     *
     * @param pseudonym of the user; empty for the first administrator
     * @param name of the user; empty for the first administrator
     */
    public record Guest(String pseudonym, String name) {

        /** Whether it is the first administrator, who names herself. */
        public boolean isFirst() {
            return pseudonym.isEmpty();
        }
    }

    private final DeskDatabase database;
    private final Users users;
    private final Passwords passwords;
    private final Clock clock;

    OneTimeLinks(DeskDatabase database, Users users, Passwords passwords, Clock clock) {
        this.database = database;
        this.users = users;
        this.passwords = passwords;
        this.clock = clock;
    }

    /**
     * The link for the first administrator, in place of one that was made before.
     *
     * @return path on the server; empty if there are users
     */
    public Optional<String> forFirstAdministrator() {
        if (!users.isEmpty()) {
            return Optional.empty();
        }
        database.client()
                .sql("DELETE FROM one_time_link WHERE pseudonym IS NULL")
                .update();
        return Optional.of(make(null));
    }

    /**
     * A link for a user, in place of one that was made before.
     *
     * @return path on the server
     * @throws ProblemException if there is no such user
     */
    String forUser(String pseudonym) {
        if (users.byPseudonym(pseudonym).isEmpty()) {
            throw new ProblemException(Problem.UNKNOWN, "there is no such user");
        }
        return make(pseudonym);
    }

    private String make(@org.jspecify.annotations.Nullable String pseudonym) {
        String token = Secrets.token();
        database.client()
                .sql("""
                        INSERT INTO one_time_link (token_hash, pseudonym, until_ms) VALUES (?, ?, ?)
                        ON CONFLICT (pseudonym) DO UPDATE
                        SET token_hash = excluded.token_hash, until_ms = excluded.until_ms""")
                .params(Sha256.hex(token), pseudonym, clock.millis() + VALID.toMillis())
                .update();
        return PATH + token;
    }

    /** For whom a link is that still works. */
    Optional<Guest> guest(String token) {
        return database.client()
                .sql("SELECT l.pseudonym, u.name FROM one_time_link l LEFT JOIN desk_user u USING (pseudonym)"
                        + " WHERE l.token_hash = ? AND l.until_ms > ?")
                .params(Sha256.hex(token), clock.millis())
                .query((row, number) -> row.getString("pseudonym") == null
                        ? new Guest("", "")
                        : new Guest(row.getString("pseudonym"), row.getString("name")))
                .optional()
                .filter(guest -> !guest.isFirst() || users.isEmpty());
    }

    /**
     * Uses a link up.
     *
     * @param name of the first administrator; of no importance for others
     * @throws ProblemException if the link does not work any more, or name or password are refused; then it can be used
     *     still
     */
    void use(String token, String name, String password) {
        Guest told = guest(token).orElseThrow(OneTimeLinks::over);
        String hash = passwords.encode(password, told.isFirst() ? name.strip() : told.name());
        database.transactions().executeWithoutResult(status -> {
            Guest guest = guest(token).orElseThrow(OneTimeLinks::over);
            int deleted = database.client()
                    .sql("DELETE FROM one_time_link WHERE token_hash = ?")
                    .param(Sha256.hex(token))
                    .update();
            if (deleted == 0) {
                throw over(); // another node was faster
            }
            String pseudonym = guest.isFirst() ? users.create(name, Set.of(Role.ADMIN), Set.of()) : guest.pseudonym();
            users.password(pseudonym, hash);
        });
    }

    private static ProblemException over() {
        return new ProblemException(Problem.ERASED, "this link was used, or has expired");
    }
}
