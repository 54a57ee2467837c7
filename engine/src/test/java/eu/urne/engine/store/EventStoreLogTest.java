package eu.urne.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import eu.urne.engine.store.AppendResult.Appended;
import eu.urne.engine.store.AppendResult.Conflicted;
import eu.urne.engine.store.AppendResult.Refused;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The log in EventStoreDB: what is promised of every log, on several nodes. */
class EventStoreLogTest extends EventStoreNodes {

    @Test
    void bothLogsBeginWithTheirGenesisAndGrowApart() {
        SequencedLog log = open("a");
        assertThat(append(log, "poll/a", 0)).isInstanceOf(Appended.class);
        assertThat(append(log, "register/a", 0)).isInstanceOf(Appended.class);
        assertThat(append(log, "register/a", 1)).isInstanceOf(Appended.class);
        assertThat(log.checkpoint(LogName.PUBLIC).size()).isEqualTo(2);
        assertThat(log.checkpoint(LogName.REGISTER).size()).isEqualTo(3);
        assertSound(log, LogName.PUBLIC);
        assertSound(log, LogName.REGISTER);
    }

    @Test
    void theBytesOnTheServerAreThoseOfTheEntriesUnderTheirIds() {
        SequencedLog log = open("a");
        append(log, "poll/a", 0);
        assertThat(server.streams()).allMatch(name -> name.startsWith("urne+test.example/log+"));
        assertThat(server.size("urne+test.example/log+poll/a")).isEqualTo(1);
        assertThat(server.data("urne+test.example/log+poll/a", 0))
                .isEqualTo(log.reader().stream("poll/a", 0, 1).getFirst().sealed());
    }

    @Test
    void aNumberThatIsNotTheNextIsAConflictAndSoIsAnIdThatStands() {
        SequencedLog log = open("a");
        assertThat(append(log, "a", 1)).isInstanceOf(Conflicted.class);
        assertThat(append(log, "a", 0)).isInstanceOf(Appended.class);
        assertThat(append(log, "a", 0)).isInstanceOf(Conflicted.class);
        assertThat(append(log, "a", 2)).isInstanceOf(Conflicted.class);
        assertThat(log.append(List.of(entry(log, "b", 0, "a:0")))).isInstanceOf(Conflicted.class);
    }

    @Test
    void theEntriesOfOneAppendLandAllOrNoneAndBelongToOneStream() {
        SequencedLog log = open("a");
        append(log, "x", 0, "makes", "closed");
        List<PendingEntry> refused =
                List.of(entry(log, "a", 0, "one"), entry(log, "a", 1, "two", "excludes", "closed"));
        assertThat(log.append(refused)).isEqualTo(new Refused(NO));
        assertThat(log.reader().stream("a", 0, 9)).isEmpty();
        assertThat(log.append(List.of(
                        entry(log, "a", 0, "three", "makes", "opened"), entry(log, "a", 1, "four", "needs", "opened"))))
                .isInstanceOf(Appended.class);
        assertThat(log.reader().stream("a", 0, 9)).hasSize(2);
        assertThatThrownBy(() -> log.append(List.of(entry(log, "b", 0, "b"), entry(log, "c", 0, "c"))))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("belong to one stream");
    }

    @Test
    void whatComesBehindTheCloseInTheOrderIsRefusedOnEveryNodeAlthoughTheServerHasIt() {
        SequencedLog one = open("one");
        SequencedLog other = open("other");
        append(one, "poll/p", 0, "makes", "closed");
        assertThat(append(other, "ballot/b", 0, "excludes", "closed")).isEqualTo(new Refused(NO));
        assertThat(server.size("urne+test.example/log+ballot/b")).isEqualTo(1);
        assertThat(append(one, "ballot/b", 0)).isInstanceOf(Appended.class);
        assertOneHistory(one, other);
        assertThat(one.reader().stream("ballot/b", 0, 9)).hasSize(1);
    }

    @Test
    void aRefusedAppendMayBeMadeAgainUnderTheSameIdWhenItsTimeHasCome() {
        SequencedLog one = open("one");
        SequencedLog other = open("other");
        assertThat(append(one, "ballot/b", 0, "needs", "open")).isEqualTo(new Refused(NO));
        assertThat(append(other, "poll/p", 0, "makes", "open")).isInstanceOf(Appended.class);
        assertThat(append(other, "ballot/b", 0, "needs", "open")).isInstanceOf(Appended.class);
        assertOneHistory(one, other);
    }

