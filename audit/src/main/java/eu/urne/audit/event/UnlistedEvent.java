package eu.urne.audit.event;

/**
 * An event of a type that this version does not list.
 *
 * @param type the whole type
 * @param context its context
 */
public record UnlistedEvent(String type, String context) implements Event {
    /** Tells whether the type's context is one of which all types are listed. */
    public boolean isOfListedContext() {
        return context.equals("log") || context.equals("poll") || context.equals("roll");
    }
}
