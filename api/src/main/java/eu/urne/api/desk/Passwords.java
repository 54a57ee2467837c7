package eu.urne.api.desk;

import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * Passwords as Argon2id (RFC 9106) with 19 MiB, 2 passes and 1 lane, the least that OWASP recommends. So many at once
 * are computed and no more: signing in must not stop the votes.
 */
final class Passwords {

    /** Fewest characters of a password. */
    static final int LEAST_LENGTH = 12;

    /** Most characters of a password. */
    static final int MOST_LENGTH = 200;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int AT_ONCE = 2;
    private static final long PATIENCE_S = 5;

    /** Looks like a hash and belongs to no password, for comparing with nobody's as long as with somebody's. */
    private static final String NOBODY =
            "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5LW5vYm9keS0hIQ" + "$bm9ib2R5LWhhcy10aGlzLXBhc3N3b3JkLWF0LWFsbC4";

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, MEMORY_KIB, PASSES);
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    /**
     * The hash of a new password.
     *
     * @throws ProblemException if it is too short, too long, or easily guessed from the name
     */
    String encode(String password, String name) {
        if (password.codePointCount(0, password.length()) < LEAST_LENGTH) {
            throw new ProblemException(
                    Problem.INVALID, "password: it must have at least " + LEAST_LENGTH + " characters");
        }
        if (password.length() > MOST_LENGTH) {
            throw new ProblemException(
                    Problem.INVALID, "password: it must have at most " + MOST_LENGTH + " characters");
        }
        if (password.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT))
                || password.codePoints().distinct().count() < 5) {
            throw new ProblemException(Problem.INVALID, "password: it is too easy to guess");
        }
        return inTurn(() -> argon2.encode(composed(password)));
    }

    /** Whether the password has that hash. Takes as long for null, the hash of nobody. */
    boolean match(String password, @Nullable String hash) {
        String typed = composed(password.length() > MOST_LENGTH ? password.substring(0, MOST_LENGTH) : password);
        boolean same = inTurn(() -> argon2.matches(typed, hash == null ? NOBODY : hash));
        return same && hash != null && password.length() <= MOST_LENGTH;
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!turns.tryAcquire(PATIENCE_S, TimeUnit.SECONDS)) {
                throw new ProblemException(Problem.BUSY, "too many people sign in at once; try again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(Problem.BUSY, "the server is ending");
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    /** Keyboards differ in how they write an accent. */
    private static String composed(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }
}
