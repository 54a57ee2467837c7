package eu.urne.audit.consult;

import java.util.List;

/**
 * What of a question decides about its table.
 *
 * @param id its id
 * @param kind its kind
 * @param cells ids of the cells of its table, in their order
 * @param most in how many cells an answer can be
 */
public record Question(String id, Kind kind, List<String> cells, int most) {

    /** The kinds of questions. */
    public enum Kind {
        /** One option. */
        ONE,
        /** Several options. */
        SEVERAL,
        /** Options in order. */
        RANKING,
        /** A step of a scale. */
        SCALE,
        /** A number, told in bands. */
        NUMBER,
        /** Free words. */
        TEXT
    }
}
