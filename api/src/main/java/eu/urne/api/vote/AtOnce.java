package eu.urne.api.vote;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** Sends many requests side by side, as many desks and tablets do, so that the log commits them together. */
public final class AtOnce {

    private static final int REQUESTS = 64;

    private AtOnce() {}

    /**
     * Does something for each; returns when all is done.
     *
     * @throws RestException if one of them is refused or not answered
     */
    public static <T> void forEach(List<T> all, Consumer<T> request) {
        Semaphore permits = new Semaphore(REQUESTS);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> sent = new ArrayList<>(all.size());
            for (T each : all) {
                permits.acquireUninterruptibly();
                sent.add(threads.submit(() -> {
                    try {
                        request.accept(each);
                    } finally {
                        permits.release();
                    }
                }));
            }
            for (Future<?> each : sent) {
                each.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RestException("interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RestException refused
                    ? refused
                    : new RestException(String.valueOf(e.getCause().getMessage()), e);
        }
    }
}
