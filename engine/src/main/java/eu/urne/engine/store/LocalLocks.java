package eu.urne.engine.store;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Names that are held within this process. */
final class LocalLocks implements NamedLocks {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition released = lock.newCondition();
    private final Set<String> held = new HashSet<>();

    @Override
    public Held hold(String name) {
        lock.lock();
        try {
            while (!held.add(name)) {
                released.awaitUninterruptibly();
            }
            return () -> release(name);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Optional<Held> tryHold(String name) {
        lock.lock();
        try {
            return held.add(name) ? Optional.of(() -> release(name)) : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    private void release(String name) {
        lock.lock();
        try {
            held.remove(name);
            released.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {}
}
