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

    /** Open the register of a poll. */
    record OpenAdmissions(PollId poll) implements RollCommand {
        @Override
        public String stream() {
            return registerStream(poll);
        }
    }

    /** Close the register of a poll. */
    record CloseAdmissions(PollId poll) implements RollCommand {
        @Override
        public String stream() {
            return registerStream(poll);
        }
    }

    /** Admit a person. */
    record AdmitVoter(PollId poll, Person person) implements RollCommand {
        @Override
        public String stream() {
            return registerStream(poll) + "/" + person;
        }
    }

    /** Record that the person was given a card. */
    record HandOutCard(PollId poll, Person person) implements RollCommand {
        @Override
        public String stream() {
            return registerStream(poll) + "/" + person;
        }
    }

    /** Name of the stream of a poll's register; those of its persons begin with it and a slash. */
    static String registerStream(PollId poll) {
        return "register/" + poll;
    }
}
