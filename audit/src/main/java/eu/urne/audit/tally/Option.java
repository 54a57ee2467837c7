package eu.urne.audit.tally;

/**
 * An option of a poll.
 *
 * @param id 1 to 64 bytes, once in the poll
 * @param cost cents, 0 to 2^53-1
 * @param title what people read
 */
public record Option(String id, long cost, String title) {}
