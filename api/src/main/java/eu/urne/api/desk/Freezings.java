package eu.urne.api.desk;

import eu.urne.api.web.ProblemException;
import eu.urne.engine.council.DrawId;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Freezings that are under way: with quotas the panels are searched first, which can take longer than a browser waits.
 * One for each draw; they are in memory only, and one that a restart has ended has written nothing. Safe for use by
 * many threads.
 */
final class Freezings {

    private final Map<DrawId, Freezing> running = new ConcurrentHashMap<>();
    private final Clock clock;

    Freezings(Clock clock) {
        this.clock = clock;
    }

    /**
     * One that was asked for.
     *
     * @param form as it was typed
     * @param startedMs milliseconds since the epoch
     * @param done with the reason why nothing was frozen; empty for none
     */
    record Freezing(FreezeForm form, long startedMs, CompletableFuture<Optional<ProblemException>> done) {

        /** Why nothing was frozen, once it has ended; what the freezing has thrown is thrown here. */
        Optional<ProblemException> result() {
            try {
                return done.join();
            } catch (CompletionException e) {
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw e;
            }
        }
    }

    /** Begins one, unless the draw has one already, and waits a little whether it ends. */
    void begin(DrawId draw, FreezeForm form, Supplier<Optional<ProblemException>> freeze, Duration patience) {
        Freezing freezing = running.computeIfAbsent(draw, id -> {
            CompletableFuture<Optional<ProblemException>> done = new CompletableFuture<>();
            Thread.ofVirtual().name("freezing " + id).start(() -> {
                try {
                    done.complete(freeze.get());
                } catch (RuntimeException e) {
                    done.completeExceptionally(e);
                }
            });
            return new Freezing(form, clock.millis(), done);
        });
        try {
            freezing.done().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) { // whoever asks for what has ended is told
        }
    }

    /** For how many seconds one has been running; empty where none is, or it has ended. */
    Optional<Long> seconds(DrawId draw) {
        return Optional.ofNullable(running.get(draw))
                .filter(freezing -> !freezing.done().isDone())
                .map(freezing -> Math.max(0, clock.millis() - freezing.startedMs()) / 1_000);
    }

    /** One that has ended, once. */
    Optional<Freezing> ended(DrawId draw) {
        Freezing freezing = running.get(draw);
        return freezing != null && freezing.done().isDone() && running.remove(draw, freezing)
                ? Optional.of(freezing)
                : Optional.empty();
    }
}
