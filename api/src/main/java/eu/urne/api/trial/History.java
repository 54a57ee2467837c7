package eu.urne.api.trial;

import eu.urne.audit.crypto.Bytes;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.note.Checkpoint;
import eu.urne.audit.note.Receipt;
import eu.urne.audit.note.SignedNote;
import eu.urne.audit.note.VerifierKey;
import eu.urne.audit.tree.GrowingTree;
import eu.urne.audit.tree.TilePath;
import eu.urne.audit.tree.TreeHash;
import eu.urne.engine.EngineJson;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/**
 * What the outside has seen of a log, held together by the verifier's code: every checkpoint that any client was ever
 * shown, and all entries, from which the roots are computed that the checkpoints must have.
 */
final class History {

    private final VerifierKey key;
    private final Map<Long, Bytes> seen = new ConcurrentHashMap<>();
    private final GrowingTree tree = new GrowingTree();
    private final List<Bytes> roots = new ArrayList<>(List.of(Bytes.of(TreeHash.empty())));
    private final List<byte[]> entries = new ArrayList<>();
    private final Map<String, List<Long>> places = new HashMap<>();

    /** Of the log with that verifier key. */
    History(String verifierKey) {
        try {
            this.key = VerifierKey.parse(verifierKey);
        } catch (MalformedException e) {
            throw new TrialException("the verifier key " + verifierKey + " " + e.getMessage(), e);
        }
    }

    VerifierKey key() {
        return key;
    }

    /** Somebody was shown a checkpoint. Safe for use by many threads. */
    Checkpoint saw(byte[] note) {
        try {
            SignedNote signed = SignedNote.parse(note);
            signed.verify(key);
            Checkpoint checkpoint = Checkpoint.parse(signed.text());
            remember(checkpoint);
            return checkpoint;
        } catch (MalformedException e) {
            throw new TrialException("a checkpoint " + e.getMessage(), e);
        }
    }

    private void remember(Checkpoint checkpoint) {
        Bytes known = seen.putIfAbsent(checkpoint.size(), checkpoint.root());
        if (known != null && !known.equals(checkpoint.root())) {
            throw new TrialException("two checkpoints of size " + checkpoint.size() + " have different roots");
        }
    }

    /** Somebody was given a receipt. Safe for use by many threads. */
    Receipt given(String text) {
        try {
            Receipt receipt = Receipt.parse(text.getBytes(StandardCharsets.UTF_8));
            receipt.note().verify(key);
            remember(receipt.checkpoint());
            return receipt;
        } catch (MalformedException e) {
            throw new TrialException("a receipt " + e.getMessage(), e);
        }
    }

    /** Reads what has come since the last time, up to the latest checkpoint of that server, and compares all roots. */
    void read(Http http, URI server) {
        Checkpoint latest = saw(http.get(server, "/log/checkpoint"));
        if (latest.size() < tree.size()) {
            throw new TrialException("the log had " + tree.size() + " entries and now has " + latest.size());
        }
        for (long tile = tree.size() / TilePath.FULL; tile * TilePath.FULL < latest.size(); tile++) {
            int width = (int) Math.min(TilePath.FULL, latest.size() - tile * TilePath.FULL);
            String name = new TilePath(TilePath.ENTRIES, tile, width).name();
            readBundle(tile * TilePath.FULL, ByteBuffer.wrap(http.get(server, "/log/" + name)));
        }
        seen.forEach((size, root) -> {
            if (size > tree.size() || !roots.get(Math.toIntExact(size)).equals(root)) {
                throw new TrialException("the checkpoint of size " + size + " that was shown is not of this history,"
                        + " which has " + tree.size() + " entries");
            }
        });
    }

    private void readBundle(long first, ByteBuffer bundle) {
        for (long index = first; bundle.hasRemaining(); index++) {
            byte[] entry = new byte[Short.toUnsignedInt(bundle.getShort())];
            bundle.get(entry);
            if (index < tree.size()) {
                if (!Arrays.equals(entry, entries.get((int) index))) {
                    throw new TrialException("the entry " + index + " has changed");
                }
            } else {
                add(index, entry);
            }
        }
    }

    private void add(long index, byte[] entry) {
        entries.add(entry);
        tree.append(TreeHash.leaf(entry));
        roots.add(Bytes.of(tree.root()));
        JsonNode read = EngineJson.MAPPER.readTree(entry);
        if (read.get("type").stringValue().equals("urne.poll.BallotCast.v1")) {
            places.computeIfAbsent(read.get("cause").stringValue(), cause -> new ArrayList<>())
                    .add(index);
        }
    }

    /** Checks that a ballot stands in the log once, at the place that its receipt tells and proves. */
    void check(String cause, Receipt receipt) {
        List<Long> found = places.getOrDefault(cause, List.of());
        if (!found.equals(List.of(receipt.index()))) {
            throw new TrialException(
                    "the ballot " + cause + " was acknowledged at " + receipt.index() + " and stands at " + found);
        }
        if (!receipt.proves(entries.get((int) receipt.index()))) {
            throw new TrialException("the receipt of the ballot " + cause + " does not prove its entry");
        }
    }

    /** Entries read so far. */
    long size() {
        return tree.size();
    }

    /** How many different checkpoints were shown. */
    int checkpoints() {
        return seen.size();
    }

    /** Ballots in the log. */
    int ballots() {
        return places.size();
    }

    /** Checks that no ballot stands in the log twice. */
    void checkOnce() {
        places.forEach((cause, found) -> {
            if (found.size() > 1) {
                throw new TrialException("the ballot " + cause + " stands in the log at " + found);
            }
        });
    }
}
