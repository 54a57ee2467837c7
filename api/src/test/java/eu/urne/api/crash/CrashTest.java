package eu.urne.api.crash;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.api.crash.Election.Step;
import eu.urne.api.crash.Visit.GoneException;
import eu.urne.audit.EvidenceSource;
import eu.urne.audit.PollReport;
import eu.urne.audit.Report;
import eu.urne.audit.Verification;
import eu.urne.audit.note.Receipt;
import eu.urne.audit.note.VerifierKey;
import eu.urne.engine.EngineJson;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * An election on a server that is killed with SIGKILL again and again: while it starts, while the staff prepares, while
 * ballots are cast, while the poll is closed. What was acknowledged stays, to the byte; what was not can be sent again.
 * The moments are random; {@code -Durne.crash.seed=<n>} repeats those of a run.
 */
class CrashTest {

    private static final String KEY = "a-key-of-the-staff-for-tests";
    private static final int TABLETS = 6;

    /** When a life of the server ends: so many milliseconds after this. */
    private enum Moment {
        START,
        ANSWERS,
        FIRST_BALLOT,
        LAST_BALLOT,
        NEVER
    }

    @TempDir
    Path folder;

    private final long seed = Long.getLong("urne.crash.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final ExecutorService killer = Executors.newSingleThreadExecutor();
    private final Election election = new Election();
    private final Map<String, String> stepReplies = new HashMap<>();
    private final Map<Integer, String> receipts = new ConcurrentHashMap<>();
    private final Set<String> verifierKeys = new HashSet<>();

    @AfterEach
    void stop() {
        killer.shutdownNow();
    }

    @Test
    void nothingAcknowledgedIsLost() throws Exception {
        System.out.println("CrashTest: moments of -Durne.crash.seed=" + seed);
        lifeUntilKilled(Moment.START, 3_000);
        lifeUntilKilled(Moment.ANSWERS, 700);
        lifeUntilKilled(Moment.FIRST_BALLOT, 500);
        lifeUntilKilled(Moment.FIRST_BALLOT, 250);
        int acknowledged = receipts.size();
        lifeUntilKilled(Moment.LAST_BALLOT, 120);

        assertThat(acknowledged)
                .as("ballots acknowledged in lives that were killed")
                .isPositive();
        try (ServerProcess server = started()) {
            Visit visit = new Visit(server.address(), KEY);
            run(visit, server, Moment.NEVER, 0);
            assertEveryReceiptIsGivenAgain(visit);
            assertOutcome(visit);
            assertEvidence(visit, server.verifierKey());
            visit.close();
        }
        assertThat(verifierKeys).hasSize(1);
    }

    private ServerProcess started() throws Exception {
        return new ServerProcess(folder.resolve("data"), folder, KEY).awaitAnswers();
    }

    /** One life of the server, which ends at a random moment of at most so many milliseconds after that. */
    private void lifeUntilKilled(Moment moment, int latestMs) throws Exception {
        int delayMs = random.nextInt(latestMs);
        if (moment == Moment.START) {
            try (ServerProcess server = new ServerProcess(folder.resolve("data"), folder, KEY)) {
                killAfter(server, delayMs);
                server.awaitEnd();
            }
            return;
        }
        try (ServerProcess server = started();
                Visit visit = new Visit(server.address(), KEY)) {
            if (moment == Moment.ANSWERS) {
                killAfter(server, delayMs);
            }
            run(visit, server, moment, delayMs);
        } catch (GoneException e) {
            assertThat(e).hasCauseInstanceOf(java.io.IOException.class);
        }
    }

    private void killAfter(ServerProcess server, int delayMs) {
        killer.execute(() -> server.killAfter(delayMs));
    }

    /** All that is left to do of the election, as far as the server lives. */
    private void run(Visit visit, ServerProcess server, Moment moment, int delayMs) throws Exception {
        verifierKeys.add(server.verifierKey());
        steps(visit, Election.beforeVoting());
        election.learn(visit.get(Election.PATH + "?after=" + indexOf("open")));
        Runnable atFirstBallot = moment == Moment.FIRST_BALLOT ? () -> killAfter(server, delayMs) : () -> {};
        castWhatIsLeft(visit, atFirstBallot);
        if (moment == Moment.LAST_BALLOT) {
            killAfter(server, delayMs);
        }
        steps(visit, Election.afterVoting());
    }

    private void steps(Visit visit, List<Step> steps) throws GoneException {
        for (Step step : steps) {
            String reply = visit.step(step);
            String before = stepReplies.putIfAbsent(step.key(), reply);
            boolean isRegister = step.path().contains("/register/"); // tells how many are new, so it changes
            if (before != null && !isRegister) {
                assertThat(reply)
                        .as("the answer to %s, given again", step.key())
                        .isEqualTo(before);
            }
        }
    }

    private long indexOf(String step) {
        return EngineJson.MAPPER.readTree(stepReplies.get(step)).get("index").longValue();
    }

    private void castWhatIsLeft(Visit visit, Runnable firstBallot) throws Exception {
        Queue<Integer> left = new ConcurrentLinkedQueue<>(IntStream.range(0, Election.VOTERS)
                .filter(voter -> !receipts.containsKey(voter))
                .boxed()
                .toList());
        AtomicBoolean first = new AtomicBoolean(true);
        try (ExecutorService tablets = Executors.newFixedThreadPool(TABLETS)) {
            List<Future<?>> all = new ArrayList<>();
            for (int tablet = 0; tablet < TABLETS; tablet++) {
                all.add(tablets.submit(() -> {
                    for (Integer voter = left.poll(); voter != null; voter = left.poll()) {
                        receipts.put(voter, visit.cast(election.ballot(voter)));
                        if (first.getAndSet(false)) {
                            firstBallot.run();
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private void assertEveryReceiptIsGivenAgain(Visit visit) throws GoneException {
        assertThat(receipts).hasSize(Election.VOTERS);
        for (Map.Entry<Integer, String> each : receipts.entrySet()) {
            assertThat(visit.receipt(election.ballot(each.getKey())))
                    .as("receipt of voter %s", each.getKey())
                    .isEqualTo(each.getValue());
        }
        assertThat(visit.cast(election.ballot(0))).isEqualTo(receipts.get(0));
    }

    private void assertOutcome(Visit visit) throws GoneException {
        JsonNode outcome = visit.get(Election.PATH + "/outcome?after=" + indexOf("outcome"));
        assertThat(outcome.get("counted").intValue()).isEqualTo(Election.VOTERS);
        assertThat(outcome.get("selected").valueStream().map(JsonNode::stringValue))
                .containsExactlyElementsOf(Election.WINNERS);
    }

    private void assertEvidence(Visit visit, String verifierKey) throws Exception {
        Path zip = folder.resolve("evidence.zip");
        visit.download("/api/evidence.zip", zip);
        VerifierKey key = VerifierKey.parse(verifierKey);
        try (EvidenceSource source = EvidenceSource.open(zip.toString())) {
            Report report = Verification.of(source).withKey(key).run();
            assertThat(report.findings()).isEmpty();
            assertThat(report.verified()).isTrue();
            assertThat(report.ballots()).isEqualTo(Election.VOTERS);
            assertThat(report.polls()).singleElement().satisfies(poll -> assertThat(winners(poll))
                    .containsExactlyElementsOf(Election.WINNERS));
        }
        for (String receipt : receipts.values()) {
            Receipt.parse(receipt.getBytes(StandardCharsets.UTF_8)).note().verify(key);
        }
    }

    private static List<String> winners(PollReport poll) {
        PollReport.Decision decision = poll.decision();
        return decision == null
                ? List.of()
                : decision.winners().stream().map(PollReport.Winner::id).toList();
    }
}
