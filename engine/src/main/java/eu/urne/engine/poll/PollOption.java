package eu.urne.engine.poll;

import java.nio.charset.StandardCharsets;

/**
 * What can be voted for.
 *
 * @param id unique in its poll, 1 to 64 bytes
 * @param title as the city words it
 * @param cost in cents, from 0 to 2^53-1
 */
public record PollOption(String id, String title, long cost) {

    /** Checks id and cost. */
    public PollOption {
        int bytes = id.getBytes(StandardCharsets.UTF_8).length;
        if (bytes < 1 || bytes > 64) {
            throw new IllegalArgumentException("options: the id \"" + id + "\" must have 1 to 64 bytes");
        }
        Money.check("options: the cost of " + id, cost);
    }
}
