package eu.urne.audit.verify;

import eu.urne.audit.MotionReport;
import eu.urne.audit.council.CouncilTerms;
import eu.urne.audit.crypto.Bytes;
import eu.urne.audit.event.CouncilEvent;
import eu.urne.audit.event.CouncilEvent.CouncilEstablished;
import eu.urne.audit.event.CouncilEvent.CouncilRevised;
import eu.urne.audit.event.CouncilEvent.OfferWithdrawn;
import eu.urne.audit.event.CouncilEvent.SeatFilled;
import eu.urne.audit.event.CouncilEvent.SeatVacated;
import eu.urne.audit.event.CouncilEvent.SeatsOffered;
import eu.urne.audit.event.CouncilEvent.SeatsTaken;
import eu.urne.audit.event.MeetingEvent;
import eu.urne.audit.event.MinutesEvent;
import eu.urne.audit.event.MotionEvent;
import eu.urne.audit.event.SignerEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Check 13: councils and their seats; draws, meetings and motions have books of their own. */
final class CouncilBook {
    private final Map<String, CouncilTrail> councils = new HashMap<>();
    private final Findings findings;
    private final DrawBook draws;
    private final MeetingBook meetings;
    private final MotionBook motions;
    private final SignerBook signers;
    private final MinutesBook minutes;
    private final StreamRoots roots = new StreamRoots();

    /** A book; {@code whole} says whether all streams of the log are there. */
    CouncilBook(String publicOrigin, PollBook polls, Findings findings, boolean whole) {
        this.findings = findings;
        this.draws = new DrawBook(publicOrigin, this::offer, findings);
        this.meetings = new MeetingBook(this::find, findings);
        this.motions = new MotionBook(meetings, polls, findings);
        this.signers = new SignerBook(this::find, findings);
        this.minutes = new MinutesBook(meetings, motions, signers, roots, findings, whole);
    }

    DrawBook draws() {
        return draws;
    }

    /** Gives what was found about each motion, in the order in which they were put. */
    List<MotionReport> motions() {
        return motions.reports(minutes);
    }

    private @Nullable SeatsOffered offer(String council, String draw) {
        CouncilTrail trail = find(council);
        return trail == null ? null : trail.offers.get(draw);
    }

    private @Nullable CouncilTrail find(String id) {
        return councils.get(id);
    }

    private CouncilTrail trail(String id) {
        return councils.computeIfAbsent(id, each -> new CouncilTrail(each, findings));
    }

    /** Leaves a stream alone of which an event cannot be read. */
    void giveUp(@Nullable String stream) {
        if (stream == null) {
            return;
        }
        String[] parts = stream.split("/", 3);
        if (parts.length == 2 && parts[0].equals("council")) {
            trail(parts[1]).notExamined = true;
        } else if (parts.length == 2 && parts[0].equals("draw")) {
            draws.giveUp(parts[1]);
        } else if (parts.length == 3 && parts[0].equals("meeting")) {
            meetings.giveUp(parts[1], parts[2]);
        } else if (parts.length == 3 && parts[0].equals("motion")) {
            motions.giveUp(parts[1], parts[2]);
        } else if (parts.length == 3 && parts[0].equals("signer")) {
            signers.giveUp(parts[1], parts[2]);
        } else if (parts.length == 3 && parts[0].equals("minutes")) {
            minutes.giveUp(parts[1], parts[2]);
        }
    }

    /** Takes an entry of any stream, before its event. */
    void collect(@Nullable String stream, long index, Bytes leaf) {
        roots.collect(stream, index, leaf);
    }

    void accept(Place place, SignerEvent event) {
        signers.accept(place, event);
    }

    void accept(Place place, MinutesEvent event) {
        minutes.accept(place, event);
    }

    void accept(Place place, MeetingEvent event) {
        meetings.accept(place, event);
    }

    void accept(Place place, MotionEvent event) {
        motions.accept(place, event);
    }

    void accept(Place place, CouncilEvent event) {
        CouncilTrail council = trail(event.council());
        if (council.notExamined) {
            return;
        }
        if (event instanceof CouncilEstablished established) {
            council.protest.demand(council.terms == null, place, "is established a second time");
            council.terms = established.terms();
        } else if (council.terms == null) {
            council.protest.wrong(place, "is not established");
            council.notExamined = true;
            return;
        } else {
            dispatch(council, council.terms, place, event);
        }
        council.events.add(event);
        council.seats.take(event, Objects.requireNonNull(council.terms).seats());
    }

    private void dispatch(CouncilTrail council, CouncilTerms terms, Place place, CouncilEvent event) {
        switch (event) {
            case CouncilEstablished established -> throw new IllegalArgumentException("established by accept()");
            case CouncilRevised revised -> revise(council, terms, place, revised.terms());
            case SeatsOffered offered -> offer(council, terms, place, offered);
            case OfferWithdrawn withdrawn -> withdraw(council, place, withdrawn.draw());
            case SeatsTaken taken -> take(council, place, taken);
            case SeatVacated vacated -> vacate(council, place, vacated);
            case SeatFilled filled -> fill(council, place, filled);
        }
    }

