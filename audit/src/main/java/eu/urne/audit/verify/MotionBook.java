package eu.urne.audit.verify;

import eu.urne.audit.MotionReport;
import eu.urne.audit.council.Division;
import eu.urne.audit.council.MotionTerms.Voting;
import eu.urne.audit.event.MotionEvent;
import eu.urne.audit.event.MotionEvent.AmendmentDecided;
import eu.urne.audit.event.MotionEvent.HandsAgreed;
import eu.urne.audit.event.MotionEvent.HandsCounted;
import eu.urne.audit.event.MotionEvent.MotionDeclared;
import eu.urne.audit.event.MotionEvent.MotionPut;
import eu.urne.audit.event.MotionEvent.TextRevised;
import eu.urne.audit.event.MotionEvent.VoteCast;
import eu.urne.audit.event.MotionEvent.VoteCorrected;
import eu.urne.audit.event.MotionEvent.VoteOpened;
import eu.urne.audit.tally.Rule.Casting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** Check 13 of motions: who votes, how it is counted, and what follows (docs/formats/councils.md, section 7). */
final class MotionBook {
    private final Map<String, MotionTrail> motions = new LinkedHashMap<>();
    private final MeetingBook meetings;
    private final MotionResults results;
    private final Findings findings;

    MotionBook(MeetingBook meetings, PollBook polls, Findings findings) {
        this.meetings = meetings;
        this.results = new MotionResults(meetings, polls);
        this.findings = findings;
    }

    private MotionTrail trail(String council, String id) {
        return motions.computeIfAbsent(council + "/" + id, key -> new MotionTrail(council, id, findings));
    }

    /** Gives the ids of the motions put to a meeting. */
    List<String> of(String council, String meeting) {
        String prefix = council + "/";
        return motions.entrySet().stream()
                .filter(motion -> motion.getKey().startsWith(prefix))
                .filter(motion -> motion.getValue().terms != null
                        && motion.getValue().terms.meeting().equals(meeting))
                .map(motion -> motion.getKey().substring(prefix.length()))
                .toList();
    }

    List<MotionReport> reports(MinutesBook minutes) {
        return motions.values().stream()
                .flatMap(motion -> motion.report(minutes).stream())
                .toList();
    }

    void giveUp(String council, String id) {
        trail(council, id).notExamined = true;
    }

    void accept(Place place, MotionEvent event) {
        MotionTrail motion = trail(event.council(), event.motion());
        if (motion.notExamined) {
            return;
        }
        checkAgreement(motion, event instanceof HandsAgreed);
        if (event instanceof MotionPut put) {
            put(motion, place, put);
        } else if (motion.phase == MotionTrail.Phase.NEW) {
            motion.protest.wrong(place, "is not put");
            motion.notExamined = true;
        } else if (isOfDebate(event)) {
            motion.protest.demand(
                    motion.phase == MotionTrail.Phase.DEBATED,
                    place,
                    "is " + motion.phase.words() + ", where " + name(event) + " does not stand in its place");
            debate(motion, place, event);
        } else {
            divide(motion, place, event);
        }
        motion.latest = place;
    }

    private static String name(MotionEvent event) {
        return event.getClass().getSimpleName();
    }

    private static boolean isOfDebate(MotionEvent event) {
        return switch (event) {
            case MotionPut put -> true;
            case MotionEvent.AmendmentPut put -> true;
            case AmendmentDecided decided -> true;
            case TextRevised revised -> true;
            case MotionEvent.ConflictDeclared declared -> true;
            case VoteOpened opened -> true;
            case MotionEvent.MotionWithdrawn withdrawn -> true;
            case VoteCast cast -> false;
            case VoteCorrected corrected -> false;
            case HandsCounted counted -> false;
            case HandsAgreed agreed -> false;
            case MotionDeclared declared -> false;
            case MotionEvent.OpinionAnswered answered -> false;
        };
    }

    private void put(MotionTrail motion, Place place, MotionPut event) {
        motion.protest.demand(motion.phase == MotionTrail.Phase.NEW, place, "is put a second time");
        MeetingTrail meeting = meetings.find(event.council(), event.terms().meeting());
        boolean called = meeting != null
                && (meeting.phase == MeetingTrail.Phase.CALLED || meeting.phase == MeetingTrail.Phase.OPEN);
        motion.protest.demand(
                called || (meeting != null && meeting.notExamined),
                place,
                "is put to the meeting '" + event.terms().meeting() + "', which is not called");
        motion.terms = event.terms();
        motion.phase = MotionTrail.Phase.DEBATED;
    }

