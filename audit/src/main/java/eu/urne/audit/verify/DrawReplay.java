package eu.urne.audit.verify;

import eu.urne.audit.council.DrawTerms;
import eu.urne.audit.draw.Candidate;
import eu.urne.audit.draw.Composition;
import eu.urne.audit.draw.DrawSpec;
import eu.urne.audit.draw.Lot;
import eu.urne.audit.draw.PanelList;
import eu.urne.audit.draw.Pool;
import eu.urne.audit.draw.Seed;
import eu.urne.audit.event.DrawEvent;
import eu.urne.audit.event.DrawEvent.RandomnessRead;
import eu.urne.audit.json.MalformedException;
import java.util.List;
import java.util.Map;

/** Check 13 from the lists to the reserve: draws by itself, and compares (docs/formats/draw.md). */
final class DrawReplay {
    private final String registerOrigin;

    DrawReplay(String publicOrigin) {
        this.registerOrigin = publicOrigin + "/register";
    }

    void list(DrawTrail draw, Place place, DrawEvent.CandidatesListed event) {
        begin(draw, place);
        draw.protest.demand(
                event.from() == draw.listed.size() && draw.panels.isEmpty(),
                place,
                "lists candidates from number " + event.from() + " on, where " + draw.listed.size() + " is due");
        if (draw.listed.size() + event.candidates().size() <= Pool.MOST) {
            draw.listed.addAll(event.candidates());
        }
    }

    void list(DrawTrail draw, Place place, DrawEvent.PanelsListed event) {
        begin(draw, place);
        draw.protest.demand(
                event.from() == draw.panels.size() && !draw.listed.isEmpty(),
                place,
                "lists panels from number " + event.from() + " on, where " + draw.panels.size() + " is due");
        if (draw.panels.size() + event.panels().size() <= PanelList.MOST_TICKETS) {
            draw.panels.addAll(event.panels());
        }
    }

    private static void begin(DrawTrail draw, Place place) {
        if (draw.phase == DrawTrail.Phase.LISTING) {
            draw.protest.directlyBehind(place, draw.latest, "has lists that do not stand directly one behind another");
        } else {
            draw.protest.demand(
                    draw.phase == DrawTrail.Phase.ANNOUNCED, place, "lists candidates, but is " + draw.phase.words());
            if (draw.phase == DrawTrail.Phase.ANNOUNCED) {
                draw.phase = DrawTrail.Phase.LISTING;
            }
        }
    }

    void freeze(DrawTrail draw, Place place, DrawEvent.PoolFrozen event) {
        if (!draw.protest.demand(
                draw.phase == DrawTrail.Phase.LISTING, place, "has its pool frozen, but is " + draw.phase.words())) {
            draw.notExamined |= draw.pool == null;
            return;
        }
        draw.protest.directlyBehind(place, draw.latest, "has its pool frozen not directly behind its lists");
        draw.phase = DrawTrail.Phase.FROZEN;
        draw.spec = event.spec();
        draw.moments = event.moments();
        checkMoments(draw, place, event);
        draw.protest.demand(
                event.checkpoint().origin().equals(registerOrigin),
                place,
                "has a checkpoint of '" + event.checkpoint().origin() + "' instead of '" + registerOrigin + "'");
        try {
            checkPool(draw, place, event);
        } catch (MalformedException e) {
            draw.protest.wrong(place, "cannot be drawn: its pool or " + e.getMessage());
            draw.notExamined = true;
        }
    }

    private static void checkMoments(DrawTrail draw, Place place, DrawEvent.PoolFrozen event) {
        draw.protest.demand(
                event.moments().size() == event.spec().sources().size(),
                place,
                "tells " + event.moments().size() + " moments for "
                        + event.spec().sources().size() + " sources");
        draw.protest.demand(
                event.moments().stream().allMatch(moment -> moment > place.at()),
                place,
                "is frozen when a value of its public randomness could be known already");
    }

    private static void checkPool(DrawTrail draw, Place place, DrawEvent.PoolFrozen event) throws MalformedException {
        Pool pool = Pool.of(draw.listed);
        draw.protest.demand(
                event.candidates() == pool.size(),
                place,
                "tells a pool of " + event.candidates() + " candidates, but lists " + pool.size());
        draw.protest.demand(event.root().equals(pool.root()), place, "has another root than the pool that it lists");
        if (draw.terms != null) {
            checkTerms(draw, place, event.spec(), draw.terms);
            checkAttributes(draw, place, pool, draw.terms);
        }
        event.spec().check(pool);
        if (event.spec().composition() instanceof Composition.Quotas quotas) {
            draw.panelList = new PanelList(List.copyOf(draw.panels));
            draw.panelList.check(event.spec(), quotas, pool);
        } else {
            draw.protest.demand(draw.panels.isEmpty(), place, "lists panels, but its spec has no quotas");
        }
        draw.pool = pool;
    }

