package eu.urne.engine.poll.internal;

import eu.urne.engine.EngineJson;
import eu.urne.engine.log.Entry;
import eu.urne.engine.log.EntryCodec;
import eu.urne.engine.log.MerkleTree;
import eu.urne.engine.log.TreeHash;
import eu.urne.engine.poll.BallotCast;
import eu.urne.engine.poll.BallotEvent;
import eu.urne.engine.poll.Hash;
import eu.urne.engine.poll.OpenedPoll;
import eu.urne.engine.poll.PaperSheet;
import eu.urne.engine.poll.Poll;
import eu.urne.engine.poll.PollCommand.VoteCount;
import eu.urne.engine.poll.PollEvent;
import eu.urne.engine.poll.PollEvent.CardsVoided;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.poll.SealedBallot;
import eu.urne.engine.poll.Token;
import eu.urne.engine.store.EventSerializer;
import eu.urne.engine.store.LogName;
import eu.urne.engine.store.LogReader;
import eu.urne.engine.store.StoredEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads polls and their ballots straight from the log. */
public final class PollReader {

    private static final int PAGE = 512;

    private final LogReader log;
    private final EventSerializer serializer;

    /** A reader of this log. */
    public PollReader(LogReader log, EventSerializer serializer) {
        this.log = log;
        this.serializer = serializer;
    }

    /** Takes the events of a poll's stream. */
    private interface EventOfPoll {
        void at(PollEvent event, long atMs);
    }

    /** The poll as the log has it now. */
    public Poll poll(PollId id) {
        Poll[] poll = {new Poll.Undefined()};
        forEachEvent(id, (event, atMs) -> poll[0] = poll[0].after(event));
        return poll[0];
    }

    /** A poll with what its voters chose; empty before its outcome, or where there is none. */
    public Optional<OpenedPoll> opened(PollId id) {
        return vote(id).opened(() -> ballots(id));
    }

    /** What the stream of a poll tells of its vote so far. */
    public DeclaredPoll vote(PollId id) {
        DeclaredPoll vote = new DeclaredPoll();
        forEachEvent(id, vote::add);
        return vote;
    }

    private void forEachEvent(PollId id, EventOfPoll consumer) {
        long seq = 0;
        List<StoredEntry> page;
        do {
            page = log.stream(id.stream(), seq, PAGE);
            for (StoredEntry stored : page) {
                Entry entry = EntryCodec.read(stored.sealed());
                consumer.at((PollEvent) serializer.event(entry), entry.at());
            }
            seq += page.size();
        } while (page.size() == PAGE);
    }

    /** The ballots of a poll in the order of the log. */
    public List<SealedBallot> ballots(PollId id) {
        List<SealedBallot> ballots = new ArrayList<>();
        String prefix = "ballot/" + id + "/";
        forEachEntry(id, stored -> {
            Entry entry = EntryCodec.read(stored.sealed());
            boolean cast = entry.type().equals("urne.poll.BallotCast.v1");
            if (cast && entry.stream() != null && entry.stream().startsWith(prefix)) {
                ballots.add(EngineJson.MAPPER
                        .treeToValue(entry.data(), BallotCast.class)
                        .ballot());
            }
        });
        return ballots;
    }

    /** What a token's stream tells. */
    public PaperSheet sheet(PollId id, Token token) {
        PaperSheet sheet = new PaperSheet.Untouched();
        long seq = 0;
        List<StoredEntry> page;
        do {
            page = log.stream(BallotEvent.stream(id, token), seq, PAGE);
            for (StoredEntry stored : page) {
                sheet = sheet.after((BallotEvent) serializer.event(EntryCodec.read(stored.sealed())));
            }
            seq += page.size();
        } while (page.size() == PAGE);
        return sheet;
    }

    /** Whether a token's card is void. */
    public boolean isVoid(PollId id, Token token) {
        return log.ofType(id.stream(), "urne.poll.CardsVoided.v1").stream()
                .map(stored -> (CardsVoided) serializer.event(EntryCodec.read(stored.sealed())))
                .anyMatch(voided -> voided.poll().equals(id) && voided.tokens().contains(token));
    }

    /** What was cast in a poll until now. */
    public VoteCount votes(PollId id) {
        String prefix = "ballot/" + id + "/";
        long begun = log.countStreams(prefix, 0);
        Poll poll = poll(id);
        if (poll instanceof Poll.Undefined || !poll.known().terms().hasPaper()) {
            return new VoteCount(begun, 0, 0);
        }
        List<StoredEntry> agreed = log.ofType(prefix, "urne.poll.PaperBallotAgreed.v1");
        long cast = agreed.stream()
                .filter(stored -> {
                    Entry entry = EntryCodec.read(stored.sealed());
                    return log.lastSeq(String.valueOf(entry.stream())).orElse(0) > entry.seq();
                })
                .count();
        long entered = log.countStreams(prefix, "urne.poll.PaperBallotEntered.v1");
        return new VoteCount(begun - entered + cast, cast, agreed.size());
    }

    /**
     * What the log holds of a closed poll.
     *
     * @param count entries up to its close
     * @param root tree hash over their leaf hashes
     */
    public record Extent(long count, Hash root) {}

    /** What the log holds of a closed poll, up to its close. */
    public Extent extent(PollId id) {
        List<byte[]> leaves = new ArrayList<>();
        String prefix = "ballot/" + id + "/";
        boolean[] closed = {false};
        forEachEntry(id, stored -> {
            Entry entry = EntryCodec.read(stored.sealed());
            String stream = entry.stream();
            if (!closed[0] && stream != null && (stream.startsWith(prefix) || stream.equals(id.stream()))) {
                leaves.add(TreeHash.leaf(stored.sealed()));
                closed[0] = entry.type().equals("urne.poll.PollClosed.v1");
            }
        });
        return new Extent(leaves.size(), Hash.of(MerkleTree.rootOf(leaves)));
    }

    /** Passes every public entry from the poll's definition on. */
    private void forEachEntry(PollId id, Consumer<StoredEntry> consumer) {
        List<StoredEntry> first = log.stream(id.stream(), 0, 1);
        long index = first.isEmpty() ? Long.MAX_VALUE : first.getFirst().index();
        List<StoredEntry> page;
        do {
            page = log.range(LogName.PUBLIC, index, PAGE);
            for (StoredEntry stored : page) {
                consumer.accept(stored);
            }
            index += page.size();
        } while (page.size() == PAGE);
    }
}
