package eu.urne.audit.event;

import eu.urne.audit.ballot.PollId;
import eu.urne.audit.json.Json;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.json.Members;
import eu.urne.audit.json.StrictText;

/** Reads the events about tablets and the end of a vote (docs/formats/events.md, section 1). */
final class TabletEventReader {
    private static final int TABLET_BYTES = 8;
    private static final int MAX_REASON = 500;

    private TabletEventReader() {}

    static PollEvent enrolled(Json data) throws MalformedException {
        Members members = Members.exactly(data, "data", "poll", "tablet");
        return new PollEvent.TabletEnrolled(PollId.checked(members, "poll"), tablet(members));
    }

    static PollEvent emptied(Json data) throws MalformedException {
        Members members = Members.exactly(data, "data", "poll", "tablet");
        return new PollEvent.TabletEmptied(PollId.checked(members, "poll"), tablet(members));
    }

    static PollEvent writeOffAsked(Json data) throws MalformedException {
        Members members = Members.exactly(data, "data", "by", "poll", "reason", "tablet");
        String reason = members.text("reason");
        if (reason.isBlank() || reason.length() > MAX_REASON) {
            throw members.wrong("reason", "is not 1 to " + MAX_REASON + " characters");
        }
        return new PollEvent.TabletWriteOffAsked(
                PollId.checked(members, "poll"),
                tablet(members),
                members.text("by"),
                StrictText.printable(reason, MAX_REASON));
    }

    static PollEvent writtenOff(Json data) throws MalformedException {
        Members members = Members.exactly(data, "data", "poll", "tablet");
        return new PollEvent.TabletWrittenOff(PollId.checked(members, "poll"), tablet(members));
    }

    private static String tablet(Members members) throws MalformedException {
        return StrictText.hex(members.hex("tablet", TABLET_BYTES));
    }
}
