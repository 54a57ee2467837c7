package eu.urne.audit.sortition;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.audit.draw.Lot;
import eu.urne.audit.json.MalformedException;
import eu.urne.engine.poll.Hash;
import eu.urne.engine.sortition.Candidate;
import eu.urne.engine.sortition.Draw;
import eu.urne.engine.sortition.DrawDocument;
import eu.urne.engine.sortition.Drawn;
import eu.urne.engine.sortition.Seat;
import eu.urne.engine.sortition.Vacancy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Random draws: the engine and the verifier draw the same members, reserves and replacements. */
class TwoDrawsTest {

    @Property(tries = 400)
    void strataAreDrawnAlike(@ForAll @IntRange(max = 1_000_000) int number) throws MalformedException {
        agree(new RandomDraws(number).strata(40), number);
    }

    @Property(tries = 400)
    void panelsAreDrawnAlike(@ForAll @IntRange(max = 1_000_000) int number) throws MalformedException {
        agree(new RandomDraws(number).quotas(20), number);
    }

    private static void agree(DrawDocument document, int number) throws MalformedException {
        eu.urne.audit.draw.DrawDocument read = eu.urne.audit.draw.DrawDocument.read(RandomDraws.bytes(document));
        assertThat(read.findings()).isEmpty();
        assertThat(read.seed().hash().hex()).isEqualTo(document.seed().hash().hex());
        replaceAlike(document, read.lot(), number);
    }

    /** Empties seats one after another, and lets both say who is next. */
    private static void replaceAlike(DrawDocument document, Lot lot, int number) {
        Drawn drawn = document.drawn();
        List<Seat> now = new ArrayList<>(drawn.seats());
        Set<Hash> used =
                new HashSet<>(drawn.members().stream().map(Candidate::leaf).toList());
        for (int turn = 0; turn < 10; turn++) {
            int place = Math.floorMod(number + 7 * turn, now.size());
            Seat seat = now.get(place);
            if (seat.member() != null) {
                List<Candidate> others = new ArrayList<>(
                        now.stream().map(Seat::member).filter(Objects::nonNull).toList());
                others.remove(seat.member());
                Optional<Candidate> next =
                        Draw.next(document.spec(), document.seed(), drawn, new Vacancy(seat, others, used));
                assertThat(lot.next(
                                seat.cell(),
                                index(document, seat.member()),
                                others.stream().map(one -> index(document, one)).toList(),
                                indexes(document, used)))
                        .isEqualTo(next.map(one -> index(document, one)));
                next.ifPresent(one -> used.add(one.leaf()));
                now.set(place, new Seat(seat.cell(), next.orElse(null)));
            }
        }
    }

    private static int index(DrawDocument document, Candidate candidate) {
        return document.pool().candidates().indexOf(candidate);
    }

    private static Set<Integer> indexes(DrawDocument document, Set<Hash> leaves) {
        Set<Integer> indexes = new HashSet<>();
        for (int i = 0; i < document.pool().size(); i++) {
            if (leaves.contains(document.pool().candidates().get(i).leaf())) {
                indexes.add(i);
            }
        }
        return indexes;
    }
}
