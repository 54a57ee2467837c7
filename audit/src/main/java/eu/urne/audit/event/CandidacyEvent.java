package eu.urne.audit.event;

/** Candidacies in the register log (docs/formats/councils.md, section 5). */
public sealed interface CandidacyEvent extends Event {

    /** Gives the draw's id. */
    String draw();

    /**
     * Candidacies are handed in from here on.
     *
     * @param draw the draw's id
     */
    record CandidaciesOpened(String draw) implements CandidacyEvent {}

    /**
     * No more.
     *
     * @param draw the draw's id
     */
    record CandidaciesClosed(String draw) implements CandidacyEvent {}

    /**
     * Somebody stands.
     *
     * @param draw the draw's id
     * @param person 32 hex digits
     */
    record CandidacyFiled(String draw, String person) implements CandidacyEvent {}

    /**
     * Somebody stands no more.
     *
     * @param draw the draw's id
     * @param person 32 hex digits
     */
    record CandidacyWithdrawn(String draw, String person) implements CandidacyEvent {}

    /**
     * Somebody asked to stand and may not.
     *
     * @param draw the draw's id
     * @param person 32 hex digits
     */
    record CandidacyRefused(String draw, String person) implements CandidacyEvent {}
}
