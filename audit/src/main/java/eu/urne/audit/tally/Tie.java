package eu.urne.audit.tally;

import java.util.List;

/**
 * A tie that matters (docs/formats/events.md, sections 3 and 4).
 *
 * @param method the tie-break, as the definition writes it
 * @param options ids of the options told, in the order that the method gave
 * @param score the score of the first of them
 */
public record Tie(String method, List<String> options, long score) {}
