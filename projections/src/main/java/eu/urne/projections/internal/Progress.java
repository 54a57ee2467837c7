package eu.urne.projections.internal;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Up to which position of the log the read models are committed; readers can wait for it. Read models that are built
 * anew begin at 0 again, under a greater number of their build.
 */
public final class Progress {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();
    private long build;
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

    /** Says that everything up to the position is committed; news of an earlier build are none. */
    void reach(long ofBuild, long reached) {
        lock.lock();
        try {
            if (ofBuild > build || (ofBuild == build && reached > position)) {
                set(ofBuild, reached);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Says up to where everything is committed now, even if more had been before. */
    void set(long ofBuild, long reached) {
        lock.lock();
        try {
            build = ofBuild;
            position = reached;
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
