package eu.urne.engine.store;

import eu.urne.engine.log.Origin;
import org.jspecify.annotations.Nullable;

/**
 * Names of an installation's streams on an EventStoreDB server. All begin with its origin between two plus signs, which
 * no origin has: so no installation's filter lets another's streams through.
 */
record ServerStreams(Origin origin) {

    private static final String OWN = "+";

    /** What all of them begin with. */
    String prefix() {
        return "urne+" + origin + "+";
    }

    /**
     * A regular expression that finds them and no others. The client has a filter by prefix too, but sends the prefix
     * as a regular expression without escaping it.
     */
    String filter() {
        return "^" + prefix().replaceAll("[\\\\*+?|{(\\[)^$.#]", "\\\\$0");
    }

    /**
     * The stream of entries of a stream.
     *
     * @param stream null for entries that belong to none
     */
    String of(@Nullable String stream) {
        if (stream == null) {
            return prefix() + OWN + "events";
        }
        if (stream.startsWith(OWN)) {
            throw new StoreException("no stream may be called " + stream);
        }
        return prefix() + stream;
    }

    /** Where the checkpoints are sealed. */
    String seals() {
        return prefix() + OWN + "checkpoints";
    }
}
