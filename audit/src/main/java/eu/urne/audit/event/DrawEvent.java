package eu.urne.audit.event;

import eu.urne.audit.council.DrawTerms;
import eu.urne.audit.crypto.Bytes;
import eu.urne.audit.draw.Candidate;
import eu.urne.audit.draw.DrawSpec;
import eu.urne.audit.draw.Drawn.Seat;
import eu.urne.audit.draw.Panel;
import eu.urne.audit.note.Checkpoint;
import java.util.List;

/** Events of the stream of a draw (docs/formats/councils.md, section 3). */
public sealed interface DrawEvent extends Event {

    /** Gives the draw's id. */
    String draw();

    /**
     * There will be a draw.
     *
     * @param draw its id
     * @param terms its terms
     */
    record DrawAnnounced(String draw, DrawTerms terms) implements DrawEvent {}

    /**
     * Some elements of the pool.
     *
     * @param draw its id
     * @param from index of the first
     * @param candidates at least one
     */
    record CandidatesListed(String draw, int from, List<Candidate> candidates) implements DrawEvent {}

    /**
     * Some panels.
     *
     * @param draw its id
     * @param from number of the first
     * @param panels at least one
     */
    record PanelsListed(String draw, int from, List<Panel> panels) implements DrawEvent {}

    /**
     * Nobody enters or leaves any more.
     *
     * @param draw its id
     * @param candidates size of the pool
     * @param root its root
     * @param spec the spec
     * @param moments for each source when its value can exist, milliseconds since 1970
     * @param checkpoint of the register log
     */
    record PoolFrozen(String draw, int candidates, Bytes root, DrawSpec spec, List<Long> moments, Checkpoint checkpoint)
            implements DrawEvent {}

    /**
     * A person tells the values of the sources.
     *
     * @param draw its id
     * @param by who
     * @param values in the order of the sources
     */
    record RandomnessRead(String draw, String by, List<String> values) implements DrawEvent {}

    /**
     * The members.
     *
     * @param draw its id
     * @param seats the seats that were given
     * @param seed the seed
     */
    record MembersDrawn(String draw, List<Seat> seats, Bytes seed) implements DrawEvent {}

    /**
     * Some of the reserve of a cell.
     *
     * @param draw its id
     * @param cell index of the cell
     * @param from number of the first
     * @param candidates indexes into the pool, at least one
     */
    record ReserveOrdered(String draw, int cell, int from, List<Integer> candidates) implements DrawEvent {}

    /**
     * Somebody in reserve is passed over.
     *
     * @param draw its id
     * @param candidate index into the pool
     */
    record CandidatePassedOver(String draw, int candidate) implements DrawEvent {}

    /**
     * A role for those not drawn.
     *
     * @param draw its id
     * @param role its id
     * @param places how many
     */
    record RoleOpened(String draw, String role, int places) implements DrawEvent {}

    /**
     * A role is offered.
     *
     * @param draw its id
     * @param candidate index into the pool
     * @param role its id
     */
    record RoleOffered(String draw, int candidate, String role) implements DrawEvent {}

    /**
     * It is taken or not.
     *
     * @param draw its id
     * @param candidate index into the pool
     * @param role its id
     * @param accepted whether it is taken
     */
    record RoleAnswered(String draw, int candidate, String role, boolean accepted) implements DrawEvent {}

    /**
     * There is no draw.
     *
     * @param draw its id
     */
    record DrawCalledOff(String draw) implements DrawEvent {}
}
