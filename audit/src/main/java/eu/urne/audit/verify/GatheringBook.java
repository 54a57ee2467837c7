package eu.urne.audit.verify;

import eu.urne.audit.Check;
import eu.urne.audit.consult.Cell;
import eu.urne.audit.consult.GatheringTerms;
import eu.urne.audit.consult.Withheld;
import eu.urne.audit.event.GatheringEvent;
import eu.urne.audit.event.GatheringEvent.EvaluationLinked;
import eu.urne.audit.event.GatheringEvent.GatheringAnnounced;
import eu.urne.audit.event.GatheringEvent.GatheringCalledOff;
import eu.urne.audit.event.GatheringEvent.GatheringHeld;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Check 14 of gatherings: their order, and that figures withhold what they must. */
final class GatheringBook {
    private final Map<String, Trail> gatherings = new HashMap<>();
    private final Predicate<String> questionnaires;
    private final Findings findings;

    /** What the log has said about a gathering so far. */
    private static final class Trail {
        private final Protest protest;
        private boolean linked;
        private boolean held;
        private boolean calledOff;
        private boolean notExamined;
        private @Nullable GatheringTerms terms;

        Trail(String id, Findings findings) {
            this.protest = new Protest(findings, Check.CONSULTATIONS, "the gathering '" + id + "'");
        }
    }

    GatheringBook(Predicate<String> questionnaires, Findings findings) {
        this.questionnaires = questionnaires;
        this.findings = findings;
    }

    private Trail trail(String id) {
        return gatherings.computeIfAbsent(id, each -> new Trail(each, findings));
    }

    void giveUp(String id) {
        trail(id).notExamined = true;
    }

    void accept(Place place, GatheringEvent event) {
        Trail trail = trail(event.gathering());
        if (trail.notExamined) {
            return;
        }
        if (event instanceof GatheringAnnounced announced) {
            trail.protest.demand(trail.terms == null, place, "is announced a second time");
            trail.terms = announced.terms();
        } else if (trail.terms == null) {
            trail.protest.wrong(place, "is not announced");
            trail.notExamined = true;
        } else {
            trail.protest.demand(!trail.calledOff, place, "goes on after it was called off");
            dispatch(trail, trail.terms, place, event);
        }
    }

    private void dispatch(Trail trail, GatheringTerms terms, Place place, GatheringEvent event) {
        switch (event) {
            case GatheringAnnounced announced -> throw new IllegalArgumentException("announced by accept()");
            case EvaluationLinked linked -> {
                trail.protest.demand(!trail.linked, place, "is evaluated by a second questionnaire");
                trail.protest.demand(
                        questionnaires.test(linked.questionnaire()),
                        place,
                        "is evaluated by the questionnaire '" + linked.questionnaire() + "', which is not defined");
                trail.linked = true;
            }
            case GatheringHeld held -> {
                trail.protest.demand(!trail.held, place, "is held a second time");
                trail.held = true;
                check(trail, place, terms.sites(), held.bySite(), held.attendance(), terms.least());
                check(trail, place, terms.ages(), held.byAge(), held.attendance(), terms.least());
            }
            case GatheringCalledOff calledOff -> {
                trail.protest.demand(!trail.held, place, "is called off after it was held");
                trail.calledOff = true;
            }
        }
    }

    private static void check(Trail trail, Place place, List<String> ids, List<Cell> cells, long all, int least) {
        List<String> expected = new ArrayList<>();
        if (ids.size() > 1) {
            expected.addAll(ids);
            expected.add("-");
        }
        if (trail.protest.demand(
                        cells.stream().map(Cell::id).toList().equals(expected),
                        place,
                        "has figures of other sites or ages than it has")
                && !cells.isEmpty()) {
            Withheld.partition(cells, all, least)
                    .ifPresent(wrong -> trail.protest.wrong(place, "is held and " + wrong));
        }
    }
}
