package eu.urne.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.urne.engine.Refusal;
import eu.urne.engine.log.Checkpoint;
import eu.urne.engine.log.Entry;
import eu.urne.engine.log.MerkleTree;
import eu.urne.engine.log.Proofs;
import eu.urne.engine.log.Receipt;
import eu.urne.engine.log.TreeHash;
import eu.urne.engine.log.VerifierKey;
import eu.urne.engine.store.AppendResult.Appended;
import eu.urne.engine.store.AppendResult.Conflicted;
import eu.urne.engine.store.AppendResult.Refused;
import eu.urne.engine.store.FaultyConnection.When;
import eu.urne.engine.store.LogReader.SizedNote;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.JsonNodeFactory;

@ParameterizedClass
@EnumSource(
        value = TestStore.class,
        names = {"SQLITE", "POSTGRESQL"})
class SequencedLogTest {

    private static final Refusal NO = new Refusal(Refusal.Reason.WRONG_STATE, "no");

    @Parameter
    TestStore store;

    @TempDir
    Path folder;

    private final FaultyConnection faults = new FaultyConnection();
    private SequencedLog log;

    @BeforeEach
    void open() {
        log = store.open(folder, TestLogs.SIGNERS, faults::wrap);
    }

    @AfterEach
    void close() {
        log.close();
    }

    private PendingEntry pending(String stream, long seq, Guard.Terms terms) {
        String cause = stream + ":" + seq;
        var data = JsonNodeFactory.instance.objectNode().put("n", seq);
        Entry entry =
                new Entry(Entry.id(cause, 0), stream, seq, "urne.test.Happened.v1", 0, "node", cause, Map.of(), data);
        LogName name = LogName.of(stream);
        return PendingEntry.of(name, entry, log.codec(name).seal(entry), terms);
    }

    private AppendResult append(String stream, long seq) {
        return log.append(List.of(pending(stream, seq, Guard.Terms.NONE)));
    }

    /** Rebuilds the tree of a log from its entries and holds every checkpoint and every receipt against it. */
    private void assertSound(LogName name) {
        VerifierKey key = log.verifierKey(name);
        List<byte[]> leaves = new ArrayList<>();
        for (StoredEntry entry : log.reader().range(name, 0, 100_000)) {
            assertThat(entry.index()).isEqualTo(leaves.size());
            leaves.add(TreeHash.leaf(entry.sealed()));
        }
        assertThat(log.checkpoint(name).size()).isEqualTo(leaves.size());
        for (SizedNote note : log.reader().checkpoints(name, 0, 100_000)) {
            Checkpoint checkpoint = Checkpoint.verify(note.note(), key);
            assertThat(checkpoint.root()).isEqualTo(MerkleTree.rootOf(leaves.subList(0, (int) checkpoint.size())));
        }
        for (int index = 0; index < leaves.size(); index++) {
            Receipt receipt = log.receipt(name, index);
            Checkpoint checkpoint = Checkpoint.verify(receipt.checkpoint(), key);
            assertThat(Proofs.verifyInclusion(
                            index, checkpoint.size(), leaves.get(index), receipt.proof(), checkpoint.root()))
                    .isTrue();
        }
    }

    @Test
    void bothLogsBeginWithTheirGenesisAndGrowApart() {
        assertThat(append("poll/a", 0)).isInstanceOf(Appended.class);
        assertThat(append("register/a", 0)).isInstanceOf(Appended.class);
        assertThat(append("register/a", 1)).isInstanceOf(Appended.class);
        assertThat(log.checkpoint(LogName.PUBLIC).size()).isEqualTo(2);
        assertThat(log.checkpoint(LogName.REGISTER).size()).isEqualTo(3);
        assertSound(LogName.PUBLIC);
        assertSound(LogName.REGISTER);
    }

    @Test
    void theFirstEventBehindAPositionIsThatOfTheLogThatIsAskedFor() {
        assertThat(log.reader().firstEventAfter(LogName.PUBLIC, 0)).isEmpty();
        append("register/a", 0);
        append("poll/a", 0);
        append("register/a", 1);
        append("poll/a", 1);
        long last = log.reader().lastPosition();
        assertThat(log.reader().firstEventAfter(LogName.PUBLIC, 0)).hasValue(1);
        assertThat(log.reader().firstEventAfter(LogName.PUBLIC, last - 2)).hasValue(2);
        assertThat(log.reader().firstEventAfter(LogName.REGISTER, last - 2)).hasValue(2);
        assertThat(log.reader().firstEventAfter(LogName.REGISTER, last - 1)).isEmpty();
    }

