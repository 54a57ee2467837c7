package eu.urne.audit.event;

/** Events of the register log (docs/formats/events.md, section 5). */
public sealed interface RegisterEvent extends Event {

    /** Gives the poll id. */
    String poll();

    /**
     * Admissions begin.
     *
     * @param poll poll id
     */
    record AdmissionsOpened(String poll) implements RegisterEvent {}

    /**
     * Admissions end.
     *
     * @param poll poll id
     */
    record AdmissionsClosed(String poll) implements RegisterEvent {}

    /**
     * Somebody may vote.
     *
     * @param poll poll id
     * @param person 32 hex digits
     */
    record VoterAdmitted(String poll, String person) implements RegisterEvent {}

    /**
     * Somebody has got a card.
     *
     * @param poll poll id
     * @param person 32 hex digits
     */
    record CardHandedOut(String poll, String person) implements RegisterEvent {}

    /**
     * Somebody asked to be admitted and was not.
     *
     * @param poll poll id
     * @param person 32 hex digits
     * @param reason one of the codes of the format
     */
    record VoterRefused(String poll, String person, String reason) implements RegisterEvent {}
}
