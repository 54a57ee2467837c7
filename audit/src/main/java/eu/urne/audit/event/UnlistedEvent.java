package eu.urne.audit.event;

import java.util.Set;

/**
 * An event of a type that this version does not list.
 *
 * @param type the whole type
 * @param context its context
 */
public record UnlistedEvent(String type, String context) implements Event {
    private static final Set<String> LISTED = Set.of("consult", "council", "log", "poll", "roll");

    /** Tells whether the type's context is one of which all types are listed. */
    public boolean isOfListedContext() {
        return LISTED.contains(context);
    }
}
