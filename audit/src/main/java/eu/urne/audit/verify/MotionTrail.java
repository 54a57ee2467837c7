package eu.urne.audit.verify;

import eu.urne.audit.MotionReport;
import eu.urne.audit.council.Division;
import eu.urne.audit.council.MotionTerms;
import eu.urne.audit.council.Votes;
import eu.urne.audit.event.MotionEvent.HandsCounted;
import eu.urne.audit.event.MotionEvent.MotionDeclared;
import eu.urne.audit.event.MotionEvent.Vote;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the log has said about a motion so far. {@link MotionBook} checks each event and writes it down here. */
final class MotionTrail {
    /** The states of a motion (docs/formats/councils.md, section 7). */
    enum Phase {
        NEW("not put"),
        DEBATED("debated"),
        DIVIDED("being voted on"),
        DECLARED("declared"),
        WITHDRAWN("withdrawn");

        private final String words;

        Phase(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** How far an amendment has come. */
    enum Amendment {
        PUT,
        ADOPTED,
        WRITTEN,
        REJECTED
    }

    final String council;
    final String id;
    final Protest protest;
    final List<Amendment> amendments = new ArrayList<>();
    final Set<Integer> conflicts = new HashSet<>();
    final Map<Integer, Vote> votes = new HashMap<>();
    Phase phase = Phase.NEW;
    int version = 1;
    boolean agreed;
    boolean agreementDue;
    boolean notExamined;
    Place latest = Place.NONE;

    @Nullable
    MotionTerms terms;

    @Nullable
    Division division;

    @Nullable
    HandsCounted counted;

    @Nullable
    MotionDeclared declared;

    MotionTrail(String council, String id, Findings findings) {
        this.council = council;
        this.id = id;
        this.protest = new Protest(findings, "the motion '" + id + "' of the council '" + council + "'");
    }

    private MotionReport.State state() {
        if (notExamined) {
            return MotionReport.State.NOT_EXAMINED;
        }
        return switch (phase) {
            case NEW, DEBATED -> MotionReport.State.DEBATED;
            case DIVIDED -> MotionReport.State.VOTING;
            case DECLARED -> MotionReport.State.DECLARED;
            case WITHDRAWN -> MotionReport.State.WITHDRAWN;
        };
    }

    /** Gives what was found; empty if its terms are not known. */
    Optional<MotionReport> report(MinutesBook minutes) {
        MotionTerms put = terms;
        if (put == null) {
            return Optional.empty();
        }
        Optional<Division> vote = Optional.ofNullable(division);
        Optional<MotionDeclared> result = Optional.ofNullable(declared);
        Votes counted = result.map(MotionDeclared::votes).orElse(new Votes(0, 0, 0));
        return Optional.of(new MotionReport(
                council,
                id,
                put.title(),
                put.meeting(),
                put.voting().name(),
                state(),
                put.majority().name(),
                vote.map(Division::members).orElse(0),
                vote.map(Division::present).orElse(0),
                vote.map(Division::quorum).orElse(0),
                vote.map(each -> each.ballots().size()).orElse(0),
                (int) vote.stream()
                        .flatMap(each -> each.ballots().values().stream())
                        .filter(by -> by != 0)
                        .count(),
                counted.inFavour(),
                counted.against(),
                counted.abstained(),
                result.map(MotionDeclared::carried).orElse(false),
                minutes.state(council, put.meeting())));
    }
}
