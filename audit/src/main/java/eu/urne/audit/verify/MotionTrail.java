package eu.urne.audit.verify;

import eu.urne.audit.council.Division;
import eu.urne.audit.council.MotionTerms;
import eu.urne.audit.event.MotionEvent.HandsCounted;
import eu.urne.audit.event.MotionEvent.MotionDeclared;
import eu.urne.audit.event.MotionEvent.Vote;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
        this.protest = new Protest(findings, "the motion '" + id + "' of the council '" + council + "'");
    }
}
