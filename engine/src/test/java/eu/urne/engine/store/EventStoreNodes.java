package eu.urne.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.urne.engine.Refusal;
import eu.urne.engine.log.Checkpoint;
import eu.urne.engine.log.Entry;
import eu.urne.engine.log.EntryCodec;
import eu.urne.engine.log.MerkleTree;
import eu.urne.engine.log.Proofs;
import eu.urne.engine.log.Receipt;
import eu.urne.engine.log.Signer;
import eu.urne.engine.log.TreeHash;
import eu.urne.engine.store.LogReader.SizedNote;
import eu.urne.engine.store.trial.TrialEventStoreDb;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Several nodes on one server of our own that fails on demand. Terms of the entries stand in their data. */
@Timeout(240)
abstract class EventStoreNodes {

    static final Refusal NO = new Refusal(Refusal.Reason.WRONG_STATE, "no");
    static final long SHORT_MS = 1_500;

    @TempDir
    Path folder;

    final TrialEventStoreDb server = TrialEventStoreDb.start();
    private final List<SequencedLog> opened = new ArrayList<>();

    SequencedLog open(String node) {
        return open(node, server.connection(), TestLogs.SIGNERS);
    }

    SequencedLog open(String node, String connection, Map<LogName, Signer> signers) {
        SequencedLog log = EventStoreLog.open(
                new StoreSettings.EventStoreDb(connection, Optional.empty()),
                folder.resolve(node + ".db"),
                signers,
                0,
                EventStoreNodes::terms);
        opened.add(log);
        return log;
    }

    private static Guard.Terms terms(byte[] sealed) {
        JsonNode data = EntryCodec.read(sealed).data();
        List<Condition> conditions = new ArrayList<>();
        data.path("needs").forEach(claim -> conditions.add(new Condition.Made(Claim.of(claim.asString()), NO)));
        data.path("excludes").forEach(claim -> conditions.add(new Condition.NotMade(Claim.of(claim.asString()), NO)));
        List<Claim> makes = new ArrayList<>();
        data.path("makes").forEach(claim -> makes.add(Claim.of(claim.asString())));
        return new Guard.Terms(conditions, makes);
    }

    @AfterEach
    void stop() {
        server.faults().none();
        opened.forEach(SequencedLog::close);
        server.close();
    }

    static PendingEntry entry(SequencedLog log, String stream, long seq, String cause, String... terms) {
        var data = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < terms.length; i += 2) {
            data.withArray(terms[i]).add(terms[i + 1]);
        }
        Entry entry =
                new Entry(Entry.id(cause, 0), stream, seq, "urne.test.Happened.v1", 0, "node", cause, Map.of(), data);
        LogName name = LogName.of(stream);
        return PendingEntry.of(name, entry, log.codec(name).seal(entry), Guard.Terms.NONE);
    }

    static AppendResult append(SequencedLog log, String stream, long seq, String... terms) {
        return log.append(List.of(entry(log, stream, seq, stream + ":" + seq, terms)));
    }

    /** Rebuilds the tree of a log from its entries and holds every checkpoint and every receipt against it. */
    static void assertSound(SequencedLog log, LogName name) {
        List<byte[]> leaves = new ArrayList<>();
        for (StoredEntry entry : log.reader().range(name, 0, 100_000)) {
            assertThat(entry.index()).isEqualTo(leaves.size());
            leaves.add(TreeHash.leaf(entry.sealed()));
        }
        assertThat(log.checkpoint(name).size()).isEqualTo(leaves.size());
        for (SizedNote note : log.reader().checkpoints(name, 0, 100_000)) {
            Checkpoint checkpoint = Checkpoint.verify(note.note(), log.verifierKey(name));
            assertThat(checkpoint.root()).isEqualTo(MerkleTree.rootOf(leaves.subList(0, (int) checkpoint.size())));
        }
        for (int index = 0; index < leaves.size(); index++) {
            Receipt receipt = log.receipt(name, index);
            Checkpoint checkpoint = Checkpoint.verify(receipt.checkpoint(), log.verifierKey(name));
            assertThat(Proofs.verifyInclusion(
                            index, checkpoint.size(), leaves.get(index), receipt.proof(), checkpoint.root()))
                    .isTrue();
        }
    }

    /** Waits until all have the same end, and looks that they have come to it the same way. */
    static void assertOneHistory(SequencedLog... nodes) {
        for (LogName name : LogName.values()) {
            await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
                for (SequencedLog node : nodes) {
                    assertThat(node.checkpoint(name)).isEqualTo(nodes[0].checkpoint(name));
                }
            });
            for (SequencedLog node : nodes) {
                assertSound(node, name);
                assertThat(node.reader().checkpoints(name, 0, 100_000))
                        .isEqualTo(nodes[0].reader().checkpoints(name, 0, 100_000));
            }
        }
    }
}