    private static void checkTerms(DrawTrail draw, Place place, DrawSpec spec, DrawTerms terms) {
        draw.protest.demand(
                spec.composition().equals(terms.composition()) && spec.seats() == terms.seats(),
                place,
                "has another composition in its spec than it was announced with");
    }

    private static void checkAttributes(DrawTrail draw, Place place, Pool pool, DrawTerms terms) {
        for (Candidate candidate : pool.candidates()) {
            boolean good =
                    candidate.attributes().keySet().equals(terms.attributes().keySet());
            for (Map.Entry<String, String> each : candidate.attributes().entrySet()) {
                good &= terms.attributes()
                        .getOrDefault(each.getKey(), List.of())
                        .contains(each.getValue());
            }
            if (!good) {
                draw.protest.wrong(
                        place,
                        "has a candidate with " + candidate.attributes()
                                + ", which are not the attributes and values that were announced");
                return;
            }
        }
    }

    void read(DrawTrail draw, Place place, RandomnessRead event) {
        DrawSpec spec = draw.spec;
        if (!draw.protest.demand(
                        draw.phase == DrawTrail.Phase.FROZEN, place, "has values read, but is " + draw.phase.words())
                || spec == null) {
            return;
        }
        draw.protest.demand(
                event.by().equals(place.by()),
                place,
                "has values read by '" + event.by() + "', but the entry is by '" + place.by() + "'");
        draw.protest.demand(
                draw.moments.stream().allMatch(moment -> moment <= place.at()),
                place,
                "has values read before the last of them could exist");
        try {
            spec.check(event.values());
        } catch (MalformedException e) {
            draw.protest.wrong(place, e.getMessage());
            draw.read = null;
            return;
        }
        RandomnessRead before = draw.read;
        draw.readByTwo = before != null
                && before.values().equals(event.values())
                && !before.by().equals(event.by());
        draw.read = event;
    }

    void draw(DrawTrail draw, Place place, DrawEvent.MembersDrawn event) {
        boolean byTwo = draw.readByTwo && place.isDirectlyBehind(draw.latest);
        draw.readByTwo = false;
        draw.protest.demand(
                byTwo && draw.phase == DrawTrail.Phase.FROZEN,
                place,
                "has members drawn, but not directly behind the same values read by two persons");
        if (draw.phase != DrawTrail.Phase.FROZEN || draw.read == null || draw.pool == null || draw.spec == null) {
            draw.notExamined |= draw.phase != DrawTrail.Phase.DRAWN;
            return;
        }
        draw.phase = DrawTrail.Phase.DRAWN;
        draw.values = draw.read.values();
        Seed seed = Seed.of(draw.id, draw.pool.root(), draw.spec, draw.values);
        draw.protest.demand(
                event.seed().equals(seed.hash()),
                place,
                "has the seed " + event.seed() + ", but pool, spec and values give " + seed.hash());
        try {
            Lot lot = new Lot(draw.pool, draw.spec, draw.panelList, seed);
            draw.lot = lot;
            draw.seated.addAll(lot.drawn().members());
            draw.protest.demand(
                    event.seats().equals(lot.drawn().given()),
                    place,
                    "tells other members than the lot gives, which are the candidates "
                            + lot.drawn().members());
        } catch (MalformedException e) {
            draw.protest.wrong(place, "cannot be drawn: " + e.getMessage());
            draw.notExamined = true;
        }
    }

    void reserve(DrawTrail draw, Place place, DrawEvent.ReserveOrdered event) {
        Lot lot = draw.lot;
        if (lot == null || draw.isReserveTold()) {
            draw.protest.wrong(place, "tells a reserve that is not due");
            return;
        }
        draw.protest.directlyBehind(place, draw.latest, "tells its reserve not directly behind its members");
        List<Integer> due = event.cell() < lot.drawn().reserve().size()
                ? lot.drawn().reserve().get(event.cell())
                : List.of();
        int from = draw.reserveTold.getOrDefault(event.cell(), 0);
        int to = Math.min(due.size(), from + event.candidates().size());
        boolean good = event.from() == from && event.candidates().equals(due.subList(Math.min(from, to), to));
        draw.protest.demand(good, place, "tells another reserve of the cell " + event.cell() + " than the lot gives");
        draw.reserveTold.put(event.cell(), from + event.candidates().size());
    }
}
