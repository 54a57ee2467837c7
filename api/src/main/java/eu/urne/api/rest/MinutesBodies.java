package eu.urne.api.rest;

import eu.urne.engine.council.SignatureText;
import eu.urne.engine.council.SignerId;
import eu.urne.engine.council.SignerRole;
import eu.urne.engine.council.SignerTerms;
import java.util.List;

/** What is sent about minutes and who signs them. */
final class MinutesBodies {

    private MinutesBodies() {}

    /** Notes of a first version. */
    record DraftBody(List<MinutesKeeper.Note> notes) {}

    /** Notes of another version, all of them, and why. */
    record CorrectionBody(List<MinutesKeeper.Note> notes, String reason) {}

    /**
     * Somebody who signs.
     *
     * @param seat of the chair, or 0
     * @param title an office, one line
     */
    record SignerBody(SignerId signer, SignerRole role, int seat, String title) {

        SignerTerms terms() {
            return new SignerTerms(role, seat, title);
        }
    }

    /** A signature of a version. */
    record SignatureBody(SignerId signer, int version, SignatureText signature) {}
}
