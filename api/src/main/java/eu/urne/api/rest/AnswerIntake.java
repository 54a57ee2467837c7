package eu.urne.api.rest;

import eu.urne.api.web.Pace;
import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Engine;
import eu.urne.engine.blob.BlobStore;
import eu.urne.engine.consult.OneTimeCode;
import eu.urne.engine.consult.QuestionnaireId;
import eu.urne.engine.consult.Reception;
import eu.urne.engine.roll.CardCode;
import java.time.Clock;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Takes answers to questionnaires from everybody, at a pace that one machine cannot abuse: 60 in a minute from an
 * address, which a class of pupils behind one address does not reach, and 1,200 from all.
 */
public final class AnswerIntake {

    private static final int MOST = 1_200;
    private static final int MOST_FROM_ONE = 60;
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

    private final Engine engine;
    private final Clock clock;
    private final Pace pace;

    /** Takes answers for this engine. */
    public AnswerIntake(Engine engine, Clock clock) {
        this.engine = engine;
        this.clock = clock;
        this.pace = new Pace(MOST, MOST_FROM_ONE, clock);
    }

    /**
     * Takes an answer.
     *
     * @param form 32 lower-case hex digits, the same when it is sent again
     * @param code as typed; null where there is none
     * @param from address of who sends it
     * @throws ProblemException if there were too many, or form or code cannot be read
     */
    public Reception take(QuestionnaireId id, String form, JsonNode answers, @Nullable String code, String from) {
        long now = clock.millis();
        if (pace.isTooFast(from)) {
            throw new ProblemException(
                    Problem.BUSY, "too many answers come from this address at once; send it again in a minute");
        }
        pace.add(from);
        if (!FORM.matcher(form).matches()) {
            throw new ProblemException(Problem.INVALID, "form: must be 32 lower-case hex digits, chosen at random");
        }
        return engine.answers()
                .receive(id, form, answers, code(code), BlobStore.freshSalt(), new CommandOrigin("-", "home", now));
    }

    /** Takes a sheet of paper that somebody of the staff has typed. */
    public Reception type(
            QuestionnaireId id, String sheet, JsonNode answers, @Nullable String code, CommandOrigin origin) {
        return engine.answers().type(id, sheet, answers, code(code), BlobStore.freshSalt(), origin);
    }

    private static @Nullable OneTimeCode code(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        try {
            return new OneTimeCode(CardCode.parse(typed));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    Problem.INVALID, "code: it has 12 characters of 0-9 and A-Z without I, L, O and U");
        }
    }
}
