package eu.urne.audit;

/**
 * What was found about the register of a poll, in a register log.
 *
 * @param poll poll id
 * @param closed whether admissions are closed
 * @param admitted persons admitted
 * @param handedOut cards handed out
 */
public record RegisterReport(String poll, boolean closed, long admitted, long handedOut) {}
