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

    /**
     * Publish that nobody votes with these tokens any more.
     *
     * @param channel of all of them: {@code card} or {@code paper}
     * @param tokens at least one, none used
     */
    record VoidCards(PollId poll, String channel, List<Token> tokens) implements PollCommand {}

    /**
     * Tell how many sheets of paper are in the urn.
     *
     * @param by who counted
     * @param votes as the log has them
     */
    record CountPaper(PollId poll, long found, String by, VoteCount votes) implements PollCommand {}

    /**
     * Tell why the counts of the poll do not add up.
     *
     * @param by who tells it
     */
    record RecordDiscrepancy(PollId poll, String reason, String by) implements PollCommand {}

    /** Let a tablet take part, so that the close waits for it. */
    record EnrolTablet(PollId poll, TabletId tablet) implements PollCommand {}

    /** Lock the booths; what waits on tablets can still come. */
    record EndVoting(PollId poll) implements PollCommand {}

    /** Tell that no ballot of the poll waits on a tablet. */
    record EmptyTablet(PollId poll, TabletId tablet) implements PollCommand {}

    /**
     * Ask not to wait for a tablet any more.
     *
     * @param reason for everybody to read; names nobody
     * @param by who asks
     */
    record WriteOffTablet(PollId poll, TabletId tablet, String reason, String by) implements PollCommand {}

    /** Open the vote; the register stands as given. */
    record OpenPoll(PollId poll, RegisterCount register) implements PollCommand {}

    /** Close the vote; register and votes stand as given. */
    record ClosePoll(PollId poll, RegisterCount register, VoteCount votes) implements PollCommand {}

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

    /**
     * What was cast in a poll until a moment.
     *
     * @param tokens with a ballot
     * @param paper those of them on paper
     * @param agreed sheets of paper that two persons entered alike, cast or not
     */
    record VoteCount(long tokens, long paper, long agreed) {}
}
