package eu.urne.engine.works;

import eu.urne.engine.log.CanonicalJson;

/** Limits of the numbers that stand in the log. */
final class Bounds {

    private Bounds() {}

    static void check(String field, long number) {
        if (number < -CanonicalJson.MAX_INTEGER || number > CanonicalJson.MAX_INTEGER) {
            throw new IllegalArgumentException(field + ": it is from -(2^53-1) to 2^53-1, not " + number);
        }
    }
}
