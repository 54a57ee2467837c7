package eu.urne.engine.poll;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of a poll. */
public sealed interface PollCommand {

    /** The poll that is asked. */
    PollId poll();

    /** Name of the poll's stream, which is its aggregate identifier. */
    @TargetAggregateIdentifier
    default String stream() {
        return poll().stream();
    }

    /** Define a poll. */
    record DefinePoll(PollDefinition definition) implements PollCommand {
        @Override
        public PollId poll() {
            return definition.terms().poll();
        }
    }

    /**
     * Authorise the tokens of new voting cards.
     *
     * @param label of the batch, such as a group of sites
     * @param tokens at least one, each new
     */
    record IssueCards(PollId poll, String label, List<Token> tokens) implements PollCommand {}

    /** Open the vote; the register stands as given. */
    record OpenPoll(PollId poll, RegisterCount register) implements PollCommand {}

    /** Close the vote; the register stands as given. */
    record ClosePoll(PollId poll, RegisterCount register) implements PollCommand {}

    /** Record what the log holds of the closed poll. */
    record SealPoll(PollId poll, long count, Hash root) implements PollCommand {}

    /**
     * Publish the engine's trustee key.
     *
     * @param scalar 32 bytes
     */
    record RevealPollKey(PollId poll, byte[] scalar) implements PollCommand {}

    /** Declare the outcome of the count. */
    record DeclareOutcome(PollId poll, PollEvent.OutcomeDeclared outcome, List<OptionVerdict> scores)
            implements PollCommand {}

    /**
     * The register of a poll at a moment.
     *
     * @param admitted persons
     * @param handedOut cards
     * @param checkpoint signed note of the register log
     */
    record RegisterCount(long admitted, long handedOut, String checkpoint) {}
}
