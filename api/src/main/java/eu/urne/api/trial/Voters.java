package eu.urne.api.trial;

import eu.urne.audit.note.Receipt;
import eu.urne.engine.EngineJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;

/**
 * Devices that cast ballots at any of the nodes, send the same bytes again until they are acknowledged, and remember.
 */
final class Voters implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final Duration PROBE = Duration.ofSeconds(2);
    private static final Duration MOST = Duration.ofMinutes(4);

    /** What was acknowledged. */
    record Acknowledged(String cause, byte[] body, String text, Receipt receipt) {}

    private final List<Node> nodes;
    private final TrialPoll poll;
    private final History history;
    private final Http http = new Http();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<Integer, Acknowledged> all = new ConcurrentHashMap<>();
    private final AtomicLong retries = new AtomicLong();

    Voters(List<Node> nodes, TrialPoll poll, History history) {
        this.nodes = nodes;
        this.poll = poll;
        this.history = history;
    }

    /** Begins to cast the ballots of these voters; what was acknowledged, when it is all. */
    Future<List<Acknowledged>> cast(int from, int to, int devices, int paceMs) {
        Queue<Integer> left = new ConcurrentLinkedQueue<>();
        for (int voter = from; voter < to; voter++) {
            left.add(voter);
        }
        List<Future<List<Acknowledged>>> some = new ArrayList<>();
        for (int device = 0; device < devices; device++) {
            some.add(threads.submit(() -> castAll(left, paceMs)));
        }
        return threads.submit(() -> {
            List<Acknowledged> done = new ArrayList<>();
            for (Future<List<Acknowledged>> each : some) {
                done.addAll(of(each));
            }
            return done;
        });
    }

    /** What a future has come to. */
    static <T> T of(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof TrialException known
                    ? known
                    : new TrialException(String.valueOf(e.getCause()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TrialException("interrupted", e);
        }
    }

    private List<Acknowledged> castAll(Queue<Integer> left, int paceMs) throws InterruptedException {
        List<Acknowledged> done = new ArrayList<>();
        for (Integer voter = left.poll(); voter != null; voter = left.poll()) {
            Moment.pass(ThreadLocalRandom.current().nextInt(paceMs + 1));
            done.add(castOne(voter));
        }
        return done;
    }

    private Acknowledged castOne(int voter) throws InterruptedException {
        TrialPoll.Sealed ballot = poll.ballot(voter);
        long end = System.nanoTime() + MOST.toNanos();
        while (System.nanoTime() < end) {
            Node node = nodes.get(ThreadLocalRandom.current().nextInt(nodes.size()));
            Optional<Acknowledged> done = attempt(node, ballot, PATIENCE);
            if (done.isPresent()) {
                all.put(voter, done.get());
                return done.get();
            }
            retries.incrementAndGet();
            Moment.pass(ThreadLocalRandom.current().nextInt(20, 200));
        }
        throw new TrialException("the ballot of voter " + voter + " is not taken for " + MOST.toSeconds() + " s");
    }

    /** Sends a ballot to a node once. */
    private Optional<Acknowledged> attempt(Node node, TrialPoll.Sealed ballot, Duration patience)
            throws InterruptedException {
        Optional<URI> address = node.address();
        if (address.isEmpty()) {
            return Optional.empty();
        }
        try {
            HttpResponse<byte[]> answer = http.post(address.get(), poll.ballots(), ballot.body(), patience);
            return switch (answer.statusCode()) {
                case 200, 201 -> Optional.of(acknowledged(ballot, answer.body()));
                case 429, 503 -> Optional.empty();
                default ->
                    throw new TrialException("a ballot was answered with " + answer.statusCode() + ": "
                            + new String(answer.body(), StandardCharsets.UTF_8));
            };
        } catch (IOException e) {
            return Optional.empty(); // whether it is in the log, nobody knows
        }
    }

    private Acknowledged acknowledged(TrialPoll.Sealed ballot, byte[] answer) {
        JsonNode reply = EngineJson.MAPPER.readTree(answer);
        String text = reply.get("receipt").stringValue();
        Receipt receipt = history.given(text);
        if (receipt.index() != reply.get("index").longValue()) {
            throw new TrialException(
                    "an answer tells the index " + reply.get("index") + " and gives the receipt of " + receipt.index());
        }
        return new Acknowledged(ballot.cause(), ballot.body(), text, receipt);
    }

    /** Casts the ballot of a voter at one node until it is taken; after how many nanoseconds. */
    long nanosUntilAnswer(Node node, int voter) {
        TrialPoll.Sealed ballot = poll.ballot(voter);
        long begin = System.nanoTime();
        try {
            while (System.nanoTime() - begin < MOST.toNanos()) {
                Optional<Acknowledged> done = attempt(node, ballot, PROBE);
                if (done.isPresent()) {
                    all.put(voter, done.get());
                    return System.nanoTime() - begin;
                }
                Moment.pass(20);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new TrialException("the node in " + node.folder() + " does not answer again");
    }

    /** Sends a ballot that was acknowledged to a node again: it must be known there, and get the same receipt. */
    void sendAgain(Acknowledged known, Node node) {
        try {
            HttpResponse<byte[]> answer =
                    http.post(node.address().orElseThrow(), poll.ballots(), known.body(), Duration.ofSeconds(20));
            String text = answer.statusCode() == 200
                    ? EngineJson.MAPPER.readTree(answer.body()).get("receipt").stringValue()
                    : "";
            if (!text.equals(known.text())) {
                throw new TrialException("the acknowledged ballot " + known.cause() + " was sent again and answered"
                        + " with " + answer.statusCode() + " and " + new String(answer.body(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new TrialException("a ballot that was sent again is not answered: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TrialException("interrupted", e);
        }
    }

    /** All that was ever acknowledged. */
    List<Acknowledged> all() {
        return List.copyOf(all.values());
    }

    long retries() {
        return retries.get();
    }

    Http http() {
        return http;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        http.close();
    }
}
