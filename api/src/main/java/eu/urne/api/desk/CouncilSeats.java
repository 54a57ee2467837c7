package eu.urne.api.desk;

import eu.urne.engine.CommandOrigin;
import eu.urne.engine.council.Council.Established;
import eu.urne.engine.council.DrawId;
import eu.urne.engine.council.DrawOffice;
import eu.urne.engine.council.Tenure;
import eu.urne.engine.vault.CandidacyOffice;
import eu.urne.engine.vault.KnownPerson;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The seats of a council with the names of those who hold them. Reading them leaves a line in the access log. */
final class CouncilSeats {

    private final DrawOffice draws;
    private final CandidacyOffice office;

    /** Seats of these draws. */
    CouncilSeats(DrawOffice draws, CandidacyOffice office) {
        this.draws = draws;
        this.office = office;
    }

    /**
     * A seat that somebody holds, or will hold.
     *
     * @param name empty where it is not known any more
     */
    public record Held(int seat, String name, Tenure tenure) {}

    /**
     * A seat that was vacated and whose term still runs.
     *
     * @param next candidate who is next in the reserve; null for nobody
     * @param name of whom is next
     */
    public record Vacant(int seat, Tenure tenure, @Nullable Integer next, String name) {}

    /** All seats that are not free. */
    public record Seats(List<Held> held, List<Vacant> vacant) {}

    /** The seats on a day. */
    Seats of(Established council, LocalDate day, CommandOrigin asking) {
        Map<DrawId, Map<Integer, KnownPerson>> names = new HashMap<>();
        List<Held> held = new ArrayList<>();
        List<Vacant> vacant = new ArrayList<>();
        for (int seat : council.seats().keySet()) {
            Tenure tenure = council.latest(seat).orElseThrow();
            if (!day.isBefore(tenure.until())) {
                continue;
            }
            Map<Integer, KnownPerson> ofDraw = names.computeIfAbsent(
                    tenure.draw(),
                    draw -> office.byIndex(
                            draw, "seats of the council " + council.terms().council() + " at the desk", asking));
            if (tenure.vacated() == null) {
                held.add(new Held(seat, DrawDesk.name(ofDraw, tenure.candidate()), tenure));
            } else {
                OptionalInt next = draws.next(council.terms().council(), seat);
                vacant.add(new Vacant(
                        seat,
                        tenure,
                        next.isPresent() ? next.getAsInt() : null,
                        next.isPresent() ? DrawDesk.name(ofDraw, next.getAsInt()) : ""));
            }
        }
        return new Seats(held, vacant);
    }
}
