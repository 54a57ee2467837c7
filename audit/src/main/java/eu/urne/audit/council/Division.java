package eu.urne.audit.council;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Who votes on a motion (docs/formats/councils.md, section 7).
 *
 * @param ballots seats that vote, each with the seat that votes for it; 0: it votes itself
 * @param inOrder whether they were told in the order of the seats, none twice
 * @param chair seat of the chair; 0: none
 * @param events how many events of the meeting's stream it rests on
 * @param meeting id of the meeting
 * @param members seats held
 * @param poll id of the poll of a secret vote; null for none
 * @param present seats there and not in conflict
 * @param quorum how many are needed
 * @param version of the text
 */
public record Division(
        SortedMap<Integer, Integer> ballots,
        boolean inOrder,
        int chair,
        int events,
        String meeting,
        int members,
        @Nullable String poll,
        int present,
        int quorum,
        int version) {

    /** Gives the seats that vote. */
    public List<Integer> seats() {
        return List.copyOf(ballots.keySet());
    }
}
