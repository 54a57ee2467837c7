package eu.urne.engine.roll;

import eu.urne.engine.poll.PollId;

/** What happens to the register of a poll (docs/formats/events.md, section 5). */
public sealed interface RollEvent {

    /** The poll whose register it is. */
    PollId poll();

    /** From now on persons can be admitted. */
    record AdmissionsOpened(PollId poll) implements RollEvent {}

    /** Nobody is admitted or served any more. */
    record AdmissionsClosed(PollId poll) implements RollEvent {}

    /** The person may vote. */
    record VoterAdmitted(PollId poll, Person person) implements RollEvent {}

    /** The person was given a card out of the bag; which one, nobody knows. */
    record CardHandedOut(PollId poll, Person person) implements RollEvent {}

    /** The person asked to be admitted and was not. */
    record VoterRefused(PollId poll, Person person, RefusalCode reason) implements RollEvent {}
}
