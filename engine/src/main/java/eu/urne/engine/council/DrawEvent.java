package eu.urne.engine.council;

import eu.urne.engine.poll.Hash;
import eu.urne.engine.sortition.Candidate;
import eu.urne.engine.sortition.DrawSpec;
import eu.urne.engine.sortition.Panel;
import java.util.List;

/** What happens to a draw (docs/formats/councils.md, section 3). A candidate is an index into its pool. */
public sealed interface DrawEvent {

    /** The draw. */
    DrawId draw();

    /** Persons can stand from here on. */
    record DrawAnnounced(DrawId draw, DrawTerms terms) implements DrawEvent {}

    /** A part of the pool, from an index on. */
    record CandidatesListed(DrawId draw, int from, List<Candidate> candidates) implements DrawEvent {}

    /** A part of the list of panels, from a number on. */
    record PanelsListed(DrawId draw, int from, List<Panel> panels) implements DrawEvent {}

    /**
     * Who can be drawn, by what, and from which randomness is fixed.
     *
     * @param candidates size of the pool
     * @param root of the pool
     * @param moments before which the values of the sources cannot exist, milliseconds since the epoch
     * @param checkpoint signed note of the register log
     */
    record PoolFrozen(DrawId draw, int candidates, Hash root, DrawSpec spec, List<Long> moments, String checkpoint)
            implements DrawEvent {}

    /** Somebody tells the values of the randomness. */
    record RandomnessRead(DrawId draw, String by, List<String> values) implements DrawEvent {}

    /** A seat that was given, in the cell for which the specification has it. */
    record GivenSeat(int candidate, int cell) {}

    /** Who was drawn, in the order of the seats. */
    record MembersDrawn(DrawId draw, Hash seed, List<GivenSeat> seats) implements DrawEvent {}

    /** A part of the reserve of a cell, from a number on, in order. */
    record ReserveOrdered(DrawId draw, int cell, int from, List<Integer> candidates) implements DrawEvent {}

    /** Somebody in the reserve is not seated any more. */
    record CandidatePassedOver(DrawId draw, int candidate, PassOver reason) implements DrawEvent {}

    /** There is a role for those who were not drawn. */
    record RoleOpened(DrawId draw, String role, String title, int places) implements DrawEvent {}

    /** It is offered to one of them. */
    record RoleOffered(DrawId draw, int candidate, String role) implements DrawEvent {}

    /** What she says. */
    record RoleAnswered(DrawId draw, int candidate, String role, boolean accepted) implements DrawEvent {}

    /** Nobody is drawn. */
    record DrawCalledOff(DrawId draw, String reason) implements DrawEvent {}
}
