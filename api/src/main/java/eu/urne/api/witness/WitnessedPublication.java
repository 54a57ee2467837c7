package eu.urne.api.witness;

import eu.urne.engine.log.Checkpoint;
import eu.urne.engine.log.WitnessPolicy;
import eu.urne.engine.store.LogName;
import eu.urne.engine.store.LogReader.SizedNote;
import eu.urne.engine.store.SequencedLog;
import eu.urne.engine.store.StoreException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Shows a checkpoint once its witnesses have cosigned it. The log goes on meanwhile, and at most every few seconds its
 * latest checkpoint is sent to all witnesses. What was shown once is kept on disk and shown again after a restart.
 */
public final class WitnessedPublication implements Publication {

    /** How long a round waits for its quorum, and for the others once it has one. */
    private static final Duration ROUND = Duration.ofSeconds(15);

    private static final Duration GRACE = Duration.ofMillis(500);

    private record Asked(
            String name, @Nullable String line, @Nullable String failure) {}

    private final SequencedLog log;
    private final WitnessPolicy policy;
    private final ShownCheckpoint kept;
    private final List<WitnessClient> witnesses = new ArrayList<>();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final ExecutorService asking = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("witnesses").daemon().factory());
    private volatile @Nullable SizedNote shown;
    private volatile @Nullable String waiting;

    private WitnessedPublication(SequencedLog log, WitnessPolicy policy, ShownCheckpoint kept) {
        this.log = log;
        this.policy = policy;
        this.kept = kept;
        policy.witnesses().forEach(witness -> witness.url()
                .ifPresent(url -> witnesses.add(new WitnessClient(witness, url, log, http))));
    }

    /**
     * Starts asking.
     *
     * @param kept where the shown checkpoint is kept
     * @param pause between two rounds of questions
     * @throws StoreException in one sentence, if the policy is about another log, or a checkpoint is kept that this log
     *     has not reached: then it was restored to an older state and must not go on under its name
     */
    @SuppressWarnings("FutureReturnValueIgnored") // a round tells itself what failed
    public static WitnessedPublication start(
            SequencedLog log, WitnessPolicy policy, ShownCheckpoint kept, Duration pause) {
        if (!policy.names(log.verifierKey(LogName.PUBLIC))) {
            throw new StoreException("the policy of the witnesses does not name the key of this log, "
                    + log.verifierKey(LogName.PUBLIC));
        }
        WitnessedPublication publication = new WitnessedPublication(log, policy, kept);
        publication.shown = shownBefore(log, kept).orElse(null);
        publication.clock.scheduleWithFixedDelay(publication::round, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
        return publication;
    }

    @Override
    public Optional<SizedNote> checkpoint() {
        return kept.isShared() ? keptNote(log, kept) : Optional.ofNullable(shown);
    }

    @Override
    public Optional<String> waiting() {
        return Optional.ofNullable(waiting);
    }

    /**
     * The checkpoint that was shown last, if any.
     *
     * @param kept where it is kept
     * @throws StoreException in one sentence, if the log does not continue it
     */
    public static Optional<SizedNote> shownBefore(SequencedLog log, ShownCheckpoint kept) {
        Optional<SizedNote> note = keptNote(log, kept);
        if (note.isPresent()) {
            Checkpoint published = Checkpoint.verify(note.get().note(), log.verifierKey(LogName.PUBLIC));
            long size = published.size();
            long reached = log.checkpoint(LogName.PUBLIC).size();
            if (size > reached || !Arrays.equals(published.root(), log.root(LogName.PUBLIC, size))) {
                throw new StoreException("the log has " + reached + " entries that do not continue the checkpoint of "
                        + size + " that was published: it was restored to an older state and cannot go on under"
                        + " its name");
            }
        }
        return note;
    }

    private static Optional<SizedNote> keptNote(SequencedLog log, ShownCheckpoint kept) {
        try {
            return kept.note()
                    .map(note -> new SizedNote(
                            Checkpoint.verify(note, log.verifierKey(LogName.PUBLIC))
                                    .size(),
                            note));
        } catch (IOException | IllegalArgumentException e) {
            throw new StoreException(kept + " is no published checkpoint: " + e.getMessage(), e);
        }
    }

    /** One round: asks all witnesses about the latest checkpoint, if it is not shown yet. */
    private void round() {
        try {
            SizedNote latest = log.checkpoint(LogName.PUBLIC);
            SizedNote before = checkpoint().orElse(null);
            if (before == null || latest.size() > before.size()) {
                ask(latest);
            }
        } catch (RuntimeException | IOException e) {
            waiting = "the published checkpoint cannot be renewed: " + e.getMessage();
        }
    }

    private void ask(SizedNote latest) throws IOException {
        String text = latest.note().substring(0, latest.note().lastIndexOf("\n\n") + 1);
        BlockingQueue<Asked> answers = new LinkedBlockingQueue<>();
        List<Future<?>> questions = new ArrayList<>();
        for (WitnessClient witness : witnesses) {
            questions.add(asking.submit(() -> answers.add(asked(witness, latest, text))));
        }
        Map<String, String> lines = new LinkedHashMap<>();
        List<String> failures = new ArrayList<>();
        long deadline = System.nanoTime() + ROUND.toNanos();
        boolean reached = policy.reached(lines.keySet());
        for (int open = witnesses.size(); open > 0; open--) {
            Asked asked = next(answers, reached ? GRACE.toNanos() : deadline - System.nanoTime());
            if (asked == null) {
                break;
            }
            if (asked.line() != null) {
                lines.put(asked.name(), asked.line());
            } else {
                failures.add(asked.name() + " " + asked.failure());
            }
            reached = policy.reached(lines.keySet());
        }
        questions.forEach(question -> question.cancel(true));
        if (reached) {
            SizedNote cosigned = new SizedNote(latest.size(), latest.note() + String.join("", lines.values()));
            kept.keep(cosigned);
            shown = cosigned;
            waiting = null;
        } else {
            int silent = witnesses.size() - lines.size() - failures.size();
            if (silent > 0) {
                failures.add(silent + " did not answer in time");
            }
            waiting = waits(latest, lines.size()) + (failures.isEmpty() ? "" : "; " + String.join("; ", failures));
        }
    }

    /** The next answer; null if none comes within that time. */
    private static @Nullable Asked next(BlockingQueue<Asked> answers, long nanos) {
        try {
            return answers.poll(Math.max(0, nanos), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private String waits(SizedNote latest, int cosigned) {
        return "the checkpoint of " + latest.size() + " entries waits for its witnesses: " + cosigned + " of "
                + policy.witnesses().size() + " cosigned";
    }

    /** Whatever goes wrong with one witness is told of that one, and does not keep the others waiting. */
    private static Asked asked(WitnessClient witness, SizedNote checkpoint, String text) {
        try {
            return new Asked(witness.name(), witness.cosign(checkpoint, text), null);
        } catch (WitnessException e) {
            return new Asked(witness.name(), null, e.getMessage());
        } catch (RuntimeException e) {
            return new Asked(witness.name(), null, "cannot be asked: " + e.getMessage());
        }
    }

    /** Stops asking. */
    @Override
    public void close() {
        clock.shutdownNow();
        http.shutdownNow();
        asking.close();
    }
}
