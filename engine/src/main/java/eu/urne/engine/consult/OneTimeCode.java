package eu.urne.engine.consult;

import eu.urne.engine.poll.Hash;
import eu.urne.engine.roll.CardCode;

/** The code with which a questionnaire is answered once: of the shape of a voting card's, and made to be printed. */
public record OneTimeCode(CardCode code) {

    /**
     * The hash that stands in the log. Takes some hundredths of a second and 19 MiB, on purpose
     * (docs/formats/consultations.md, section 3).
     */
    public Hash hash(QuestionnaireId questionnaire) {
        return Hash.of(code.derived("urne-code-v1\n" + questionnaire));
    }

    /** As it is printed: {@code XXXX-XXXX-XXXX}. */
    @Override
    public String toString() {
        return code.toString();
    }
}
