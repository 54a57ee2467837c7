package eu.urne.api.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes requests that may change something, as long as the server is not to end and its disk has room; readers are let
 * through. Whoever is not let in has changed nothing, and is told to send the same again.
 */
public final class Intake extends OncePerRequestFilter {

    private static final String RETRY_AFTER_S = "5";
    private static final String ENDING = "the server is about to end and takes nothing new; send the same again later";
    private static final String FULL =
            "the disk of the server is nearly full and nothing is taken; send the same again when there is room";

    private final DiskSpace disk;
    private final Phaser underWay = new Phaser(1);
    private volatile boolean ending;

    /** The intake of a server on this disk. */
    public Intake(DiskSpace disk) {
        this.disk = disk;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!ClientLimits.isWriting(request)) {
            chain.doFilter(request, response);
            return;
        }
        underWay.register(); // before it is asked whether the server ends: so none slips in behind the wait
        try {
            Optional<String> closed = closed();
            if (closed.isEmpty()) {
                chain.doFilter(request, response);
            } else {
                response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_S);
                response.setHeader(HttpHeaders.CONNECTION, "close");
                Problem.UNAVAILABLE.write(response, closed.get());
            }
        } finally {
            underWay.arriveAndDeregister();
        }
    }

    /** Why nothing is taken, in one sentence; empty if it is. */
    public Optional<String> closed() {
        if (ending) {
            return Optional.of(ENDING);
        }
        return disk.isScarce() ? Optional.of(FULL) : Optional.empty();
    }

    /** Whether the server is about to end. */
    public boolean isEnding() {
        return ending;
    }

    /**
     * Takes nothing new from now on, and waits until what is under way has been answered.
     *
     * @return whether all was, within that time
     */
    public boolean end(Duration patience) {
        ending = true;
        int phase = underWay.arriveAndDeregister();
        try {
            underWay.awaitAdvanceInterruptibly(phase, patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (TimeoutException e) {
            return false;
        }
    }
}
