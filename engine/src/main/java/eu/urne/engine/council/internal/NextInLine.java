package eu.urne.engine.council.internal;

import eu.urne.engine.council.Council.Established;
import eu.urne.engine.council.CouncilDraw.Drawn;
import eu.urne.engine.council.DrawEvent.GivenSeat;
import eu.urne.engine.council.DrawId;
import eu.urne.engine.council.Tenure;
import eu.urne.engine.poll.Hash;
import eu.urne.engine.sortition.Candidate;
import eu.urne.engine.sortition.Draw;
import eu.urne.engine.sortition.DrawDocument;
import eu.urne.engine.sortition.Seat;
import eu.urne.engine.sortition.Vacancy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Who is next for a vacant seat (docs/formats/councils.md, section 4; draw.md, section 7). */
public final class NextInLine {

    private NextInLine() {}

    /**
     * The index of the candidate who is next; empty where nobody is.
     *
     * @param seat one that the draw gave, and that was vacated
     */
    public static OptionalInt of(Established council, Drawn draw, int seat) {
        List<Candidate> pool = draw.lots().pool().candidates();
        DrawId id = draw.terms().draw();
        Set<Hash> used = new HashSet<>();
        List<Candidate> others = new ArrayList<>();
        council.seats().forEach((number, tenures) -> {
            List<Tenure> ofDraw =
                    tenures.stream().filter(tenure -> tenure.draw().equals(id)).toList();
            ofDraw.forEach(tenure -> used.add(pool.get(tenure.candidate()).leaf()));
            if (number != seat && !ofDraw.isEmpty() && ofDraw.getLast().vacated() == null) {
                others.add(pool.get(ofDraw.getLast().candidate()));
            }
        });
        draw.passedOver().forEach(candidate -> used.add(pool.get(candidate).leaf()));
        List<Tenure> tenures = council.seats().get(seat).stream()
                .filter(tenure -> tenure.draw().equals(id))
                .toList();
        int first = tenures.getFirst().candidate();
        int cell = draw.seats().stream()
                .filter(given -> given.candidate() == first)
                .mapToInt(GivenSeat::cell)
                .findFirst()
                .orElseThrow();
        Seat last = new Seat(cell, pool.get(tenures.getLast().candidate()));
        DrawDocument document = draw.lots().with(id, draw.values());
        return Draw.next(document.spec(), document.seed(), document.drawn(), new Vacancy(last, others, used))
                .map(next -> OptionalInt.of(pool.indexOf(next)))
                .orElseGet(OptionalInt::empty);
    }
}
