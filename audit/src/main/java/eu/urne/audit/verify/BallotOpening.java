package eu.urne.audit.verify;

import eu.urne.audit.PollReport;
import eu.urne.audit.Progress;
import eu.urne.audit.UnreadableEvidenceException;
import eu.urne.audit.ballot.Ballot;
import eu.urne.audit.ballot.Choice;
import eu.urne.audit.ballot.ChoiceReader;
import eu.urne.audit.crypto.Bytes;
import eu.urne.audit.crypto.Digest128;
import eu.urne.audit.crypto.HpkeReceiver;
import eu.urne.audit.entry.EntryReader;
import eu.urne.audit.event.Definition;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.tally.BallotBox;
import eu.urne.audit.tally.Option;
import eu.urne.audit.tree.TileFile;
import eu.urne.audit.tree.TilePath;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PrimitiveIterator;

/**
 * Check 11: opens the ballots of every poll whose key is revealed. The key stands behind the ballots, so this reads
 * their bundles a second time, and recognises each by its digest.
 */
final class BallotOpening {
    private final PollBook book;
    private final EntryBundles bundles;
    private final List<Digest128> bundleDigests;
    private final String evidence;
    private final Map<String, Opener> openers = new LinkedHashMap<>();

    /** What is needed to open the ballots of one poll. */
    private record Opener(Poll poll, Definition definition, HpkeReceiver receiver, ChoiceReader reader) {
        Choice open(Ballot ballot) {
            return receiver.open(
                            ballot.encapsulated().array(),
                            ballot.associated(),
                            ballot.sealed().array())
                    .map(reader::read)
                    .orElseGet(Choice.Null::new);
        }
    }

    /** A bundle with ballots and which of its entries these are. */
    private record Job(long bundle, List<Integer> entries) {}

    BallotOpening(PollBook book, EntryBundles bundles, List<Digest128> bundleDigests, String evidence) {
        this.book = book;
        this.bundles = bundles;
        this.bundleDigests = bundleDigests;
        this.evidence = evidence;
    }

    /** Opens all ballots that count and gives them by poll. */
    Map<Poll, BallotBox> run(Pipeline pipeline, Progress progress) throws UnreadableEvidenceException {
        book.polls().forEach(this::prepare);
        Map<Poll, BallotBox> boxes = new LinkedHashMap<>();
        openers.values().forEach(opener -> boxes.put(opener.poll, new BallotBox()));
        if (openers.isEmpty()) {
            return boxes;
        }
        BitSet wanted = ballots();
        Jobs jobs = new Jobs(bundles, wanted.stream().iterator());
        progress.begins("ballots", wanted.cardinality());
        long[] done = {0};
        pipeline.<Job, Map<String, BallotBox>>run(jobs::next, this::open, opened -> {
            opened.forEach((id, some) -> merge(boxes, id, some));
            done[0] += opened.values().stream()
                    .mapToLong(some -> some.counted() + some.nulls())
                    .sum();
            progress.reached(done[0]);
            return true;
        });
        boxes.forEach((poll, all) -> poll.opened = new PollReport.Opened(all.nulls(), all.blanks(), all.counted()));
        return boxes;
    }

    private void merge(Map<Poll, BallotBox> boxes, String id, BallotBox some) {
        Poll poll = book.find(id);
        BallotBox all = poll == null ? null : boxes.get(poll);
        if (all != null) {
            all.addAll(some);
        }
    }

    private void prepare(Poll poll) {
        Bytes key = poll.revealedKey;
        if (poll.notExamined || key == null || poll.defined == null) {
            return;
        }
        Definition definition = PollSetup.definition(poll);
        byte[] info = Ballot.info(poll.id, poll.defined.hash());
        ChoiceReader reader = new ChoiceReader(
                definition.kind(), poll.options.stream().map(Option::cost).toList(), definition.cents());
        HpkeReceiver.of(key.array(), info)
                .ifPresent(receiver -> openers.put(poll.id, new Opener(poll, definition, receiver, reader)));
    }

    private BitSet ballots() {
        BitSet wanted = new BitSet(book.counting().length());
        openers.values().forEach(opener -> opener.poll.ballots.markSpan(wanted));
        wanted.and(book.counting());
        return wanted;
    }

    /** Gathers the ballots of each bundle. */
    private static final class Jobs {
        private final EntryBundles bundles;
        private final PrimitiveIterator.OfInt ballots;
        private int ahead;

        Jobs(EntryBundles bundles, PrimitiveIterator.OfInt ballots) {
            this.bundles = bundles;
            this.ballots = ballots;
            advance();
        }

        private void advance() {
            ahead = ballots.hasNext() ? bundles.number(ballots.nextInt()) : -1;
        }

        Optional<Job> next() {
            if (ahead < 0) {
                return Optional.empty();
            }
            int bundle = ahead / TilePath.FULL;
            BitSet entries = new BitSet(TilePath.FULL);
            while (ahead >= 0 && ahead / TilePath.FULL == bundle) {
                entries.set(ahead % TilePath.FULL);
                advance();
            }
            return Optional.of(new Job(bundle, entries.stream().boxed().toList()));
        }
    }

    private Map<String, BallotBox> open(Job job) throws UnreadableEvidenceException {
        Map<String, BallotBox> boxes = new HashMap<>();
        List<byte[]> entries = entriesAgain(job.bundle);
        for (int entry : job.entries) {
            Ballot ballot = ballot(entries.get(entry));
            Opener opener = openers.get(ballot.poll());
            if (opener != null) {
                boxes.computeIfAbsent(ballot.poll(), poll -> new BallotBox()).add(opener.open(ballot));
            }
        }
        return boxes;
    }

    private List<byte[]> entriesAgain(long bundle) throws UnreadableEvidenceException {
        try {
            Optional<byte[]> bytes = bundles.read(bundle);
            if (bytes.isPresent() && Digest128.of(bytes.get()).equals(bundleDigests.get((int) bundle))) {
                return TileFile.entries(bytes.get(), bundles.width(bundle));
            }
        } catch (MalformedException e) {
            throw changed(bundle);
        }
        throw changed(bundle);
    }

    private UnreadableEvidenceException changed(long bundle) {
        return new UnreadableEvidenceException(
                evidence + ": " + bundles.name(bundle) + " has changed while it was being verified");
    }

    private static Ballot ballot(byte[] entry) {
        try {
            return Ballot.read(EntryReader.read(entry).data());
        } catch (MalformedException e) {
            throw new IllegalStateException("this ballot could be read before", e);
        }
    }
}
