package eu.urne.audit.verify;

import eu.urne.audit.DrawReport;
import eu.urne.audit.council.DrawTerms;
import eu.urne.audit.draw.Candidate;
import eu.urne.audit.draw.DrawSpec;
import eu.urne.audit.draw.Lot;
import eu.urne.audit.draw.Panel;
import eu.urne.audit.draw.PanelList;
import eu.urne.audit.draw.Pool;
import eu.urne.audit.event.DrawEvent.RandomnessRead;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the log has said about a draw so far. {@link DrawBook} checks each event and writes it down here. */
final class DrawTrail {
    /** The states of a draw in their order (docs/formats/councils.md, section 3). */
    enum Phase {
        NEW("not announced"),
        ANNOUNCED("announced"),
        LISTING("being frozen"),
        FROZEN("frozen"),
        DRAWN("drawn"),
        CALLED_OFF("called off");

        private final String words;

        Phase(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    final String id;
    final Protest protest;
    final List<Candidate> listed = new ArrayList<>();
    final List<Panel> panels = new ArrayList<>();
    final Map<Integer, Integer> reserveTold = new HashMap<>();
    final Set<Integer> seated = new HashSet<>();
    final Set<Integer> passedOver = new HashSet<>();
    final Map<String, Role> roles = new HashMap<>();
    Phase phase = Phase.NEW;
    boolean notExamined;
    boolean readByTwo;
    boolean reserveGivenUp;
    Place latest = Place.NONE;

    @Nullable
    DrawTerms terms;

    @Nullable
    Pool pool;

    @Nullable
    DrawSpec spec;

    @Nullable
    PanelList panelList;

    List<Long> moments = List.of();

    @Nullable
    RandomnessRead read;

    @Nullable
    List<String> values;

    @Nullable
    Lot lot;

    /** A role for those not drawn. */
    static final class Role {
        final int places;
        final Set<Integer> offered = new HashSet<>();
        final Set<Integer> answered = new HashSet<>();
        int accepted;

        Role(int places) {
            this.places = places;
        }
    }

    DrawTrail(String id, Findings findings) {
        this.id = id;
        this.protest = new Protest(findings, "the draw '" + id + "'");
    }

    /** Gives all that cannot be the next: who was seated or passed over. */
    Set<Integer> used() {
        Set<Integer> used = new HashSet<>(seated);
        used.addAll(passedOver);
        return used;
    }

    /** Tells whether the reserve of each cell was told to its end. */
    boolean isReserveTold() {
        if (lot == null || reserveGivenUp) {
            return true;
        }
        for (int cell = 0; cell < lot.drawn().reserve().size(); cell++) {
            if (reserveTold.getOrDefault(cell, 0)
                    < lot.drawn().reserve().get(cell).size()) {
                return false;
            }
        }
        return true;
    }

    /** Gives what was found; empty of a draw that was not announced. */
    @Nullable
    DrawReport report() {
        DrawTerms told = terms;
        if (told == null) {
            return null;
        }
        if (!notExamined && pool != null && spec != null && phase != Phase.CALLED_OFF) {
            return DrawReport.of(id, told.council(), pool, spec, panelList, moments, values, lot);
        }
        DrawReport.State state = notExamined
                ? DrawReport.State.NOT_EXAMINED
                : phase == Phase.CALLED_OFF ? DrawReport.State.CALLED_OFF : DrawReport.State.ANNOUNCED;
        return DrawReport.before(id, told.council(), state, told.seats());
    }
}
