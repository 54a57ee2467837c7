package eu.urne.engine.moving;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.engine.log.Entry;
import eu.urne.engine.store.AppendResult.Appended;
import eu.urne.engine.store.Claim;
import eu.urne.engine.store.Guard;
import eu.urne.engine.store.LogName;
import eu.urne.engine.store.PendingEntry;
import eu.urne.engine.store.SequencedLog;
import eu.urne.engine.store.StoreSettings;
import eu.urne.engine.store.TestLogs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Entries for tests, each of which says itself what it establishes. */
final class TrialLog {

    /** What the entries of this class establish. */
    static final Establishes ESTABLISHES =
            entry -> StreamSupport.stream(entry.data().path("makes").spliterator(), false)
                    .map(text -> Claim.of(text.stringValue()))
                    .toList();

    private TrialLog() {}

    /** Opens the log of a store. */
    static SequencedLog open(StoreSettings store, Path file) {
        return SequencedLog.open(store, file, TestLogs.SIGNERS, 0, bytes -> Guard.Terms.NONE);
    }

    /** An entry that makes a claim. */
    static PendingEntry entry(SequencedLog log, String stream, long seq, String cause, int number) {
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("n", seq);
        data.putArray("makes").add("made " + stream + " " + seq).add("seen " + seq);
        Entry entry = new Entry(
                Entry.id(cause, number), stream, seq, "urne.test.Happened.v1", 0, "node", cause, Map.of(), data);
        LogName name = LogName.of(stream);
        return PendingEntry.of(
                name, entry, log.codec(name).seal(entry), new Guard.Terms(List.of(), ESTABLISHES.claims(entry)));
    }

    /**
     * Appends entries to both logs, in commits of different sizes: each stream has two entries of one command, then
     * one.
     */
    static void fill(SequencedLog log, String prefix, int streams) {
        for (int i = 0; i < streams; i += 100) {
            List<Thread> callers = new ArrayList<>();
            for (int j = i; j < Math.min(i + 100, streams); j++) {
                String stream = (j % 5 == 0 ? "register/" : "thing/") + prefix + j;
                callers.add(Thread.ofVirtual().start(() -> {
                    String two = "two:" + stream;
                    append(log, List.of(entry(log, stream, 0, two, 0), entry(log, stream, 1, two, 1)));
                    append(log, List.of(entry(log, stream, 2, "one:" + stream, 0)));
                }));
            }
            for (Thread caller : callers) {
                try {
                    caller.join();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    /** Appends, which must work. */
    static void append(SequencedLog log, List<PendingEntry> entries) {
        assertThat(log.append(entries)).isInstanceOf(Appended.class);
    }
}
