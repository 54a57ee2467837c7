package eu.urne.api.witness;

import eu.urne.engine.log.Checkpoint;
import eu.urne.engine.log.WitnessPolicy;
import eu.urne.engine.store.LogName;
import eu.urne.engine.store.LogReader.SizedNote;
import eu.urne.engine.store.SequencedLog;
import eu.urne.engine.store.StoreException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
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
    private final Path file;
    private final List<WitnessClient> witnesses = new ArrayList<>();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final ExecutorService asking = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("witnesses").daemon().factory());
    private volatile @Nullable SizedNote shown;
    private volatile @Nullable String waiting;

    private WitnessedPublication(SequencedLog log, WitnessPolicy policy, Path file) {
        this.log = log;
        this.policy = policy;
        this.file = file;
        policy.witnesses().forEach(witness -> witness.url()
                .ifPresent(url -> witnesses.add(new WitnessClient(witness, url, log, http))));
    }

    /**
     * Starts asking.
     *
     * @param file where the shown checkpoint is kept
     * @param pause between two rounds of questions
     * @throws StoreException in one sentence, if the policy is about another log, or the file holds a checkpoint that
     *     this log has not reached: then it was restored to an older state and must not go on under its name
     */
    @SuppressWarnings("FutureReturnValueIgnored") // a round tells itself what failed
    public static WitnessedPublication start(SequencedLog log, WitnessPolicy policy, Path file, Duration pause) {
        if (!policy.names(log.verifierKey(LogName.PUBLIC))) {
            throw new StoreException("the policy of the witnesses does not name the key of this log, "
                    + log.verifierKey(LogName.PUBLIC));
        }
        WitnessedPublication publication = new WitnessedPublication(log, policy, file);
        publication.shown = shownBefore(log, file).orElse(null);
        publication.clock.scheduleWithFixedDelay(publication::round, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
        return publication;
    }

    @Override
    public Optional<SizedNote> checkpoint() {
        return Optional.ofNullable(shown);
    }

    @Override
    public Optional<String> waiting() {
        return Optional.ofNullable(waiting);
    }

    /**
     * The checkpoint that was shown last, if any.
     *
     * @param file where it is kept
     * @throws StoreException in one sentence, if the log does not continue it
     */
    public static Optional<SizedNote> shownBefore(SequencedLog log, Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            String note = Files.readString(file);
            Checkpoint published = Checkpoint.verify(note, log.verifierKey(LogName.PUBLIC));
            long size = published.size();
            long reached = log.checkpoint(LogName.PUBLIC).size();
            if (size > reached || !Arrays.equals(published.root(), log.root(LogName.PUBLIC, size))) {
                throw new StoreException("the log has " + reached + " entries that do not continue the checkpoint of "
                        + size + " that was published: it was restored to an older state and cannot go on under"
                        + " its name");
            }
            return Optional.of(new SizedNote(size, note));
        } catch (IOException | IllegalArgumentException e) {
            throw new StoreException("the file " + file + " is no published checkpoint: " + e.getMessage(), e);
        }
    }

    /** One round: asks all witnesses about the latest checkpoint, if it is not shown yet. */
    private void round() {
        try {
            SizedNote latest = log.checkpoint(LogName.PUBLIC);
            SizedNote before = shown;
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
            keep(cosigned.note());
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

    private void keep(String note) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(
                draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(note.getBytes(StandardCharsets.UTF_8));
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
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
