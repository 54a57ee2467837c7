package eu.urne.audit.verify;

import eu.urne.audit.DrawReport;
import eu.urne.audit.event.CouncilEvent.SeatsOffered;
import eu.urne.audit.event.DrawEvent;
import eu.urne.audit.event.DrawEvent.DrawAnnounced;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** All draws of a log: their order, and what stands before the pool and behind the members (check 13). */
final class DrawBook {
    private final Map<String, DrawTrail> draws = new LinkedHashMap<>();
    private final Findings findings;
    private final DrawReplay replay;
    private final Offers offers;

    /** The seats that councils have put aside. */
    interface Offers {
        /** Gives the open offer of a council for a draw; null if there is none. */
        @Nullable
        SeatsOffered find(String council, String draw);
    }

    DrawBook(String publicOrigin, Offers offers, Findings findings) {
        this.findings = findings;
        this.replay = new DrawReplay(publicOrigin);
        this.offers = offers;
    }

    @Nullable
    DrawTrail find(String id) {
        return draws.get(id);
    }

    List<DrawReport> reports() {
        return draws.values().stream()
                .map(DrawTrail::report)
                .filter(Objects::nonNull)
                .toList();
    }

    void giveUp(String id) {
        draws.computeIfAbsent(id, each -> new DrawTrail(each, findings)).notExamined = true;
    }

    void accept(Place place, DrawEvent event) {
        DrawTrail draw = draws.computeIfAbsent(event.draw(), id -> new DrawTrail(id, findings));
        if (draw.notExamined) {
            return;
        }
        if (event instanceof DrawAnnounced announced) {
            announce(draw, place, announced);
        } else if (draw.terms == null) {
            draw.protest.wrong(place, "is not announced");
            draw.notExamined = true;
        } else if (draw.phase == DrawTrail.Phase.CALLED_OFF) {
            draw.protest.wrong(place, "is called off, but goes on");
        } else {
            checkWhole(draw, place, event);
            if (!draw.notExamined) {
                dispatch(draw, place, event);
            }
        }
        draw.latest = place;
    }

    private void announce(DrawTrail draw, Place place, DrawAnnounced event) {
        if (!draw.protest.demand(draw.terms == null, place, "is announced a second time")) {
            return;
        }
        SeatsOffered offer = offers.find(event.terms().council(), draw.id);
        boolean offered = offer != null
                && offer.seats() == event.terms().seats()
                && offer.from().equals(event.terms().from())
                && offer.until().equals(event.terms().until());
        draw.protest.demand(
                offered,
                place,
                "is announced for " + event.terms().seats() + " seats that the council '"
                        + event.terms().council() + "' has not offered for these days");
        draw.terms = event.terms();
        draw.phase = DrawTrail.Phase.ANNOUNCED;
    }

    /** What a command has left half done is found at the next event, or at the end. */
    private static void checkWhole(DrawTrail draw, Place place, @Nullable DrawEvent next) {
        boolean lists = next instanceof DrawEvent.CandidatesListed
                || next instanceof DrawEvent.PanelsListed
                || next instanceof DrawEvent.PoolFrozen;
        if (draw.phase == DrawTrail.Phase.LISTING && !lists) {
            draw.protest.wrong(place, "has candidates listed, but its pool is not frozen directly behind them");
            draw.notExamined = true;
        }
        if (draw.readByTwo && !(next instanceof DrawEvent.MembersDrawn)) {
            draw.readByTwo = false;
            draw.protest.wrong(
                    draw.latest, "has the same values read by two persons, but its members are not drawn behind them");
        }
        if (draw.phase == DrawTrail.Phase.DRAWN
                && !draw.isReserveTold()
                && !(next instanceof DrawEvent.ReserveOrdered)) {
            draw.protest.wrong(draw.latest, "has a reserve that is not told to its end behind its members");
            draw.reserveGivenUp = true;
        }
    }