    private static void revise(CouncilTrail council, CouncilTerms before, Place place, CouncilTerms terms) {
        boolean same = terms.kind().equals(before.kind())
                && Objects.equals(terms.district(), before.district())
                && terms.organisations() == before.organisations()
                && terms.demonstration() == before.demonstration();
        council.protest.demand(
                same, place, "is revised in kind, district, members or demonstration, which stay what they are");
        council.protest.demand(
                terms.seats() >= council.seats.highest(), place, "is revised to fewer seats than are taken");
        council.protest.demand(council.offers.isEmpty(), place, "is revised while seats of it are being drawn");
        council.terms = terms;
    }

    private static void offer(CouncilTrail council, CouncilTerms terms, Place place, SeatsOffered event) {
        boolean known = council.offers.containsKey(event.draw()) || council.past.contains(event.draw());
        council.protest.demand(!known, place, "offers seats for the draw '" + event.draw() + "' a second time");
        int offered =
                council.offers.values().stream().mapToInt(SeatsOffered::seats).sum();
        int free = council.seats.free(event.from(), terms.seats()).size() - offered;
        council.protest.demand(
                event.seats() <= free,
                place,
                "offers " + event.seats() + " seats, but " + free + " are free on " + event.from());
        council.offers.put(event.draw(), event);
    }

    private void withdraw(CouncilTrail council, Place place, String draw) {
        DrawTrail trail = draws.find(draw);
        council.protest.demand(
                council.offers.remove(draw) != null && trail != null && trail.phase == DrawTrail.Phase.CALLED_OFF,
                place,
                "takes back seats of the draw '" + draw + "', which was not called off");
        council.past.add(draw);
    }

    private void take(CouncilTrail council, Place place, SeatsTaken event) {
        SeatsOffered offer = council.offers.remove(event.draw());
        council.past.add(event.draw());
        boolean offered = offer != null
                && offer.from().equals(event.from())
                && offer.until().equals(event.until());
        council.protest.demand(
                offered, place, "has seats taken by the draw '" + event.draw() + "' that it has not offered so");
        DrawTrail draw = draws.find(event.draw());
        if (draw != null && draw.notExamined) {
            return;
        }
        List<Integer> drawn =
                draw == null || draw.lot == null ? List.of() : draw.lot.drawn().members();
        council.protest.demand(
                event.candidates().equals(drawn) && !drawn.isEmpty(),
                place,
                "has seats taken by others than the draw '" + event.draw() + "' gives, which are " + drawn);
    }

    private static void vacate(CouncilTrail council, Place place, SeatVacated event) {
        CouncilSeats.Tenure latest = council.seats.latest(event.seat());
        council.protest.demand(
                latest != null && latest.vacated() == null && latest.holds(event.day()),
                place,
                "has the seat " + event.seat() + " vacated on " + event.day() + ", when nobody holds it");
    }

    private void fill(CouncilTrail council, Place place, SeatFilled event) {
        CouncilSeats.Tenure latest = council.seats.latest(event.seat());
        boolean vacant = latest != null
                && latest.vacated() != null
                && !event.day().isBefore(latest.vacated())
                && event.day().isBefore(latest.until())
                && latest.draw().equals(event.draw());
        if (!council.protest.demand(
                vacant,
                place,
                "has the seat " + event.seat() + " filled on " + event.day() + " by the draw '" + event.draw()
                        + "', for which it is not vacant")) {
            return;
        }
        DrawTrail draw = draws.find(event.draw());
        if (draw == null || draw.notExamined || draw.lot == null) {
            return;
        }
        Optional<Integer> next = next(council, draw, event.seat());
        council.protest.demand(
                next.equals(Optional.of(event.candidate())),
                place,
                "has the seat " + event.seat() + " filled by the candidate " + event.candidate() + "; the next is "
                        + next.map(String::valueOf).orElse("nobody"));
        draw.seated.add(event.candidate());
    }

    private static Optional<Integer> next(CouncilTrail council, DrawTrail draw, int seat) {
        List<CouncilSeats.Tenure> tenures = council.seats.ofDraw(seat, draw.id);
        int first = tenures.getFirst().candidate();
        int cell = Objects.requireNonNull(draw.lot).drawn().given().stream()
                .filter(given -> Objects.equals(given.candidate(), first))
                .mapToInt(given -> given.cell())
                .findFirst()
                .orElse(0);
        return draw.lot.next(cell, tenures.getLast().candidate(), council.seats.others(seat, draw.id), draw.used());
    }

    void end() {
        draws.end();
        motions.end();
        minutes.end();
    }
}
