package eu.urne.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import eu.urne.engine.Refusal;
import eu.urne.engine.log.Checkpoint;
import eu.urne.engine.log.Entry;
import eu.urne.engine.log.MerkleTree;
import eu.urne.engine.log.TreeHash;
import eu.urne.engine.store.AppendResult.Appended;
import eu.urne.engine.store.AppendResult.Conflicted;
import eu.urne.engine.store.AppendResult.Refused;
import eu.urne.engine.store.LogReader.SizedNote;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.JsonNodeFactory;

/** Two nodes on one PostgreSQL database write one history. */
class TwoNodesTest {

    private static final Refusal NO = new Refusal(Refusal.Reason.WRONG_STATE, "no");

    @TempDir
    Path folder;

    private SequencedLog one;
    private SequencedLog other;

    @BeforeEach
    void open() {
        one = TestStore.POSTGRESQL.open(folder);
        other = TestStore.POSTGRESQL.open(folder);
    }

    @AfterEach
    void close() {
        one.close();
        other.close();
    }

    private static AppendResult append(SequencedLog log, String stream, long seq, Guard.Terms terms) {
        String cause = stream + ":" + seq;
        var data = JsonNodeFactory.instance.objectNode().put("n", seq);
        Entry entry =
                new Entry(Entry.id(cause, 0), stream, seq, "urne.test.Happened.v1", 0, "node", cause, Map.of(), data);
        LogName name = LogName.of(stream);
        return log.append(List.of(PendingEntry.of(name, entry, log.codec(name).seal(entry), terms)));
    }

    private void assertSound(SequencedLog log, LogName name) {
        List<byte[]> leaves = new ArrayList<>();
        for (StoredEntry entry : log.reader().range(name, 0, 100_000)) {
            assertThat(entry.index()).isEqualTo(leaves.size());
            leaves.add(TreeHash.leaf(entry.sealed()));
        }
        for (SizedNote note : log.reader().checkpoints(name, 0, 100_000)) {
            Checkpoint checkpoint = Checkpoint.verify(note.note(), log.verifierKey(name));
            assertThat(checkpoint.root()).isEqualTo(MerkleTree.rootOf(leaves.subList(0, (int) checkpoint.size())));
        }
        assertThat(log.checkpoint(name).size()).isEqualTo(leaves.size());
    }