    private void dispatch(DrawTrail draw, Place place, DrawEvent event) {
        switch (event) {
            case DrawAnnounced announced -> throw new IllegalArgumentException("announced by announce()");
            case DrawEvent.CandidatesListed listed -> replay.list(draw, place, listed);
            case DrawEvent.PanelsListed listed -> replay.list(draw, place, listed);
            case DrawEvent.PoolFrozen frozen -> replay.freeze(draw, place, frozen);
            case DrawEvent.RandomnessRead read -> replay.read(draw, place, read);
            case DrawEvent.MembersDrawn drawn -> replay.draw(draw, place, drawn);
            case DrawEvent.ReserveOrdered reserve -> replay.reserve(draw, place, reserve);
            case DrawEvent.CandidatePassedOver passed -> passOver(draw, place, passed.candidate());
            case DrawEvent.RoleOpened opened -> {
                checkDrawn(draw, place, "RoleOpened");
                draw.protest.demand(
                        draw.roles.putIfAbsent(opened.role(), new DrawTrail.Role(opened.places())) == null,
                        place,
                        "has the role '" + opened.role() + "' opened a second time");
            }
            case DrawEvent.RoleOffered offered -> offer(draw, place, offered);
            case DrawEvent.RoleAnswered answered -> answer(draw, place, answered);
            case DrawEvent.DrawCalledOff off -> {
                draw.protest.demand(
                        draw.phase != DrawTrail.Phase.DRAWN, place, "is called off, though its members are drawn");
                draw.phase = DrawTrail.Phase.CALLED_OFF;
            }
        }
    }

    private static boolean checkDrawn(DrawTrail draw, Place place, String event) {
        return draw.protest.demand(
                draw.phase == DrawTrail.Phase.DRAWN,
                place,
                "is " + draw.phase.words() + ", where " + event + " does not stand in its place");
    }

    private static void passOver(DrawTrail draw, Place place, int candidate) {
        if (!checkDrawn(draw, place, "CandidatePassedOver")) {
            return;
        }
        boolean inReserve = draw.pool != null && candidate < draw.pool.size() && !draw.seated.contains(candidate);
        draw.protest.demand(inReserve, place, "passes over the candidate " + candidate + ", who is not in reserve");
        draw.protest.demand(
                draw.passedOver.add(candidate), place, "passes over the candidate " + candidate + " a second time");
    }

    private static void offer(DrawTrail draw, Place place, DrawEvent.RoleOffered event) {
        DrawTrail.Role role = draw.roles.get(event.role());
        if (role == null) {
            draw.protest.wrong(place, "has no role '" + event.role() + "', which is offered");
            return;
        }
        boolean notSeated =
                draw.pool != null && event.candidate() < draw.pool.size() && !draw.seated.contains(event.candidate());
        draw.protest.demand(
                notSeated,
                place,
                "has the role '" + event.role() + "' offered to " + event.candidate() + ", who is not one of those not"
                        + " drawn");
        draw.protest.demand(
                role.offered.add(event.candidate()),
                place,
                "has the role '" + event.role() + "' offered to the candidate " + event.candidate() + " a second time");
    }

    private static void answer(DrawTrail draw, Place place, DrawEvent.RoleAnswered event) {
        DrawTrail.Role role = draw.roles.get(event.role());
        if (role == null || !role.offered.contains(event.candidate()) || !role.answered.add(event.candidate())) {
            draw.protest.wrong(
                    place,
                    "has an answer of the candidate " + event.candidate() + " to the role '" + event.role()
                            + "', but no offer that waits for one");
            return;
        }
        role.accepted += event.accepted() ? 1 : 0;
        draw.protest.demand(
                role.accepted <= role.places,
                place,
                "has more than the " + role.places + " places of the role '" + event.role() + "' accepted");
    }

    void end() {
        draws.values().stream()
                .filter(draw -> !draw.notExamined && draw.phase != DrawTrail.Phase.CALLED_OFF)
                .forEach(draw -> checkWhole(draw, draw.latest, null));
    }
}
