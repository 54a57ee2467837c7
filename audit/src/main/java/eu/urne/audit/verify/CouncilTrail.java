package eu.urne.audit.verify;

import eu.urne.audit.council.CouncilTerms;
import eu.urne.audit.event.CouncilEvent;
import eu.urne.audit.event.CouncilEvent.SeatsOffered;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the log has said about a council so far. {@link CouncilBook} checks each event and writes it down here. */
final class CouncilTrail {
    final String id;
    final Protest protest;
    final List<CouncilEvent> events = new ArrayList<>();
    final Map<String, SeatsOffered> offers = new HashMap<>();
    final Set<String> past = new HashSet<>();
    final CouncilSeats seats = new CouncilSeats();
    boolean notExamined;

    @Nullable
    CouncilTerms terms;

    CouncilTrail(String id, Findings findings) {
        this.id = id;
        this.protest = new Protest(findings, "the council '" + id + "'");
    }
}