    @Test
    void manyCallersOfBothWriteOneHistoryWithoutGaps() throws Exception {
        AtomicInteger landed = new AtomicInteger();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> answers = new ArrayList<>();
            for (int i = 0; i < 1_200; i++) {
                String stream = (i % 3 == 0 ? "register/" : "ballot/") + i;
                SequencedLog log = i % 2 == 0 ? one : other;
                SequencedLog rival = i % 2 == 0 ? other : one;
                answers.add(callers.submit(
                        () -> landed.addAndGet(append(log, stream, 0, Guard.Terms.NONE) instanceof Appended ? 1 : 0)));
                if (i % 10 == 0) {
                    answers.add(callers.submit(() ->
                            landed.addAndGet(append(rival, stream, 0, Guard.Terms.NONE) instanceof Appended ? 1 : 0)));
                }
            }
            for (Future<?> answer : answers) {
                answer.get();
            }
        }
        assertThat(landed).hasValue(1_200);
        for (LogName name : LogName.values()) {
            await().untilAsserted(() -> assertThat(one.checkpoint(name)).isEqualTo(other.checkpoint(name)));
            assertSound(one, name);
            assertSound(other, name);
        }
    }

    @Test
    void aNodeHearsOfWhatTheOtherAppendsWithoutWritingItself() {
        AtomicInteger told = new AtomicInteger();
        other.whenOthersAppend(told::incrementAndGet);
        assertThat(append(one, "a", 0, Guard.Terms.NONE)).isInstanceOf(Appended.class);
        await().untilAsserted(() -> {
            assertThat(other.checkpoint(LogName.PUBLIC)).isEqualTo(one.checkpoint(LogName.PUBLIC));
            assertThat(told.get()).isPositive();
        });
        assertThat(other.receipt(LogName.PUBLIC, 1))
                .usingRecursiveComparison()
                .isEqualTo(one.receipt(LogName.PUBLIC, 1));
    }

    /** A voter whose node died in the middle asks another one for the receipt. */
    @Test
    void theReceiptOfAnEntryIsGivenByTheOtherNodeAtOnce() {
        for (int i = 0; i < 100; i++) {
            append(one, "s/" + i, 0, Guard.Terms.NONE);
            assertThat(other.receipt(LogName.PUBLIC, i + 1)).satisfies(receipt -> assertThat(
                            Checkpoint.verify(receipt.checkpoint(), other.verifierKey(LogName.PUBLIC))
                                    .size())
                    .isGreaterThan(receipt.index()));
        }
    }

    /** A monitor behind a balancer must not see entries taken back. */
    @Test
    void theLatestCheckpointIsTheSameOnBothNodesAtOnceAndSoIsItsTree() {
        for (int i = 0; i < 100; i++) {
            append(one, "s/" + i, 0, Guard.Terms.NONE);
            SizedNote latest = other.latestCheckpoint(LogName.PUBLIC);
            assertThat(latest).isEqualTo(one.checkpoint(LogName.PUBLIC));
            assertThat(other.tile(LogName.PUBLIC, 0, 0, (int) latest.size()))
                    .isEqualTo(one.tile(LogName.PUBLIC, 0, 0, (int) latest.size()));
        }
    }

    @Test
    void aNodeWhoseAppendFailedGoesOnBehindWhatTheOtherHasAppendedMeanwhile() throws Exception {
        FaultyConnection faulty = new FaultyConnection();
        one.close();
        one = TestStore.POSTGRESQL.open(folder, TestLogs.SIGNERS, faulty::wrap);
        try (ExecutorService background = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 150; i++) {
                String stream = "s/" + i;
                Future<AppendResult> beside =
                        background.submit(() -> append(other, "o/" + stream, 0, Guard.Terms.NONE));
                faulty.arm(2, FaultyConnection.When.BEFORE);
                assertThatThrownBy(() -> append(one, stream, 0, Guard.Terms.NONE))
                        .hasMessageContaining("injected");
                assertThat(beside.get()).isInstanceOf(Appended.class);
                assertThat(append(one, stream, 0, Guard.Terms.NONE)).isInstanceOf(Appended.class);
            }
        }
        await().untilAsserted(
                        () -> assertThat(one.checkpoint(LogName.PUBLIC)).isEqualTo(other.checkpoint(LogName.PUBLIC)));
        assertSound(one, LogName.PUBLIC);
    }

    @Test
    void whatOneHasEstablishedTheOtherChecks() {
        Claim open = Claim.of("open");
        Guard.Terms needs = new Guard.Terms(List.of(new Condition.Made(open, NO)), List.of());
        assertThat(append(other, "b", 0, needs)).isEqualTo(new Refused(NO));
        assertThat(append(one, "a", 0, new Guard.Terms(List.of(), List.of(open))))
                .isInstanceOf(Appended.class);
        assertThat(append(other, "b", 0, needs)).isInstanceOf(Appended.class);
        assertThat(append(one, "b", 0, Guard.Terms.NONE)).isInstanceOf(Conflicted.class);
        assertThat(append(one, "b", 1, Guard.Terms.NONE)).isInstanceOf(Appended.class);
    }

    @Test
    void tilesThatTwoNodesHaveFilledTogetherAreThereOnce() {
        for (int i = 0; i < 600; i++) {
            assertThat(append(i % 7 < 3 ? one : other, "s/" + i, 0, Guard.Terms.NONE))
                    .isInstanceOf(Appended.class);
        }
        close();
        open();
        assertSound(one, LogName.PUBLIC);
        assertThat(one.tile(LogName.PUBLIC, 0, 1, 256)).isEqualTo(other.tile(LogName.PUBLIC, 0, 1, 256));
    }
}
