package eu.urne.audit.verify;

import eu.urne.audit.event.SignerEvent.SignerKeyRegistered;
import eu.urne.audit.event.SignerEvent.SignerNamed;
import org.jspecify.annotations.Nullable;

/** What the log has said about a signer of minutes. {@link SignerBook} checks each event and writes it down here. */
final class SignerTrail {
    final Protest protest;
    int keys;
    boolean retired;
    boolean notExamined;

    @Nullable
    SignerNamed named;

    /** The key in use; null if none is. */
    @Nullable
    SignerKeyRegistered key;

    /** Who has revoked the last key; null if it was not, or another person has allowed a new one. */
    @Nullable
    String revokedBy;

    SignerTrail(String council, String id, Findings findings) {
        this.protest = new Protest(findings, "the signer '" + id + "' of the council '" + council + "'");
    }
}
