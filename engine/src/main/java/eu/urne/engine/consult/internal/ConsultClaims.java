package eu.urne.engine.consult.internal;

import eu.urne.engine.consult.QuestionnaireId;
import eu.urne.engine.poll.Hash;
import eu.urne.engine.store.Claim;

/** What answers and gatherings rest on in the stream of a questionnaire. */
final class ConsultClaims {

    private ConsultClaims() {}

    /** The questionnaire is defined. */
    static Claim known(QuestionnaireId questionnaire) {
        return Claim.of("questionnaire:" + questionnaire);
    }

    /** It was opened. */
    static Claim opened(QuestionnaireId questionnaire) {
        return Claim.of("questionnaire-open:" + questionnaire);
    }

    /** It is closed. */
    static Claim closed(QuestionnaireId questionnaire) {
        return Claim.of("questionnaire-closed:" + questionnaire);
    }

    /** Answers need a code, or not. */
    static Claim access(QuestionnaireId questionnaire, boolean code) {
        return Claim.of("questionnaire-access:" + questionnaire + ":" + code);
    }

    /** So many persons type a sheet. */
    static Claim typists(QuestionnaireId questionnaire, int persons) {
        return Claim.of("questionnaire-typists:" + questionnaire + ":" + persons);
    }

    /** The code was issued. */
    static Claim issued(QuestionnaireId questionnaire, Hash code) {
        return Claim.of("questionnaire-code:" + questionnaire + ":" + code);
    }

    /** The code was used. */
    static Claim used(QuestionnaireId questionnaire, Hash code) {
        return Claim.of("questionnaire-code-used:" + questionnaire + ":" + code);
    }
}
