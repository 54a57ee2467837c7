package eu.urne.api.rest;

import eu.urne.engine.Answer;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Engine;
import eu.urne.engine.consult.OneTimeCode;
import eu.urne.engine.consult.QuestionnaireId;
import eu.urne.engine.roll.CardCode;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;

/** Makes one-time codes: shown once, to be printed; the log has their hashes, and nothing else has them. */
public final class CodeMaker {

    /** Most codes at once; each takes some hundredths of a second. */
    public static final int MOST = 500;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Engine engine;

    /** Makes codes for questionnaires of this engine. */
    public CodeMaker(Engine engine) {
        this.engine = engine;
    }

    /**
     * Codes and what became of them.
     *
     * @param codes as they are printed; good for nothing where the answer is a refusal
     */
    public record Made(List<String> codes, Answer answer) {}

    /**
     * Makes codes that can be used.
     *
     * @throws IllegalArgumentException if there are none, or too many
     */
    public Made make(QuestionnaireId id, int codes, CommandOrigin origin) {
        if (codes < 1 || codes > MOST) {
            throw new IllegalArgumentException("codes: 1 to " + MOST + " are made at once, not " + codes);
        }
        List<OneTimeCode> made = Stream.generate(CodeMaker::fresh).limit(codes).toList();
        Answer answer = engine.consultations()
                .issue(id, made.stream().parallel().map(code -> code.hash(id)).toList(), origin);
        return new Made(made.stream().map(OneTimeCode::toString).toList(), answer);
    }

    private static OneTimeCode fresh() {
        byte[] random = new byte[CardCode.LENGTH];
        RANDOM.nextBytes(random);
        return new OneTimeCode(CardCode.of(random));
    }
}
