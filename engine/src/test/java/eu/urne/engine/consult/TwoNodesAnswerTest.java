package eu.urne.engine.consult;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.engine.DataDirectory;
import eu.urne.engine.poll.Hash;
import eu.urne.engine.store.Beside;
import eu.urne.engine.store.StoreSettings.Postgresql;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes with one store of answers. */
class TwoNodesAnswerTest {

    private static final QuestionnaireId SQUARE = new QuestionnaireId("square");

    @TempDir
    Path folder;

    private static KeptAnswer answer(int number) {
        return new KeptAnswer(new Hash("%064x".formatted(number)), new byte[32], new byte[] {(byte) number});
    }

    @Test
    void aFormHasOneAnswerAndIsInOneHandAtATime() {
        Postgresql at = Beside.emptyDatabase();
        try (DataDirectory oneData = DataDirectory.open(folder.resolve("one"), "test.example/log", at);
                DataDirectory twoData = DataDirectory.open(folder.resolve("two"), "test.example/log", at);
                AnswerStore one = AnswerStore.open(oneData);
                AnswerStore two = AnswerStore.open(twoData);
                ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
            AtomicInteger inside = new AtomicInteger();
            AtomicInteger most = new AtomicInteger();
            CompletableFuture<?>[] all = new CompletableFuture<?>[20];
            for (int i = 0; i < all.length; i++) {
                AnswerStore store = i % 2 == 0 ? one : two;
                KeptAnswer mine = answer(i);
                all[i] = CompletableFuture.supplyAsync(
                        () -> store.alone("form/1", () -> {
                            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                            KeptAnswer kept = store.put(SQUARE, "form/1", mine);
                            inside.decrementAndGet();
                            return kept;
                        }),
                        hands);
            }
            CompletableFuture.allOf(all).join();

            assertThat(most).hasValue(1);
            assertThat(one.all(SQUARE)).hasSize(1);
            two.erase(SQUARE);
            assertThat(one.all(SQUARE)).isEmpty();
        }
    }
}
