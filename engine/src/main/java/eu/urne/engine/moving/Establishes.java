package eu.urne.engine.moving;

import eu.urne.engine.log.Entry;
import eu.urne.engine.store.Claim;
import java.util.List;

/** What an entry has established when it got its place: the claims of the guards' terms, which follow from it alone. */
@FunctionalInterface
public interface Establishes {

    /**
     * The claims of an entry.
     *
     * @throws RuntimeException if its data are not those of its type
     */
    List<Claim> claims(Entry entry);
}