    @Test
    void manyCallersAtOnceAreAllIncludedInOneHistory() throws Exception {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<AppendResult>> answers = new ArrayList<>();
            for (int stream = 0; stream < 1_500; stream++) {
                String name = (stream % 3 == 0 ? "register/" : "ballot/") + stream;
                answers.add(callers.submit(() -> append(name, 0)));
            }
            for (Future<AppendResult> answer : answers) {
                assertThat(answer.get()).isInstanceOf(Appended.class);
            }
        }
        assertThat(log.reader().checkpoints(LogName.PUBLIC, 0, 2_000)).hasSizeLessThan(900);
        assertSound(LogName.PUBLIC);
        assertSound(LogName.REGISTER);
    }

    @Test
    void ofManyAppendsToOnePlaceExactlyOneLandsAndTheRestLoseOnlyThemselves() throws Exception {
        int landed = 0;
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<AppendResult>> rivals = new ArrayList<>();
            List<Future<AppendResult>> others = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                String other = "other/" + i;
                String cause = "rival-" + i;
                rivals.add(callers.submit(() -> log.append(List.of(rival(cause)))));
                others.add(callers.submit(() -> append(other, 0)));
            }
            for (Future<AppendResult> rival : rivals) {
                landed += rival.get() instanceof Appended ? 1 : 0;
            }
            for (Future<AppendResult> other : others) {
                assertThat(other.get()).isInstanceOf(Appended.class);
            }
        }
        assertThat(landed).isEqualTo(1);
        assertSound(LogName.PUBLIC);
    }

    private PendingEntry rival(String cause) {
        var data = JsonNodeFactory.instance.objectNode();
        Entry entry =
                new Entry(Entry.id(cause, 0), "one", 0, "urne.test.Happened.v1", 0, "node", cause, Map.of(), data);
        return PendingEntry.of(LogName.PUBLIC, entry, log.codec(LogName.PUBLIC).seal(entry), Guard.Terms.NONE);
    }

    @Test
    void aNumberThatIsNotTheNextIsAConflict() {
        assertThat(append("a", 1)).isInstanceOf(Conflicted.class);
        assertThat(append("a", 0)).isInstanceOf(Appended.class);
        assertThat(append("a", 0)).isInstanceOf(Conflicted.class);
        assertThat(append("a", 2)).isInstanceOf(Conflicted.class);
    }

    @Test
    void severalEntriesLandAllOrNone() {
        append("b", 0);
        AppendResult result = log.append(List.of(pending("a", 0, Guard.Terms.NONE), pending("b", 0, Guard.Terms.NONE)));
        assertThat(result).isInstanceOf(Conflicted.class);
        assertThat(log.reader().stream("a", 0, 1)).isEmpty();
    }

    @Test
    void aGuardLooksAtWhatEarlierEntriesOfTheSameAppendEstablish() {
        Claim open = Claim.of("open");
        Guard.Terms opens = new Guard.Terms(List.of(), List.of(open));
        Guard.Terms needs = new Guard.Terms(List.of(new Condition.Made(open, NO)), List.of());
        Guard.Terms excludes = new Guard.Terms(List.of(new Condition.NotMade(open, NO)), List.of());
        assertThat(log.append(List.of(pending("x", 0, needs)))).isEqualTo(new Refused(NO));
        assertThat(log.append(List.of(pending("a", 0, opens), pending("b", 0, needs))))
                .isInstanceOf(Appended.class);
        assertThat(log.append(List.of(pending("x", 0, needs)))).isInstanceOf(Appended.class);
        assertThat(log.append(List.of(pending("y", 0, excludes)))).isEqualTo(new Refused(NO));
        assertThat(log.reader().stream("y", 0, 1)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(When.class)
    void whateverStatementFailsNothingAcknowledgedIsLostAndTheHistoryGoesOn(When when) {
        boolean fired = true;
        for (int fault = 0; fired; fault++) {
            String stream = "s/" + fault;
            faults.arm(fault, when);
            PendingEntry entry = pending(stream, 0, new Guard.Terms(List.of(), List.of(Claim.of(stream))));
            try {
                assertThat(log.append(List.of(entry))).isInstanceOf(Appended.class);
                assertThat(log.reader().stream(stream, 0, 1)).hasSize(1);
            } catch (StoreException e) {
                AppendResult retried = log.append(List.of(entry));
                boolean wasCommitted = retried instanceof Conflicted;
                assertThat(wasCommitted || retried instanceof Appended).isTrue();
            }
            fired = faults.hasFired();
            assertThat(log.reader().stream(stream, 0, 9)).hasSize(1);
            assertSound(LogName.PUBLIC);
        }
        assertThat(log.checkpoint(LogName.PUBLIC).size()).isGreaterThan(4);
    }

    @Test
    void aFailureInTheMiddleOfATileLeavesNoTrace() {
        for (int i = 0; i < 254; i++) {
            append("fill/" + i, 0);
        }
        for (int fault = 0; fault < 14; fault++) {
            faults.arm(fault, When.BEFORE);
            List<PendingEntry> four = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                four.add(pending("more/" + fault + "/" + i, 0, Guard.Terms.NONE));
            }
            try {
                log.append(four);
            } catch (StoreException e) {
                assertThat(log.append(four)).isInstanceOfAny(Appended.class, Conflicted.class);
            }
        }
        assertSound(LogName.PUBLIC);
        close();
        open();
        assertSound(LogName.PUBLIC);
    }

    @Test
    void aLogIsNotOpenedWithAnotherKey() {
        append("a", 0);
        close();
        var strangers = Map.of(
                LogName.PUBLIC, TestLogs.SIGNERS.get(LogName.REGISTER),
                LogName.REGISTER, TestLogs.SIGNERS.get(LogName.PUBLIC));
        assertThatThrownBy(() -> store.open(folder, strangers, UnaryOperator.identity()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("does not belong to the key");
        open();
    }

    @Test
    void aClosedLogRefusesInOneSentence() {
        close();
        assertThatThrownBy(() -> append("a", 0))
                .isInstanceOf(StoreException.class)
                .hasMessage("the log is closed");
        open();
    }
}
