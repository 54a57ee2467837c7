package eu.urne.projections.internal;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Up to which position of the log the read models are committed; readers can wait for it. */
public final class Progress {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();
    private long position;

    /** The position; 0 before the first event. */
    public long position() {
        lock.lock();
        try {
            return position;
        } finally {
            lock.unlock();
        }
    }

    /** Says that everything up to the position is committed. */
    void reach(long reached) {
        lock.lock();
        try {
            position = Math.max(position, reached);
            advanced.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until the position is reached.
     *
     * @return false if it was not within the time, or the thread was interrupted
     */
    public boolean await(long wanted, Duration timeout) {
        long leftNanos = timeout.toNanos();
        lock.lock();
        try {
            while (position < wanted) {
                if (leftNanos <= 0) {
                    return false;
                }
                leftNanos = advanced.awaitNanos(leftNanos);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