    private void debate(MotionTrail motion, Place place, MotionEvent event) {
        switch (event) {
            case MotionEvent.AmendmentPut put -> {
                motion.protest.demand(
                        put.amendment() == motion.amendments.size() + 1,
                        place,
                        "has the amendment " + put.amendment() + " put, where " + (motion.amendments.size() + 1)
                                + " is due");
                motion.amendments.add(MotionTrail.Amendment.PUT);
            }
            case AmendmentDecided decided -> decide(motion, place, decided);
            case TextRevised revised -> revise(motion, place, revised);
            case MotionEvent.ConflictDeclared declared ->
                motion.protest.demand(
                        motion.conflicts.add(declared.seat()),
                        place,
                        "has a conflict of the seat " + declared.seat() + " declared a second time");
            case VoteOpened opened -> open(motion, place, opened);
            case MotionEvent.MotionWithdrawn withdrawn -> motion.phase = MotionTrail.Phase.WITHDRAWN;
            default -> throw new IllegalArgumentException("no event of a debate");
        }
    }

    private static MotionTrail.Amendment amendment(MotionTrail motion, int number) {
        return number >= 1 && number <= motion.amendments.size()
                ? motion.amendments.get(number - 1)
                : MotionTrail.Amendment.REJECTED;
    }

    private static void decide(MotionTrail motion, Place place, AmendmentDecided event) {
        motion.protest.demand(
                amendment(motion, event.amendment()) == MotionTrail.Amendment.PUT,
                place,
                "has the amendment " + event.amendment() + " decided, which does not wait for it");
        motion.protest.demand(
                event.adopted() == event.votes().inFavour() > event.votes().against(),
                place,
                "has the amendment " + event.amendment() + (event.adopted() ? " adopted" : " rejected") + " with "
                        + event.votes().words());
        if (event.amendment() >= 1 && event.amendment() <= motion.amendments.size()) {
            motion.amendments.set(
                    event.amendment() - 1,
                    event.adopted() ? MotionTrail.Amendment.ADOPTED : MotionTrail.Amendment.REJECTED);
        }
    }

    private static void revise(MotionTrail motion, Place place, TextRevised event) {
        motion.protest.demand(
                amendment(motion, event.amendment()) == MotionTrail.Amendment.ADOPTED
                        && event.version() == motion.version + 1,
                place,
                "has the text revised to version " + event.version() + " by the amendment " + event.amendment()
                        + ", which is not adopted or not the next one");
        motion.version = event.version();
        if (event.amendment() >= 1 && event.amendment() <= motion.amendments.size()) {
            motion.amendments.set(event.amendment() - 1, MotionTrail.Amendment.WRITTEN);
        }
    }

    private void open(MotionTrail motion, Place place, VoteOpened event) {
        Division division = event.division();
        motion.protest.demand(
                motion.amendments.stream()
                        .allMatch(each ->
                                each == MotionTrail.Amendment.WRITTEN || each == MotionTrail.Amendment.REJECTED),
                place,
                "is voted on while an amendment is not decided, or adopted and not in the text");
        motion.protest.demand(
                division.version() == motion.version,
                place,
                "is voted on in version " + division.version() + ", but the latest is " + motion.version);
        boolean secret = Objects.requireNonNull(motion.terms).voting() == Voting.SECRET;
        motion.protest.demand(
                secret == (division.poll() != null)
                        && division.meeting().equals(motion.terms.meeting())
                        && division.inOrder(),
                place,
                "is voted on in another way, at another meeting or in another order than its terms say");
        motion.phase = MotionTrail.Phase.DIVIDED;
        motion.division = division;
        MeetingTrail meeting = meetings.find(motion.council, division.meeting());
        if (meeting != null && !meeting.notExamined) {
            checkRoom(motion, place, division, meeting);
        }
    }

    private static void checkRoom(MotionTrail motion, Place place, Division division, MeetingTrail meeting) {
        motion.protest.demand(
                meeting.phase == MeetingTrail.Phase.OPEN, place, "is voted on, but its meeting is not open");
        boolean known = division.events() >= 1 && division.events() <= meeting.events.size();
        MeetingTrail.Room room = meeting.room(known ? division.events() : 0);
        SortedMap<Integer, Integer> ballots = new TreeMap<>();
        int present = 0;
        for (int seat : meeting.held()) {
            if (motion.conflicts.contains(seat)) {
                continue;
            }
            Integer by = room.proxies().get(seat);
            if (room.isThere(seat)) {
                present++;
                ballots.put(seat, 0);
            } else if (by != null && room.isThere(by) && !motion.conflicts.contains(by)) {
                ballots.put(seat, by);
            }
        }
        motion.protest.demand(
                known && division.ballots().equals(ballots),
                place,
                "is voted on by other seats than those that are there, or whose proxy is, and not in conflict: "
                        + ballots.keySet());
        boolean counts = division.present() == present
                && division.members() == meeting.held().size()
                && division.quorum() == meeting.needed()
                && division.chair() == Objects.requireNonNull(meeting.opened).chair();
        motion.protest.demand(
                counts,
                place,
                "is voted on with other counts than " + present + " there of "
                        + meeting.held().size() + ", " + meeting.needed() + " needed, and the chair of the meeting");
        motion.protest.demand(
                division.present() >= division.quorum(), place, "is voted on without the quorum of its meeting");
    }

