package eu.urne.api.crash;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.api.crash.Election.Step;
import eu.urne.engine.EngineJson;
import eu.urne.engine.poll.SealedBallot;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is told to end while ballots are cast. */
class EndingTest {

    private static final String KEY = "a-key-of-the-staff-for-tests";
    private static final int TABLETS = 6;
    private static final int SIGTERM_EXIT = 143;

    @TempDir
    Path folder;

    private final Election election = new Election();
    private final Map<Integer, String> receipts = new ConcurrentHashMap<>();
    private final Map<Integer, HttpResponse<String>> refusals = new ConcurrentHashMap<>();

    @Test
    void whatWasAcknowledgedIsThereAndTheRestCanBeSentAgain() throws Exception {
        try (ServerProcess server = started();
                Visit visit = new Visit(server.address(), KEY)) {
            for (Step step : Election.beforeVoting()) {
                visit.step(step);
            }
            election.learn(visit.get(Election.PATH));
            castUntilItEnds(server);
            assertThat(server.exitCode()).isEqualTo(SIGTERM_EXIT);
        }
        assertThat(receipts).hasSizeBetween(50, Election.VOTERS - 1);
        assertThat(refusals.values()).allSatisfy(EndingTest::assertTellsToSendAgain);

        try (ServerProcess server = started();
                Visit visit = new Visit(server.address(), KEY)) {
            for (Map.Entry<Integer, String> each : receipts.entrySet()) {
                assertThat(visit.receipt(election.ballot(each.getKey()))).isEqualTo(each.getValue());
            }
            for (int voter : refusals.keySet()) {
                assertThat(visit.cast(election.ballot(voter))).isNotEmpty();
            }
        }
    }

    private ServerProcess started() throws IOException {
        return new ServerProcess(folder.resolve("data"), folder, KEY).awaitAnswers();
    }

    private void castUntilItEnds(ServerProcess server) throws InterruptedException {
        Queue<Integer> left = new ConcurrentLinkedQueue<>(
                IntStream.range(0, Election.VOTERS).boxed().toList());
        CountDownLatch fifty = new CountDownLatch(50);
        try (ExecutorService tablets = Executors.newFixedThreadPool(TABLETS);
                HttpClient http = HttpClient.newHttpClient()) {
            for (int tablet = 0; tablet < TABLETS; tablet++) {
                tablets.execute(() -> {
                    for (Integer voter = left.poll(); voter != null; voter = left.poll()) {
                        if (!cast(http, server, voter)) {
                            return;
                        }
                        fifty.countDown();
                    }
                });
            }
            fifty.await();
            server.end();
        }
    }

    /** Whether the server is there; what it answers is kept. */
    private boolean cast(HttpClient http, ServerProcess server, int voter) {
        SealedBallot ballot = election.ballot(voter);
        HttpRequest request = HttpRequest.newBuilder(server.address().resolve(Election.PATH + "/ballots"))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .header("Accept", "text/plain")
                .POST(BodyPublishers.ofString(EngineJson.MAPPER.writeValueAsString(ballot)))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            boolean taken = answer.statusCode() == 201;
            if (taken) {
                receipts.put(voter, answer.body());
            } else {
                refusals.put(voter, answer);
            }
            return taken;
        } catch (IOException e) {
            return false; // nothing was acknowledged
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void assertTellsToSendAgain(HttpResponse<String> refusal) {
        assertThat(refusal.statusCode()).isEqualTo(503);
        assertThat(refusal.headers().firstValue("Retry-After")).isPresent();
        assertThat(refusal.body())
                .contains("the server is about to end and takes nothing new; send the same again later");
    }
}
