package eu.urne.engine;

import java.util.ArrayDeque;
import java.util.Deque;

/** Parts that are opened one after another, and closed the other way round where a later one fails. */
final class Opened {

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    /** The part, which is closed with all others. */
    <T extends AutoCloseable> T add(T part) {
        parts.push(part);
        return part;
    }

    /** Closes all; what cannot be closed is told beside why. */
    void closeAfter(RuntimeException why) {
        for (AutoCloseable part : parts) {
            try {
                part.close();
            } catch (Exception e) {
                why.addSuppressed(e);
            }
        }
    }
}