    private void divide(MotionTrail motion, Place place, MotionEvent event) {
        if (event instanceof MotionEvent.OpinionAnswered) {
            boolean opinion = motion.declared != null
                    && motion.declared.carried()
                    && Objects.requireNonNull(motion.terms).advisory();
            motion.protest.demand(opinion, place, "is answered by the city, but is no opinion that was carried");
            return;
        }
        if (!motion.protest.demand(
                motion.phase == MotionTrail.Phase.DIVIDED,
                place,
                "is " + motion.phase.words() + ", where " + name(event) + " does not stand in its place")) {
            return;
        }
        switch (event) {
            case VoteCast cast -> {
                calls(motion, place, cast.seat());
                motion.protest.demand(
                        motion.votes.put(cast.seat(), cast.vote()) == null,
                        place,
                        "has the seat " + cast.seat() + " vote a second time");
            }
            case VoteCorrected corrected -> {
                calls(motion, place, corrected.seat());
                motion.protest.demand(
                        motion.votes.put(corrected.seat(), corrected.vote()) != null,
                        place,
                        "has a vote of the seat " + corrected.seat() + " corrected that was not given");
            }
            case HandsCounted counted -> count(motion, place, counted);
            case HandsAgreed agreed -> agree(motion, place, agreed);
            case MotionDeclared declared -> {
                results.check(motion, place, declared);
                motion.phase = MotionTrail.Phase.DECLARED;
                motion.declared = declared;
            }
            default -> throw new IllegalArgumentException("no event of a vote");
        }
    }

    private static void calls(MotionTrail motion, Place place, int seat) {
        boolean called = Objects.requireNonNull(motion.terms).voting() == Voting.ROLL_CALL
                && Objects.requireNonNull(motion.division).ballots().containsKey(seat);
        motion.protest.demand(called, place, "has the seat " + seat + " called, which has no vote in a roll call");
    }

    private static void count(MotionTrail motion, Place place, HandsCounted event) {
        HandsCounted before = motion.counted;
        boolean hands = Objects.requireNonNull(motion.terms).voting() == Voting.HANDS && !motion.agreed;
        motion.protest.demand(
                hands
                        && event.by().equals(place.by())
                        && event.votes().all()
                                <= Objects.requireNonNull(motion.division)
                                        .ballots()
                                        .size(),
                place,
                "has hands counted where none are, by another than says so, or more than there are votes");
        motion.protest.demand(
                event.casting() == Casting.NONE
                        || event.votes().inFavour() == event.votes().against(),
                place,
                "has a vote of the chair counted though there is no tie");
        motion.agreementDue = before != null
                && !before.by().equals(event.by())
                && before.votes().equals(event.votes())
                && before.casting() == event.casting();
        motion.counted = event;
    }

    private static void agree(MotionTrail motion, Place place, HandsAgreed event) {
        HandsCounted counted = motion.counted;
        motion.protest.demand(
                motion.agreementDue
                        && place.isDirectlyBehind(motion.latest)
                        && counted != null
                        && counted.votes().equals(event.votes())
                        && counted.casting() == event.casting(),
                place,
                "has hands agreed that two persons have not counted alike directly before");
        motion.agreementDue = false;
        motion.agreed = true;
    }

    private static void checkAgreement(MotionTrail motion, boolean agreed) {
        if (motion.agreementDue && !agreed) {
            motion.agreementDue = false;
            motion.protest.wrong(motion.latest, "has hands counted alike by two persons, but not agreed behind it");
        }
    }

    /** Examines what is left at the end: a meeting closes behind its votes. */
    void end() {
        List<MotionTrail> all = new ArrayList<>(motions.values());
        for (MotionTrail motion : all) {
            if (motion.notExamined) {
                continue;
            }
            checkAgreement(motion, false);
            MeetingTrail meeting = motion.terms == null ? null : meetings.find(motion.council, motion.terms.meeting());
            motion.protest.demand(
                    motion.phase != MotionTrail.Phase.DIVIDED
                            || meeting == null
                            || meeting.phase != MeetingTrail.Phase.CLOSED,
                    motion.latest,
                    "is being voted on, though its meeting is closed");
        }
    }
}
