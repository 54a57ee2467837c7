package eu.urne.engine.poll.internal;

import eu.urne.engine.poll.OpenedPoll;
import eu.urne.engine.poll.OptionVerdict;
import eu.urne.engine.poll.Poll;
import eu.urne.engine.poll.PollDefinition;
import eu.urne.engine.poll.PollEvent;
import eu.urne.engine.poll.PollEvent.OutcomeDeclared;
import eu.urne.engine.poll.PollEvent.PollClosed;
import eu.urne.engine.poll.PollEvent.PollKeyRevealed;
import eu.urne.engine.poll.PollEvent.PollOpened;
import eu.urne.engine.poll.PollEvent.ScoresDeclared;
import eu.urne.engine.poll.SealedBallot;
import eu.urne.engine.tally.Ballot;
import eu.urne.engine.tally.Tally;
import eu.urne.engine.tally.TieBreak;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the stream of a poll tells of its vote, collected event by event. */
public final class DeclaredPoll {

    private Poll poll = new Poll.Undefined();
    private long openedMs;
    private long closedMs;
    private byte[] key = {};
    private final List<OptionVerdict> scores = new ArrayList<>();
    private @Nullable OutcomeDeclared outcome;

    /** Takes the next event. */
    public void add(PollEvent event, long atMs) {
        poll = poll.after(event);
        if (event instanceof PollOpened) {
            openedMs = atMs;
        } else if (event instanceof PollClosed) {
            closedMs = atMs;
        } else if (event instanceof PollKeyRevealed revealed) {
            key = revealed.key().clone();
        } else if (event instanceof ScoresDeclared declared) {
            scores.addAll(declared.scores());
        } else if (event instanceof OutcomeDeclared declared) {
            outcome = declared;
        }
    }

    /** When the vote began, milliseconds since the epoch; 0 if it did not. */
    public long openedMs() {
        return openedMs;
    }

    /**
     * The poll with what its voters chose; empty before its outcome.
     *
     * @param cast gives the ballots in the order of the log
     */
    public Optional<OpenedPoll> opened(Supplier<List<SealedBallot>> cast) {
        return Optional.ofNullable(outcome).map(declared -> opened(declared, cast.get()));
    }

    private OpenedPoll opened(OutcomeDeclared declared, List<SealedBallot> cast) {
        PollDefinition definition = poll.known().definition();
        List<Ballot> choices = Shuffle.of(definition, PollCount.choices(definition, cast, key));
        TieBreak method = TieBreak.parse(definition.terms().tieBreak());
        int[] places = Tally.tieOrder(PollCount.election(definition, choices), method);
        List<Integer> order = IntStream.range(0, places.length)
                .boxed()
                .sorted(Comparator.comparingInt(option -> places[option]))
                .toList();
        return new OpenedPoll(
                definition, TallyRule.of(definition), openedMs, closedMs, declared, scores, choices, order);
    }
}
