package eu.urne.audit.verify;

import eu.urne.audit.Check;
import eu.urne.audit.crypto.Digest128;
import eu.urne.audit.event.PollEvent;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** Check 8 of void cards and of discrepancies (docs/formats/events.md, section 1). */
final class PollCards {
    private static final int PERSONS = 2;
    private static final int SHOWN_REASON = 200;

    private final Poll poll;
    private final Findings findings;
    private final DigestSet voided = new DigestSet();
    private final Map<String, String> reasons = new TreeMap<>();

    PollCards(Poll poll, Findings findings) {
        this.poll = poll;
        this.findings = findings;
    }

    boolean isVoid(Digest128 token) {
        return voided.find(token) >= 0;
    }

    /** Gives the number of tokens listed as void. */
    long voided() {
        return voided.size();
    }

    void cancel(Place place, PollEvent.CardsVoided event) {
        if (poll.phase != Poll.Phase.DEFINED && poll.phase != Poll.Phase.OPEN) {
            outOfPlace(place, "CardsVoided");
        }
        for (String text : event.tokens()) {
            Digest128 token = Digest128.of(HexFormat.of().parseHex(text));
            long ballot = poll.tokens.get(token);
            if (ballot == DigestTable.ABSENT || event.paper() != poll.paper.isIssued(token)) {
                wrong(place, "the void token " + text + " is not authorised for its channel");
            } else if (ballot != PollBallots.NO_BALLOT || poll.paper.isAgreed(token)) {
                wrong(place, "the void token " + text + " has voted already");
            }
            if (!voided.addGrowing(token)) {
                wrong(place, "the token " + text + " is void a second time");
            }
        }
    }

    void explain(Place place, PollEvent.DiscrepancyRecorded event) {
        if (poll.phase != Poll.Phase.OPEN) {
            outOfPlace(place, "DiscrepancyRecorded");
        }
        if (!event.by().equals(place.by())) {
            wrong(
                    place,
                    "the discrepancy is recorded by '" + event.by() + "', but the entry is by '" + place.by() + "'");
        }
        String reason = event.reason();
        String shown = reason.length() <= SHOWN_REASON ? reason : reason.substring(0, SHOWN_REASON) + "…";
        if (reasons.putIfAbsent(event.by(), shown) != null) {
            wrong(place, "'" + event.by() + "' records a second discrepancy of the poll '" + poll.id + "'");
        }
    }

    /** Gives what two persons say of counts that do not add up, to stand behind a finding; else nothing. */
    String explanation() {
        return reasons.size() < PERSONS ? "" : "; the persons in charge say: " + String.join(" / ", reasons.values());
    }

    private void outOfPlace(Place place, String event) {
        wrong(place, event + " does not stand in its place: the poll '" + poll.id + "' is " + poll.phase.words());
    }

    private void wrong(Place place, String text) {
        findings.entry(Check.POLLS, place.index(), text);
    }
}
