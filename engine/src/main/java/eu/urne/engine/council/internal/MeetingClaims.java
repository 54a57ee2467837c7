package eu.urne.engine.council.internal;

import eu.urne.engine.EngineJson;
import eu.urne.engine.council.CouncilId;
import eu.urne.engine.council.MeetingId;
import eu.urne.engine.council.Procedure;
import eu.urne.engine.log.CanonicalJson;
import eu.urne.engine.store.Claim;
import java.nio.charset.StandardCharsets;

/** What meetings and motions rest on in each other's streams, and in that of their council. */
final class MeetingClaims {

    private MeetingClaims() {}

    /** The council has or had this procedure. */
    static Claim procedure(CouncilId council, Procedure procedure) {
        byte[] canonical = CanonicalJson.bytes(EngineJson.tree(procedure));
        return Claim.of("council-procedure:" + council + ":" + new String(canonical, StandardCharsets.UTF_8));
    }

    /** The meeting is called. */
    static Claim called(CouncilId council, MeetingId meeting) {
        return Claim.of("meeting-called:" + council + "/" + meeting);
    }

    /** The meeting was opened. */
    static Claim opened(CouncilId council, MeetingId meeting) {
        return Claim.of("meeting-opened:" + council + "/" + meeting);
    }

    /** The meeting is over, or called off. */
    static Claim over(CouncilId council, MeetingId meeting) {
        return Claim.of("meeting-over:" + council + "/" + meeting);
    }
}
