package eu.urne.engine.sortition;

import eu.urne.engine.poll.Hash;
import java.util.List;
import java.util.Set;

/**
 * A seat that is to be filled again.
 *
 * @param seat as it was last held
 * @param others all other members at that moment
 * @param used leaves that hold or held a seat, did not take one, or withdrew
 */
public record Vacancy(Seat seat, List<Candidate> others, Set<Hash> used) {

    /** Keeps the lists as they are. */
    public Vacancy {
        others = List.copyOf(others);
        used = Set.copyOf(used);
    }

    /** Whether a candidate can still get a seat. */
    boolean isOpenTo(Candidate candidate) {
        return !used.contains(candidate.leaf());
    }
}
