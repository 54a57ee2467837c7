package eu.urne.api.signing;

import eu.urne.api.desk.DeskDatabase;
import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.api.web.ShortCode;
import eu.urne.api.web.WrongCodes;
import eu.urne.engine.council.CouncilId;
import eu.urne.engine.council.SignerId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Codes by which the desk tells a signer's device whose key it may register: once, within an hour. Safe for use by many
 * threads.
 */
public final class SigningCodes {

    private static final Duration VALID = Duration.ofHours(1);

    private final DeskDatabase desk;
    private final Clock clock;
    private final WrongCodes wrong;

    /** Codes of this database. */
    public SigningCodes(DeskDatabase desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
        this.wrong = new WrongCodes(clock);
    }

    /**
     * A new code.
     *
     * @param code as it is shown
     * @param until when it expires
     */
    public record Shown(String code, Instant until) {}

    /** Whose key may be registered. */
    record Holder(CouncilId council, SignerId signer) {}

    /** Makes a code for a signer; earlier ones of hers are forgotten. */
    public Shown make(CouncilId council, SignerId signer) {
        Instant until = clock.instant().plus(VALID);
        return desk.transactions().execute(none -> {
            ShortCode code = ShortCode.random();
            desk.client()
                    .sql("DELETE FROM signing_code WHERE until_ms <= ? OR (council = ? AND signer = ?)")
                    .params(clock.millis(), council.value(), signer.value())
                    .update();
            desk.client()
                    .sql("INSERT INTO signing_code (code, council, signer, until_ms) VALUES (?, ?, ?, ?)")
                    .params(code.hash(), council.value(), signer.value(), until.toEpochMilli())
                    .update();
            return new Shown(code.toString(), until);
        });
    }

    /**
     * Whose code it is.
     *
     * @param from network address from which it came; kept for a minute, and only of a wrong code
     * @throws ProblemException if it is wrong, used or expired, or too many were wrong
     */
    Holder holder(String typed, String from) {
        if (wrong.areTooMany(from)) {
            throw new ProblemException(Problem.BUSY, "code: too many wrong codes; wait for a minute");
        }
        ShortCode code;
        try {
            code = ShortCode.parse(typed);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.NOT_AUTHORISED, String.valueOf(e.getMessage()));
        }
        return desk.client()
                .sql("SELECT council, signer FROM signing_code WHERE code = ? AND until_ms > ?")
                .params(code.hash(), clock.millis())
                .query((row, number) ->
                        new Holder(new CouncilId(row.getString("council")), new SignerId(row.getString("signer"))))
                .optional()
                .orElseThrow(() -> {
                    wrong.add(from);
                    return new ProblemException(
                            Problem.NOT_AUTHORISED,
                            "code: it is wrong, used or expired; ask for a new one at the desk");
                });
    }

    /** Lets a code be used no more. */
    void used(String typed) {
        desk.client()
                .sql("DELETE FROM signing_code WHERE code = ?")
                .param(ShortCode.parse(typed).hash())
                .update();
    }
}
