package eu.urne.engine.tally;

/**
 * What became of one option.
 *
 * @param option its id
 * @param reason why it won or lost
 */
public record Verdict(String option, Reason reason) {}
