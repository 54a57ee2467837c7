package eu.urne.engine.store;

/** Names under which a command's metadata carries what an entry says about its origin. */
public final class EntryMeta {

    /** Id of the command. */
    public static final String CAUSE = "cause";

    /** Who commanded. */
    public static final String BY = "by";

    /** Milliseconds since the epoch, as a {@link Long}. */
    public static final String AT = "at";

    /** Who commands where nobody else does. */
    public static final String NODE = "node";

    private EntryMeta() {}
}
