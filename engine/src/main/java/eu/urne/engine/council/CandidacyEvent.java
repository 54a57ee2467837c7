package eu.urne.engine.council;

import eu.urne.engine.roll.Person;

/** What happens to the candidacies for a draw, in the register log (docs/formats/councils.md, section 5). */
public sealed interface CandidacyEvent {

    /** The draw. */
    DrawId draw();

    /** From now on persons can stand. */
    record CandidaciesOpened(DrawId draw) implements CandidacyEvent {}

    /** From now on nobody stands or withdraws any more. */
    record CandidaciesClosed(DrawId draw) implements CandidacyEvent {}

    /** The person stands. */
    record CandidacyFiled(DrawId draw, Person person) implements CandidacyEvent {}

    /** The person does not stand any more. */
    record CandidacyWithdrawn(DrawId draw, Person person) implements CandidacyEvent {}

    /** The person wanted to stand and may not. */
    record CandidacyRefused(DrawId draw, Person person, CandidacyRefusal reason) implements CandidacyEvent {}
}
