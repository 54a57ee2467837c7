package eu.urne.engine.poll;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to a poll, in the order of docs/formats/events.md, section 1. */
public sealed interface PollEvent {

    /** The poll it happens to. */
    PollId poll();

    /**
     * The poll exists. Its options follow in {@link OptionsListed}.
     *
     * @param options how many
     * @param hash of the whole definition
     */
    record PollDefined(PollId poll, PollTerms definition, int options, Hash hash) implements PollEvent {}

    /** Options from number {@code from} on. */
    record OptionsListed(PollId poll, int from, List<PollOption> options) implements PollEvent {}

    /**
     * Voting cards were made; their tokens are authorised.
     *
     * @param tokens sorted
     */
    record CardsIssued(PollId poll, String label, int count, List<Token> tokens) implements PollEvent {}

    /**
     * With these tokens nobody votes any more.
     *
     * @param channel of all of them: {@code card} or {@code paper}
     * @param tokens sorted
     */
    record CardsVoided(PollId poll, String channel, int count, List<Token> tokens) implements PollEvent {}

    /**
     * A person has counted the sheets of paper in the urn.
     *
     * @param found how many
     * @param by who
     */
    record PaperCounted(PollId poll, long found, String by) implements PollEvent {}

    /**
     * Two persons counted alike, and as many sheets as are entered and cast.
     *
     * @param found how many
     */
    record PaperReconciled(PollId poll, long found) implements PollEvent {}

    /**
     * A person says why the counts of the poll do not add up.
     *
     * @param reason for everybody to read; names nobody
     * @param by who
     */
    record DiscrepancyRecorded(PollId poll, String reason, String by) implements PollEvent {}

    /** People vote on this tablet: the close waits until no ballot waits on it. */
    record TabletEnrolled(PollId poll, TabletId tablet) implements PollEvent {}

    /** The booths are locked; what waits on tablets can still come. */
    record VotingEnded(PollId poll) implements PollEvent {}

    /** The tablet tells that no ballot waits on it. */
    record TabletEmptied(PollId poll, TabletId tablet) implements PollEvent {}

    /**
     * A person asks not to wait for a tablet any more.
     *
     * @param reason for everybody to read; names nobody
     * @param by who
     */
    record TabletWriteOffAsked(PollId poll, TabletId tablet, String reason, String by) implements PollEvent {}

    /** Two persons have asked not to wait for the tablet: the poll can be closed without it. */
    record TabletWrittenOff(PollId poll, TabletId tablet) implements PollEvent {}

    /** The register as it stood when voting opened. */
    record RegisterOpened(
            PollId poll,
            long admitted,
            long handedOut,
            @JsonProperty("void") long unused,
            String checkpoint) implements PollEvent {}

    /**
     * Voting is open.
     *
     * @param definition hash of the definition, which is frozen
     * @param budget whose phase VOTE it is; null for a poll of its own
     */
    record PollOpened(
            PollId poll, Hash definition, @Nullable String budget) implements PollEvent {}

    /** The register as it stood when voting closed. */
    record RegisterClosed(
            PollId poll,
            long admitted,
            long handedOut,
            @JsonProperty("void") long unused,
            String checkpoint) implements PollEvent {}

    /** Voting is over. */
    record PollClosed(PollId poll) implements PollEvent {}

    /**
     * What evidence for this poll alone is complete against.
     *
     * @param count entries of the poll up to its close
     * @param root tree hash over their leaf hashes
     */
    record PollSealed(PollId poll, long count, Hash root) implements PollEvent {}

    /** The engine gave up its trustee key: everybody can open the ballots. */
    record PollKeyRevealed(PollId poll, byte[] key) implements PollEvent {}

    /** Score and verdict of the options from number {@code from} on. */
    record ScoresDeclared(PollId poll, int from, List<OptionVerdict> scores) implements PollEvent {}

    /**
     * The outcome; scores and verdicts stand in {@link ScoresDeclared} before it.
     *
     * @param cast ballots in the log
     * @param nullBallots ballots that say nothing valid
     * @param counted {@code cast - superseded - nullBallots}
     * @param selected ids in order of selection
     * @param spent in cents
     * @param left in cents
     * @param awards what the selected are awarded; null where the poll belongs to no participatory budget
     */
    record OutcomeDeclared(
            PollId poll,
            Hash definition,
            long cast,
            long superseded,
            @JsonProperty("null") long nullBallots,
            long blank,
            long counted,
            List<String> selected,
            long spent,
            long left,
            List<DeclaredTie> ties,
            @Nullable Awards awards)
            implements PollEvent {}

    /**
     * A tie that mattered.
     *
     * @param score of the first of the options
     * @param options in the order that the method gave
     */
    record DeclaredTie(long score, List<String> options, String method) {}
}
