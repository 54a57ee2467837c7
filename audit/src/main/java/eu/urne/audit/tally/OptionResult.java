package eu.urne.audit.tally;

/**
 * The result of one option.
 *
 * @param id id of the option
 * @param score its score, from 0
 * @param verdict what became of it
 */
public record OptionResult(String id, long score, Verdict verdict) {}
