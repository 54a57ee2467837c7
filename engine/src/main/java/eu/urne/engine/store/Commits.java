package eu.urne.engine.store;

import io.kurrent.dbclient.Position;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Counts what a follower commits, for those who wait for it. Safe for use by many threads. */
final class Commits {

    private long count;
    private long seals = -1;
    private Replica.Progress progress = new Replica.Progress(null, -1);
    private @Nullable StoreException end;

    /** Another commit, or the first thing that is known: how far the replica is. */
    synchronized void add(Replica.Progress reached) {
        count++;
        progress = reached;
        seals = Math.max(seals, reached.seals());
        notifyAll();
    }

    /** All seals up to this one have been looked at, and what is below them committed. */
    synchronized void sealsSeen(long revision) {
        if (revision > seals) {
            seals = revision;
            notifyAll();
        }
    }

    /**
     * Waits until a seal has been looked at.
     *
     * @param patienceMs how long nothing may happen
     * @return whether it was
     * @throws StoreException if it will not be
     */
    synchronized boolean awaitSeal(long revision, long patienceMs) throws InterruptedException {
        long known = count;
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patienceMs);
        while (seals < revision) {
            check();
            if (count > known) {
                known = count;
                until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patienceMs);
            }
            long leftMs = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
            if (leftMs <= 0) {
                return false;
            }
            wait(leftMs);
        }
        return true;
    }

    /** Whether everything up to a place in the server's order has been committed, and its verdict told. */
    synchronized boolean havePassed(Position place) {
        Position position = progress.position();
        return position != null && place.compareTo(position) <= 0;
    }

    /** There will be no more. */
    synchronized void end(StoreException reason) {
        end = reason;
        notifyAll();
    }

    synchronized boolean hasEnded() {
        return end != null;
    }

    synchronized long count() {
        return count;
    }

    /** Revision of the last seal that has been looked at, -1 where there is none. */
    synchronized long seals() {
        return seals;
    }

    /** The reason why there are no more, as an exception. */
    synchronized void check() {
        StoreException reason = end;
        if (reason != null) {
            throw new StoreException(String.valueOf(reason.getMessage()), reason);
        }
    }

    /**
     * Waits until there are more than that, or the time is over.
     *
     * @return whether there are more
     * @throws StoreException if there will be no more
     */
    synchronized boolean awaitMoreThan(long known, long timeoutMs) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMs);
        while (count <= known) {
            check();
            long leftMs = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
            if (leftMs <= 0) {
                return false;
            }
            wait(leftMs);
        }
        return true;
    }
}
