package eu.urne.engine.roll;

import eu.urne.engine.poll.PollId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of a register. */
public sealed interface RollCommand {

    /** The poll whose register is asked. */
    PollId poll();

    /** Name of the stream, which is the aggregate identifier. */
    @TargetAggregateIdentifier
    String stream();

    /** What can be asked of the register of a poll as a whole. */
    sealed interface RegisterCommand extends RollCommand {
        @Override
        default String stream() {
            return registerStream(poll());
        }
    }

    /** What can be asked of a person's place in the register of a poll. */
    sealed interface AdmissionCommand extends RollCommand {

        /** The person. */
        Person person();

        @Override
        default String stream() {
            return registerStream(poll()) + "/" + person();
        }
    }

    /** What can be asked about refusing a person admission to a poll. */
    sealed interface RefusalCommand extends RollCommand {

        /** The person. */
        Person person();

        @Override
        default String stream() {
            return "register/refused:" + poll() + "/" + person();
        }
    }

    /** Open the register of a poll. */
    record OpenAdmissions(PollId poll) implements RegisterCommand {}

    /** Close the register of a poll. */
    record CloseAdmissions(PollId poll) implements RegisterCommand {}

    /** Admit a person. */
    record AdmitVoter(PollId poll, Person person) implements AdmissionCommand {}

    /** Record that the person was given a card. */
    record HandOutCard(PollId poll, Person person) implements AdmissionCommand {}

    /** Record that the person asked to be admitted and was not, and why. */
    record RefuseVoter(PollId poll, Person person, RefusalCode reason) implements RefusalCommand {}

    /** Name of the stream of a poll's register; those of its persons begin with it and a slash. */
    static String registerStream(PollId poll) {
        return "register/" + poll;
    }
}
