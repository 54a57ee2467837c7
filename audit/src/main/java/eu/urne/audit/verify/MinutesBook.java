package eu.urne.audit.verify;

import eu.urne.audit.MotionReport.MinutesState;
import eu.urne.audit.council.MinutesText;
import eu.urne.audit.council.MinutesText.Part;
import eu.urne.audit.event.MeetingEvent.AgendaPublished;
import eu.urne.audit.event.MinutesEvent;
import eu.urne.audit.event.MinutesEvent.MinutesCorrected;
import eu.urne.audit.event.MinutesEvent.MinutesDrafted;
import eu.urne.audit.event.MinutesEvent.MinutesPublished;
import eu.urne.audit.event.MinutesEvent.MinutesSigned;
import eu.urne.audit.event.SignerEvent.SignerKeyRegistered;
import eu.urne.audit.event.SignerEvent.SignerNamed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Check 13 of minutes: for what they stand, and who has signed (docs/formats/councils.md, section 9). */
final class MinutesBook {
    private final Map<String, MinutesTrail> minutes = new HashMap<>();
    private final MeetingBook meetings;
    private final MotionBook motions;
    private final SignerBook signers;
    private final StreamRoots roots;
    private final Findings findings;
    private final boolean whole;

    /** A book over these; {@code whole} says whether every motion of a meeting is there, as in a whole log. */
    MinutesBook(
            MeetingBook meetings,
            MotionBook motions,
            SignerBook signers,
            StreamRoots roots,
            Findings findings,
            boolean whole) {
        this.meetings = meetings;
        this.motions = motions;
        this.signers = signers;
        this.roots = roots;
        this.findings = findings;
        this.whole = whole;
    }

    private MinutesTrail trail(String council, String meeting) {
        return minutes.computeIfAbsent(council + "/" + meeting, key -> new MinutesTrail(council, meeting, findings));
    }

    void giveUp(String council, String meeting) {
        trail(council, meeting).notExamined = true;
    }

    void accept(Place place, MinutesEvent event) {
        MinutesTrail trail = trail(event.council(), event.meeting());
        if (trail.notExamined) {
            return;
        }
        checkPublished(trail, event instanceof MinutesPublished);
        switch (event) {
            case MinutesDrafted drafted -> {
                trail.protest.demand(trail.text == null, place, "are drafted a second time");
                write(trail, place, 1, drafted.text());
            }
            case MinutesCorrected corrected -> {
                MinutesText before = trail.text;
                trail.protest.demand(
                        before != null
                                && corrected.version() == trail.version + 1
                                && !corrected.text().facts().equals(before.facts()),
                        place,
                        "are corrected to version " + corrected.version()
                                + ", which is not the next, or says the same");
                write(trail, place, corrected.version(), corrected.text());
            }
            case MinutesSigned signed -> sign(trail, place, signed);
            case MinutesPublished published -> {
                trail.protest.demand(
                        trail.publicationDue
                                && published.version() == trail.version
                                && place.isDirectlyBehind(trail.latest),
                        place,
                        "are published without the second signature directly before");
                trail.publicationDue = false;
            }
        }
        trail.latest = place;
    }

    private static void checkPublished(MinutesTrail trail, boolean published) {
        if (trail.publicationDue && !published) {
            trail.publicationDue = false;
            trail.protest.wrong(trail.latest, "have both signatures, but are not published behind them");
        }
    }

    private void write(MinutesTrail trail, Place place, int version, MinutesText text) {
        trail.version = version;
        trail.text = text;
        trail.signed.clear();
        MeetingTrail meeting = meetings.find(trail.council, trail.meeting);
        if (meeting != null && meeting.notExamined) {
            return;
        }
        if (!trail.protest.demand(
                meeting != null && meeting.phase == MeetingTrail.Phase.CLOSED,
                place,
                "are written of a meeting that is not closed")) {
            return;
        }
        checkFacts(trail, place, text, Objects.requireNonNull(meeting).closed);
        checkItems(trail, place, text.items(), meeting);
    }

    private void checkFacts(MinutesTrail trail, Place place, MinutesText text, Place closed) {
        String stream = "meeting/" + trail.council + "/" + trail.meeting;
        trail.protest.demand(
                text.meeting().events() == roots.events(stream) && roots.begins(stream, text.meeting()),
                place,
                "stand for other events of their meeting than the log has");
        Set<String> known = new TreeSet<>(motions.of(trail.council, trail.meeting));
        boolean all = whole
                ? text.motions().keySet().equals(known)
                : text.motions().keySet().containsAll(known);
        trail.protest.demand(
                all && text.inOrder(),
                place,
                "stand for other motions than those of their meeting, which are " + known);
        for (Map.Entry<String, Part> motion : text.motions().entrySet()) {
            String name = "motion/" + trail.council + "/" + motion.getKey();
            trail.protest.demand(
                    (!whole && roots.events(name) == 0)
                            || (motion.getValue().events() >= Math.max(1, roots.eventsBefore(name, closed.index()))
                                    && roots.begins(name, motion.getValue())),
                    place,
                    "stand for other events of the motion '" + motion.getKey() + "' than the log has");
        }
    }

    private static void checkItems(MinutesTrail trail, Place place, List<String> items, MeetingTrail meeting) {
        List<String> agenda = meeting.events.stream()
                .filter(AgendaPublished.class::isInstance)
                .map(event -> ((AgendaPublished) event).items())
                .reduce(List.of(), (earlier, later) -> later);
        List<String> told = items.stream().filter(item -> !item.isEmpty()).toList();
        boolean good = told.equals(agenda.stream().filter(told::contains).toList()) && items.size() - told.size() <= 1;
        trail.protest.demand(good, place, "have notes on something else than the agenda, once and in its order");
    }

    private void sign(MinutesTrail trail, Place place, MinutesSigned event) {
        MinutesText text = trail.text;
        if (text == null) {
            trail.protest.wrong(place, "are signed before they are drafted");
            trail.notExamined = true;
            return;
        }
        trail.protest.demand(event.version() == trail.version, place, "are signed in another version than the latest");
        trail.protest.demand(
                trail.signed.add(event.chair()),
                place,
                "are signed a second time by the " + (event.chair() ? "chair" : "secretary"));
        trail.publicationDue = trail.signed.size() == 2;
        SignerTrail signer = signers.find(trail.council, event.signer());
        if (signer != null && signer.notExamined) {
            return;
        }
        SignerKeyRegistered key = signer == null || signer.retired ? null : signer.key;
        trail.protest.demand(
                key != null
                        && key.number() == event.key()
                        && SignerBook.signed(key.key(), text.statement(), event.signature()),
                place,
                "are not signed with the key in use of the signer '" + event.signer() + "'");
        SignerNamed named = signer == null ? null : signer.named;
        MeetingTrail meeting = meetings.find(trail.council, trail.meeting);
        boolean inRole = named != null
                && named.chair() == event.chair()
                && (!named.chair()
                        || meeting == null
                        || meeting.opened == null
                        || meeting.opened.chair() == named.seat());
        trail.protest.demand(
                inRole,
                place,
                "are signed by '" + event.signer() + "', who was not the chair of the meeting, or not in this role");
    }

    MinutesState state(String council, String meeting) {
        MinutesTrail trail = minutes.get(council + "/" + meeting);
        return trail == null || trail.text == null
                ? MinutesState.NONE
                : trail.signed.size() == 2 ? MinutesState.SIGNED : MinutesState.DRAFTED;
    }

    void end() {
        minutes.values().stream().filter(trail -> !trail.notExamined).forEach(trail -> checkPublished(trail, false));
    }
}
