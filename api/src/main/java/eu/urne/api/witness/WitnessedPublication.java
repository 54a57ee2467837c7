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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Shows a checkpoint once its witnesses have cosigned it. The log goes on meanwhile, and at most every few seconds its
 * latest checkpoint is sent to all witnesses. What was shown once is kept on disk and shown again after a restart.
 */
public final class WitnessedPublication implements Publication {

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
        publication.load();
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

    private void load() {
        if (!Files.exists(file)) {
            return;
        }
        try {
            String note = Files.readString(file);
            long size = Checkpoint.verify(note, log.verifierKey(LogName.PUBLIC)).size();
            long reached = log.checkpoint(LogName.PUBLIC).size();
            if (size > reached) {
                throw new StoreException("the log has " + reached + " entries, but a checkpoint of " + size
                        + " was published: it was restored to an older state and cannot go on under its name");
            }
            shown = new SizedNote(size, note);
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
        List<CompletableFuture<Asked>> questions = witnesses.stream()
                .map(witness -> CompletableFuture.supplyAsync(() -> asked(witness, latest, text), asking))
                .toList();
        Map<String, String> lines = new LinkedHashMap<>();
        List<String> failures = new ArrayList<>();
        for (CompletableFuture<Asked> question : questions) {
            Asked asked = question.join();
            if (asked.line() != null) {
                lines.put(asked.name(), asked.line());
            } else {
                failures.add(asked.name() + " " + asked.failure());
            }
        }
        if (policy.reached(lines.keySet())) {
            SizedNote cosigned = new SizedNote(latest.size(), latest.note() + String.join("", lines.values()));
            keep(cosigned.note());
            shown = cosigned;
            waiting = null;
        } else {
            waiting = "the checkpoint of " + latest.size() + " entries waits for its witnesses: " + lines.size()
                    + " of " + policy.witnesses().size() + " cosigned"
                    + (failures.isEmpty() ? "" : "; " + String.join("; ", failures));
        }
    }

    private static Asked asked(WitnessClient witness, SizedNote checkpoint, String text) {
        try {
            return new Asked(witness.name(), witness.cosign(checkpoint, text), null);
        } catch (WitnessException e) {
            return new Asked(witness.name(), null, e.getMessage());
        }
    }

    private void keep(String note) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(
                draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(note.getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Stops asking. */
    @Override
    public void close() {
        clock.shutdownNow();
        http.shutdownNow();
        asking.close();
    }
}
