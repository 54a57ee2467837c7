package eu.urne.engine.consult;

import java.util.List;

/** What an answer says to a question. */
public sealed interface Reply {

    /** An option. */
    record One(String option) implements Reply {}

    /** Options: in order of the definition, or best first where they are ranked. */
    record Some(List<String> options) implements Reply {
        /** Copies the list. */
        public Some {
            options = List.copyOf(options);
        }
    }

    /** A step of a scale, or a number. */
    record Whole(long value) implements Reply {}

    /** Free words. */
    record Words(String text) implements Reply {}
}
