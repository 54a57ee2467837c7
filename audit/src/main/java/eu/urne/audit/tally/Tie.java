package eu.urne.audit.tally;

import java.util.List;

/**
 * A tie that matters (docs/formats/events.md, sections 3 and 4).
 *
 * @param method the tie-break, as the definition writes it
 * @param options ids of all options of equal score, in the order that the method gave
 * @param score their score
 */
public record Tie(String method, List<String> options, long score) {}
