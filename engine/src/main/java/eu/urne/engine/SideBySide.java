package eu.urne.engine;

import eu.urne.engine.roll.RollCommand.AdmissionCommand;
import eu.urne.engine.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/**
 * Sends commands about many persons side by side, so that the log commits them together. Safe for use by many threads.
 */
public final class SideBySide {

    private static final int CONCURRENCY = 256;

    private final Commands commands;
    private final Semaphore permits = new Semaphore(CONCURRENCY);

    /** Sends through this door, 256 at a time, of all callers of this instance together. */
    public SideBySide(Commands commands) {
        this.commands = commands;
    }

    /**
     * Sends each as a command of its own, of the day, and waits for all.
     *
     * @return the answers, in the order of the commands
     * @throws StoreException if the store failed or is busy: send the same again
     */
    public List<Answer> send(List<? extends AdmissionCommand> about, CommandOrigin origin) {
        List<Future<Answer>> answers = new ArrayList<>();
        try (ExecutorService sender = Executors.newVirtualThreadPerTaskExecutor()) {
            for (AdmissionCommand each : about) {
                answers.add(sender.submit(() -> {
                    permits.acquire();
                    try {
                        return commands.send(
                                each, origin.then(each.person().pseudonym()).toTheDay());
                    } finally {
                        permits.release();
                    }
                }));
            }
        }
        return answers.stream().map(SideBySide::answer).toList();
    }

    private static Answer answer(Future<Answer> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("interrupted while the register was written", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new StoreException("the register cannot be written", e);
        }
    }
}
