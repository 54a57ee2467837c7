package eu.urne.audit.verify;

import eu.urne.audit.crypto.Bytes;
import eu.urne.audit.crypto.Ed25519Key;
import eu.urne.audit.event.SignerEvent;
import eu.urne.audit.event.SignerEvent.SignerKeyAllowed;
import eu.urne.audit.event.SignerEvent.SignerKeyRegistered;
import eu.urne.audit.event.SignerEvent.SignerKeyRevoked;
import eu.urne.audit.event.SignerEvent.SignerNamed;
import eu.urne.audit.event.SignerEvent.SignerRetired;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Check 13 of signers of minutes and their keys (docs/formats/councils.md, section 8). */
final class SignerBook {
    private final Map<String, SignerTrail> signers = new HashMap<>();
    /** Councils and keys that a signer of theirs has had. */
    private final Set<String> had = new HashSet<>();

    private final MeetingBook.Councils councils;
    private final Findings findings;

    SignerBook(MeetingBook.Councils councils, Findings findings) {
        this.councils = councils;
        this.findings = findings;
    }

    @Nullable
    SignerTrail find(String council, String id) {
        return signers.get(council + "/" + id);
    }

    private SignerTrail trail(String council, String id) {
        return signers.computeIfAbsent(council + "/" + id, key -> new SignerTrail(council, id, findings));
    }

    void giveUp(String council, String id) {
        trail(council, id).notExamined = true;
    }

    void accept(Place place, SignerEvent event) {
        SignerTrail signer = trail(event.council(), event.signer());
        if (signer.notExamined) {
            return;
        }
        if (event instanceof SignerNamed named) {
            signer.protest.demand(signer.named == null, place, "is named a second time");
            CouncilTrail council = councils.find(event.council());
            signer.protest.demand(
                    council != null && (council.terms != null || council.notExamined),
                    place,
                    "signs for a council that is not established");
            signer.named = named;
        } else if (signer.named == null) {
            signer.protest.wrong(place, "is not named");
            signer.notExamined = true;
        } else {
            signer.protest.demand(!signer.retired, place, "signs no longer, but an event stands behind that");
            dispatch(signer, place, event);
        }
    }

    private void dispatch(SignerTrail signer, Place place, SignerEvent event) {
        switch (event) {
            case SignerNamed named -> throw new IllegalArgumentException("named by accept()");
            case SignerKeyRegistered registered -> register(signer, place, registered);
            case SignerKeyRevoked revoked -> {
                SignerKeyRegistered key = signer.key;
                boolean inUse = key != null && key.number() == revoked.number();
                signer.protest.demand(
                        inUse && revoked.by().equals(place.by()),
                        place,
                        "has the key " + revoked.number()
                                + " revoked, which is not in use, or by another than says so");
                signer.key = null;
                signer.revokedBy = revoked.by();
            }
            case SignerKeyAllowed allowed -> {
                String revokedBy = signer.revokedBy;
                signer.protest.demand(
                        revokedBy != null
                                && !revokedBy.equals(allowed.by())
                                && allowed.by().equals(place.by()),
                        place,
                        "has a new key allowed where none was revoked by another person");
                signer.revokedBy = null;
            }
            case SignerRetired retired -> signer.retired = true;
        }
    }

    private void register(SignerTrail signer, Place place, SignerKeyRegistered event) {
        SignerKeyRegistered before = signer.key;
        signer.protest.demand(
                event.number() == signer.keys + 1,
                place,
                "has the key " + event.number() + " registered, where " + (signer.keys + 1) + " is due");
        signer.protest.demand(
                signer.revokedBy == null, place, "has a key registered that no second person has allowed");
        signer.protest.demand(
                signed(event.key(), event.statement(), event.proof()),
                place,
                "has the key " + event.number() + " registered without a good signature with it");
        signer.protest.demand(
                had.add(event.council() + "/" + event.key().hex()),
                place,
                "has a key registered that a signer of the council has had before");
        Bytes endorsement = event.endorsement();
        boolean endorsed = before == null
                ? endorsement == null
                : endorsement != null && signed(before.key(), event.statement(), endorsement);
        signer.protest.demand(
                endorsed,
                place,
                before == null
                        ? "has a key endorsed by one that is not in use"
                        : "has a key registered without a good signature with the one in use");
        signer.keys = event.number();
        signer.key = event;
    }

    static boolean signed(Bytes key, Bytes statement, Bytes signature) {
        return Ed25519Key.decode(key.array())
                .filter(decoded -> decoded.verifies(statement.array(), signature.array()))
                .isPresent();
    }
}
