package eu.urne.engine.store;

import io.kurrent.dbclient.Position;
import java.util.List;
import java.util.UUID;

/**
 * The entries of one append as the server has them, in its order.
 *
 * @param position of the last of them
 * @param stream name on the server
 * @param whole whether all of them are there; if not, another program has written here
 * @param ids of the server's events, which are those of the entries
 * @param sealed the bytes of each entry
 */
record ServerAppend(Position position, String stream, boolean whole, List<UUID> ids, List<byte[]> sealed) {

    /** The id of its first entry. */
    UUID id() {
        return ids.getFirst();
    }
}