    @Test
    void ofManyAppendsToOnePlaceFromSeveralNodesExactlyOneLands() throws Exception {
        List<SequencedLog> nodes = List.of(open("one"), open("other"));
        int landed = 0;
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<AppendResult>> rivals = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                SequencedLog node = nodes.get(i % 2);
                String cause = "rival-" + i;
                rivals.add(callers.submit(() -> node.append(List.of(entry(node, "one", 0, cause)))));
            }
            for (Future<AppendResult> rival : rivals) {
                landed += rival.get() instanceof Appended ? 1 : 0;
            }
        }
        assertThat(landed).isEqualTo(1);
        assertOneHistory(nodes.get(0), nodes.get(1));
    }

    @Test
    void theSameAppendManyTimesAtOnceLandsOnce() throws Exception {
        SequencedLog log = open("a");
        int landed = 0;
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<AppendResult>> same = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                same.add(callers.submit(() -> append(log, "one", 0)));
            }
            for (Future<AppendResult> one : same) {
                landed += one.get() instanceof Appended ? 1 : 0;
            }
        }
        assertThat(landed).isEqualTo(1);
        assertThat(server.size("urne+test.example/log+one")).isEqualTo(1);
    }

    @Test
    void twoNodesUnderLoadHaveOneHistoryWithEveryAcknowledgedEntryOnce() throws Exception {
        List<SequencedLog> nodes = List.of(open("one"), open("other"));
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<AppendResult>> answers = new ArrayList<>();
            for (int i = 0; i < 600; i++) {
                SequencedLog node = nodes.get(i % 2);
                String stream = (i % 3 == 0 ? "register/" : "ballot/") + i;
                answers.add(callers.submit(() -> append(node, stream, 0)));
            }
            for (Future<AppendResult> answer : answers) {
                assertThat(answer.get()).isInstanceOf(Appended.class);
            }
        }
        assertOneHistory(nodes.get(0), nodes.get(1));
        assertThat(nodes.get(0).checkpoint(LogName.PUBLIC).size()).isEqualTo(401);
        assertThat(nodes.get(0).checkpoint(LogName.REGISTER).size()).isEqualTo(201);
        assertThat(nodes.get(0).reader().checkpoints(LogName.PUBLIC, 0, 1_000)).hasSizeLessThan(300);
    }

    @Test
    void aNodeHearsOfWhatAnotherAppends() {
        SequencedLog one = open("one");
        SequencedLog other = open("other");
        Set<Long> heard = ConcurrentHashMap.newKeySet();
        other.whenOthersAppend(() -> heard.add(other.reader().lastPosition()));
        append(one, "a", 0);
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(heard).contains(3L));
    }

    @Test
    void aDeletedReplicaIsMadeAnewWithTheSameRoots() throws Exception {
        SequencedLog log = open("a");
        for (int i = 0; i < 300; i++) {
            append(log, "s/" + i, 0, i % 2 == 0 ? "makes" : "excludes", "c" + i / 4);
        }
        SequencedLog fresh = open("b");
        assertOneHistory(log, fresh);
        log.close();
        Files.delete(folder.resolve("a.db"));
        SequencedLog again = open("a");
        assertOneHistory(fresh, again);
    }

    @Test
    void aReplicaGoesOnFromWhereItWas() {
        SequencedLog log = open("a");
        append(log, "a", 0, "makes", "done");
        append(log, "b", 0, "excludes", "done");
        log.close();
        SequencedLog again = open("a");
        assertThat(append(again, "a", 1)).isInstanceOf(Appended.class);
        assertThat(append(again, "b", 0, "needs", "done")).isInstanceOf(Appended.class);
        assertOneHistory(again);
    }

    @Test
    void strangersInOurStreamsAreNotOfTheLogAndDisturbNobody() {
        SequencedLog one = open("one");
        append(one, "a", 0);
        server.write("urne+test.example/log+a", "urne.test.Happened.v1", "{}".getBytes(StandardCharsets.UTF_8));
        server.write(
                "urne+test.example/log++checkpoints",
                "urne.log.Sealed.v1",
                "{\"public\":1}".getBytes(StandardCharsets.UTF_8));
        server.write("urne+test.example/login+a", "x", "{}".getBytes(StandardCharsets.UTF_8));
        assertThat(append(one, "a", 1)).isInstanceOf(Appended.class);
        SequencedLog other = open("other");
        assertOneHistory(one, other);
        assertThat(one.checkpoint(LogName.PUBLIC).size()).isEqualTo(3);
    }

    @Test
    void anAppendOfNothingReturnsWhenOneHasSeenWhatOthersWereTold() {
        SequencedLog one = open("one");
        SequencedLog other = open("other");
        for (int i = 0; i < 10; i++) {
            append(one, "s/" + i, 0);
            assertThat(other.append(List.of())).isInstanceOf(Appended.class);
            assertThat(other.reader().stream("s/" + i, 0, 1)).hasSize(1);
        }
    }

    /** A monitor behind a balancer must not see entries taken back. */
    @Test
    void theLatestCheckpointIsTheSameOnEveryNodeAtOnce() {
        SequencedLog one = open("one");
        SequencedLog other = open("other");
        for (int i = 0; i < 20; i++) {
            append(one, "s/" + i, 0);
            assertThat(other.latestCheckpoint(LogName.PUBLIC)).isEqualTo(one.checkpoint(LogName.PUBLIC));
        }
    }

    @Test
    void whoWatchesIsToldOfAppendsAndOfThoseThatFailed() {
        SequencedLog log = open("one");
        List<String> told = new ArrayList<>();
        log.observe(new AppendObserver() {
            @Override
            public void appended(long nanos) {
                told.add("appended");
            }

            @Override
            public void committed(int appends) {}

            @Override
            public void failed(StoreException why) {
                told.add("failed: " + why.getMessage());
            }
        });
        append(log, "s/1", 0);
        log.close();
        assertThatThrownBy(() -> append(log, "s/2", 0)).isInstanceOf(StoreException.class);

        assertThat(told).containsExactly("appended", "failed: the log is closed");
    }

    @Test
    void aClosedLogRefusesInOneSentence() {
        SequencedLog log = open("a");
        log.close();
        assertThatThrownBy(() -> append(log, "a", 0))
                .isInstanceOf(StoreException.class)
                .hasMessage("the log is closed");
    }
}
