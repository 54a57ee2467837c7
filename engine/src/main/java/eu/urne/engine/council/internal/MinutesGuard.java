package eu.urne.engine.council.internal;

import eu.urne.engine.Refusal;
import eu.urne.engine.Refusal.Reason;
import eu.urne.engine.council.CouncilId;
import eu.urne.engine.council.MeetingId;
import eu.urne.engine.council.MinutesEvent;
import eu.urne.engine.council.MinutesEvent.MinutesCorrected;
import eu.urne.engine.council.MinutesEvent.MinutesDrafted;
import eu.urne.engine.council.MinutesEvent.MinutesPublished;
import eu.urne.engine.council.MinutesEvent.MinutesSigned;
import eu.urne.engine.council.SignerEvent;
import eu.urne.engine.council.SignerEvent.SignerKeyAllowed;
import eu.urne.engine.council.SignerEvent.SignerKeyRegistered;
import eu.urne.engine.council.SignerEvent.SignerKeyRevoked;
import eu.urne.engine.council.SignerEvent.SignerNamed;
import eu.urne.engine.council.SignerEvent.SignerRetired;
import eu.urne.engine.council.SignerId;
import eu.urne.engine.store.Claim;
import eu.urne.engine.store.Condition.Made;
import eu.urne.engine.store.Condition.NotMade;
import eu.urne.engine.store.Guard.Terms;
import java.util.List;

/** Minutes are of a meeting that is closed, and signed with a key that is in use; a key is registered once. */
public final class MinutesGuard {

    private MinutesGuard() {}

    /** Terms of an event of minutes. */
    public static Terms terms(MinutesEvent event) {
        return switch (event) {
            case MinutesDrafted drafted -> closed(drafted.council(), drafted.meeting());
            case MinutesCorrected corrected -> Terms.NONE;
            case MinutesSigned signed -> signed(signed);
            case MinutesPublished published -> Terms.NONE;
        };
    }

    /** Terms of an event of a signer. */
    public static Terms terms(SignerEvent event) {
        return switch (event) {
            case SignerNamed named -> Terms.NONE;
            case SignerKeyRegistered registered -> registered(registered);
            case SignerKeyRevoked revoked -> makes(ended(revoked.council(), revoked.signer(), revoked.number()));
            case SignerKeyAllowed allowed -> Terms.NONE;
            case SignerRetired retired -> makes(retired(retired.council(), retired.signer()));
        };
    }

    private static Terms makes(Claim claim) {
        return new Terms(List.of(), List.of(claim));
    }

    private static Terms closed(CouncilId council, MeetingId meeting) {
        Refusal refusal = new Refusal(Reason.WRONG_STATE, "meeting: " + meeting + " is not closed");
        return new Terms(
                List.of(
                        new Made(MeetingClaims.opened(council, meeting), refusal),
                        new Made(MeetingClaims.over(council, meeting), refusal)),
                List.of());
    }

    private static Terms signed(MinutesSigned event) {
        Refusal refusal =
                new Refusal(Reason.WRONG_STATE, "key: " + event.signer() + " has another key in use, or none");
        return new Terms(
                List.of(
                        new Made(inUse(event.council(), event.signer(), event.key()), refusal),
                        new NotMade(ended(event.council(), event.signer(), event.key()), refusal),
                        new NotMade(retired(event.council(), event.signer()), refusal)),
                List.of());
    }

    private static Terms registered(SignerKeyRegistered event) {
        Claim inUse = inUse(event.council(), event.signer(), event.number());
        Claim had = Claim.of("signer-had-key:" + event.council() + "/" + event.key());
        Refusal refusal = new Refusal(
                Reason.INVALID, "key: a signer of " + event.council() + " has had it before; make a new one");
        return new Terms(
                List.of(new NotMade(had, refusal)),
                event.endorsement() == null
                        ? List.of(inUse, had)
                        : List.of(inUse, had, ended(event.council(), event.signer(), event.number() - 1)));
    }

    private static Claim inUse(CouncilId council, SignerId signer, int key) {
        return Claim.of("signer-key:" + council + "/" + signer + "/" + key);
    }

    private static Claim ended(CouncilId council, SignerId signer, int key) {
        return Claim.of("signer-key-ended:" + council + "/" + signer + "/" + key);
    }

    private static Claim retired(CouncilId council, SignerId signer) {
        return Claim.of("signer-retired:" + council + "/" + signer);
    }
}
