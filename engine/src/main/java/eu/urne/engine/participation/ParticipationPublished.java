package eu.urne.engine.participation;

import eu.urne.engine.poll.PollId;
import java.util.List;

/**
 * Who took part in a poll, told once at its close (docs/formats/events.md, section 8).
 *
 * @param admitted persons in the register
 * @param voters persons who were given a card
 * @param bySite in order of the ids
 * @param byDistrict in order of the ids
 * @param byAge in ascending order
 */
public record ParticipationPublished(
        PollId poll, long admitted, long voters, List<Cell> bySite, List<Cell> byDistrict, List<Cell> byAge) {

    /** Copies the lists. */
    public ParticipationPublished {
        bySite = List.copyOf(bySite);
        byDistrict = List.copyOf(byDistrict);
        byAge = List.copyOf(byAge);
    }
}
