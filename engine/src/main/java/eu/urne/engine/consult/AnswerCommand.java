package eu.urne.engine.consult;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of an answer. */
public sealed interface AnswerCommand {

    /** Name of its stream, which is its aggregate identifier. */
    @TargetAggregateIdentifier
    String stream();

    /** Put on record that an answer is kept. */
    record ReceiveAnswer(AnswerReceived received) implements AnswerCommand {
        @Override
        public String stream() {
            return received.stream();
        }
    }
}
