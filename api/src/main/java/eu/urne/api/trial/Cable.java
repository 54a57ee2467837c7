package eu.urne.api.trial;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The way from a node to its database: a port of its own, behind which connections can be cut, stalled and refused. */
final class Cable implements AutoCloseable {

    private enum State {
        PLUGGED,
        STALLED,
        UNPLUGGED
    }

    private static final int BUFFER = 16_384;

    private final ServerSocket entry;
    private final int port;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final AtomicLong losses = new AtomicLong();
    private State state = State.PLUGGED;

    private Cable(ServerSocket entry, int port) {
        this.entry = entry;
        this.port = port;
    }

    /** A cable to a port of this machine. */
    static Cable to(int port) {
        try {
            Cable cable = new Cable(new ServerSocket(0, 100, InetAddress.getLoopbackAddress()), port);
            Thread.ofVirtual().start(cable::accept);
            return cable;
        } catch (IOException e) {
            throw new TrialException("no port is free: " + e.getMessage(), e);
        }
    }

    /** The port at this end. */
    int port() {
        return entry.getLocalPort();
    }

    private void accept() {
        while (!entry.isClosed()) {
            try {
                Socket near = entry.accept();
                if (isUnplugged()) {
                    reset(near);
                } else {
                    Thread.ofVirtual().start(() -> connect(near));
                }
            } catch (IOException e) {
                if (!entry.isClosed()) {
                    throw new TrialException("the cable is broken: " + e.getMessage(), e);
                }
            }
        }
    }

    private void connect(Socket near) {
        try {
            Socket far = new Socket(InetAddress.getLoopbackAddress(), port);
            near.setTcpNoDelay(true);
            far.setTcpNoDelay(true);
            sockets.add(near);
            sockets.add(far);
            long made = losses.get();
            Thread.ofVirtual().start(() -> pump(near, far, made));
            pump(far, near, made);
        } catch (IOException e) {
            reset(near); // nobody is at the other end
        }
    }

    private void pump(Socket from, Socket to, long made) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                awaitPassage();
                if (losses.get() == made) {
                    out.write(buffer, 0, read);
                }
            }
        } catch (IOException e) {
            reset(to); // as a router does
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            sockets.remove(from);
        }
    }

    private boolean isUnplugged() {
        lock.lock();
        try {
            return state == State.UNPLUGGED;
        } finally {
            lock.unlock();
        }
    }

    private void awaitPassage() throws InterruptedException {
        lock.lock();
        try {
            while (state == State.STALLED) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    private void become(State next) {
        lock.lock();
        try {
            state = next;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Lets everything through. */
    void plug() {
        become(State.PLUGGED);
    }

    /** Lets nothing through, and tells nobody, until it is plugged. */
    void stall() {
        become(State.STALLED);
    }

    /** Resets all connections and refuses new ones until it is plugged. */
    void unplug() {
        become(State.UNPLUGGED);
        cut();
    }

    /** Nothing gets through on the connections that there are, and nobody is told. */
    void lose() {
        losses.incrementAndGet();
    }

    /** Resets all connections. */
    void cut() {
        sockets.forEach(Cable::reset);
    }

    private static void reset(Socket socket) {
        try (socket) {
            socket.setSoLinger(true, 0); // RST instead of FIN
        } catch (IOException e) {
            return; // it was gone already
        }
    }

    @Override
    public void close() {
        try {
            entry.close();
        } catch (IOException e) {
            throw new TrialException("the cable cannot be removed: " + e.getMessage(), e);
        }
        unplug();
    }
}
