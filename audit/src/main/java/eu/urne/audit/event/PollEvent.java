package eu.urne.audit.event;

import eu.urne.audit.ballot.Ballot;
import eu.urne.audit.crypto.Bytes;
import eu.urne.audit.tally.Option;
import eu.urne.audit.tally.OptionResult;
import eu.urne.audit.tally.Tie;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events of a poll in the public log (docs/formats/events.md, section 1). */
public sealed interface PollEvent extends Event {

    /** Gives the poll id. */
    String poll();

    /**
     * A poll is defined.
     *
     * @param definition the definition without its options
     * @param hash hash of the whole definition
     * @param options number of options, 1 to 10,000
     */
    record PollDefined(Definition definition, Bytes hash, int options) implements PollEvent {
        @Override
        public String poll() {
            return definition.poll();
        }
    }

    /**
     * Some of its options.
     *
     * @param poll poll id
     * @param from number of the first
     * @param options at least one
     * @param canonical the canonical bytes of the options, joined by commas
     */
    record OptionsListed(String poll, long from, List<Option> options, Bytes canonical) implements PollEvent {}

    /**
     * Voting cards are issued.
     *
     * @param poll poll id
     * @param label label of the batch
     * @param tokens 1 to 800 tokens of 64 hex digits, sorted, none twice
     */
    record CardsIssued(String poll, String label, List<String> tokens) implements PollEvent {}

    /**
     * Tokens with which nobody votes any more.
     *
     * @param poll poll id
     * @param paper whether they are all of sheets of paper, else all of cards
     * @param tokens 1 to 800 tokens of 64 hex digits, sorted, none twice
     */
    record CardsVoided(String poll, boolean paper, List<String> tokens) implements PollEvent {}

    /**
     * A person has counted the sheets of paper.
     *
     * @param poll poll id
     * @param found how many
     * @param by who
     */
    record PaperCounted(String poll, long found, String by) implements PollEvent {}

    /**
     * Two persons have counted alike.
     *
     * @param poll poll id
     * @param found how many
     */
    record PaperReconciled(String poll, long found) implements PollEvent {}

    /**
     * A person says why the counts do not add up.
     *
     * @param poll poll id
     * @param by who
     * @param reason printable
     */
    record DiscrepancyRecorded(String poll, String by, String reason) implements PollEvent {}

    /**
     * A tablet takes part.
     *
     * @param poll poll id
     * @param tablet 16 hex digits
     */
    record TabletEnrolled(String poll, String tablet) implements PollEvent {}

    /**
     * The booths are locked.
     *
     * @param poll poll id
     */
    record VotingEnded(String poll) implements PollEvent {}

    /**
     * No ballot waits on a tablet.
     *
     * @param poll poll id
     * @param tablet 16 hex digits
     */
    record TabletEmptied(String poll, String tablet) implements PollEvent {}

    /**
     * A person asks not to wait for a tablet any more.
     *
     * @param poll poll id
     * @param tablet 16 hex digits
     * @param by who
     * @param reason printable
     */
    record TabletWriteOffAsked(String poll, String tablet, String by, String reason) implements PollEvent {}

    /**
     * Two persons do not wait for a tablet any more.
     *
     * @param poll poll id
     * @param tablet 16 hex digits
     */
    record TabletWrittenOff(String poll, String tablet) implements PollEvent {}

    /**
     * The register at the opening.
     *
     * @param poll poll id
     * @param figures its figures
     */
    record RegisterOpened(String poll, RegisterFigures figures) implements PollEvent {}

    /**
     * The poll is open.
     *
     * @param poll poll id
     * @param definition hash of the definition
     * @param budget id of the participatory budget in whose phase VOTE it is opened; null for none
     */
    record PollOpened(
            String poll, Bytes definition, @Nullable String budget) implements PollEvent {}

    /**
     * The register at the close.
     *
     * @param poll poll id
     * @param figures its figures
     */
    record RegisterClosed(String poll, RegisterFigures figures) implements PollEvent {}

    /**
     * The poll is closed.
     *
     * @param poll poll id
     */
    record PollClosed(String poll) implements PollEvent {}

    /**
     * The entries of the poll are summed up.
     *
     * @param poll poll id
     * @param count number of entries up to and including the close
     * @param root tree hash over their leaf hashes
     */
    record PollSealed(String poll, long count, Bytes root) implements PollEvent {}

    /**
     * The private key of the poll is public.
     *
     * @param poll poll id
     * @param key 32 bytes
     */
    record PollKeyRevealed(String poll, Bytes key) implements PollEvent {}

    /**
     * The results of some options.
     *
     * @param poll poll id
     * @param from number of the first option
     * @param results at least one
     */
    record ScoresDeclared(String poll, long from, List<OptionResult> results) implements PollEvent {}

    /**
     * The outcome.
     *
     * @param poll poll id
     * @param definition hash of the definition
     * @param figures the figures of the ballots
     * @param selected ids in the order of selection
     * @param spent cents
     * @param left cents
     * @param ties the ties that mattered
     * @param awards what is awarded of a participatory budget; null where none is spent
     */
    record OutcomeDeclared(
            String poll,
            Bytes definition,
            BallotFigures figures,
            List<String> selected,
            long spent,
            long left,
            List<Tie> ties,
            @Nullable Awards awards)
            implements PollEvent {}

    /**
     * What an outcome awards of a participatory budget.
     *
     * @param budget id of the budget
     * @param cents what each selected option is awarded
     */
    record Awards(String budget, List<Long> cents) {}

    /**
     * A ballot is cast.
     *
     * @param ballot the ballot
     */
    record BallotCast(Ballot ballot) implements PollEvent {
        @Override
        public String poll() {
            return ballot.poll();
        }
    }
}
