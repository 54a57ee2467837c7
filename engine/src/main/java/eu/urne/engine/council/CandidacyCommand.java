package eu.urne.engine.council;

import eu.urne.engine.roll.Person;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked about candidacies for a draw. */
public sealed interface CandidacyCommand {

    /** The draw. */
    DrawId draw();

    /** Name of the stream, which is the aggregate identifier. */
    @TargetAggregateIdentifier
    String stream();

    /** What can be asked of all candidacies for a draw together. */
    sealed interface CandidaciesCommand extends CandidacyCommand {
        @Override
        default String stream() {
            return candidacies(draw());
        }
    }

    /** What can be asked about standing, or not any more. */
    sealed interface StandingCommand extends CandidacyCommand {

        /** The person. */
        Person person();

        @Override
        default String stream() {
            return candidacies(draw()) + "/" + person();
        }
    }

    /** What can be asked about refusing a candidacy. */
    sealed interface CandidacyRefusalCommand extends CandidacyCommand {

        /** The person. */
        Person person();

        @Override
        default String stream() {
            return "register/candidacy-refused:" + draw() + "/" + person();
        }
    }

    /** Let candidacies be handed in. */
    record OpenCandidacies(DrawId draw) implements CandidaciesCommand {}

    /** Let none be handed in or withdrawn any more. */
    record CloseCandidacies(DrawId draw) implements CandidaciesCommand {}

    /** Stand for a council; again after having withdrawn. */
    record StandForCouncil(DrawId draw, Person person) implements StandingCommand {}

    /** Stand no longer. */
    record WithdrawCandidacy(DrawId draw, Person person) implements StandingCommand {}

    /** Record that a person wanted to stand and may not, and why. */
    record RefuseCandidacy(DrawId draw, Person person, CandidacyRefusal reason) implements CandidacyRefusalCommand {}

    /** Name of the stream of a draw's candidacies; those of its persons begin with it and a slash. */
    static String candidacies(DrawId draw) {
        return "register/candidacy:" + draw;
    }
}
