package eu.urne.api.signing;

import eu.urne.engine.council.CouncilId;
import eu.urne.engine.council.SignatureText;
import eu.urne.engine.council.SignerId;
import eu.urne.engine.council.SignerKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a signer's device sends and is told. */
final class SigningBodies {

    private SigningBodies() {}

    /** A code as a person typed it. */
    record CodeBody(String code) {}

    /**
     * Whose key it will be.
     *
     * @param number of the next key
     */
    record SignerReply(CouncilId council, String councilTitle, SignerId signer, String title, int number) {}

    /**
     * A key to register.
     *
     * @param code from the desk; null where the key in use endorses the new one
     * @param endorsement by the key in use; null where there is none
     */
    record KeyBody(
            CouncilId council,
            SignerId signer,
            int number,
            SignerKey key,
            SignatureText proof,
            @Nullable SignatureText endorsement,
            @Nullable String code) {

        /** What is asked, apart from who lets it be asked: the same for the same key. */
        String withoutCode() {
            return new KeyBody(council, signer, number, key, proof, endorsement, null).toString();
        }
    }

    /** What a device signs to see what waits for it: a moment that the server has told. */
    record InboxBody(CouncilId council, SignerId signer, long at, SignatureText signature) {}

    /** The server's time, milliseconds since the epoch. */
    record Moment(long at) {}

    /**
     * What waits for a signer.
     *
     * @param number of the key in use
     */
    record Inbox(String title, String councilTitle, int number, List<Waiting> minutes) {}

    /**
     * Minutes that wait for a signature of hers.
     *
     * @param statement what is signed, base64
     * @param notes those that the statement names by hashes, in their order
     * @param html what it says, without markup of pages around it
     */
    record Waiting(String meeting, int version, String title, String statement, List<KeptNote> notes, String html) {}

    /** A note and its salt, base64, so that a device can see that its hash is what it signs; empty once erased. */
    record KeptNote(String salt, String content) {}
}
