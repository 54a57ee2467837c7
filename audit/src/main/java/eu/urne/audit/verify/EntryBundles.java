package eu.urne.audit.verify;

import eu.urne.audit.UnreadableEvidenceException;
import eu.urne.audit.json.MalformedException;
import java.util.Optional;

/** The bundles of entries of a whole log or of an extract, in the order of the log. Any thread may read them. */
interface EntryBundles {
    /** Gives how many there are. */
    long count();

    /** Gives the name of a bundle's file. */
    String name(long bundle);

    /** Gives how many entries a bundle has to hold, 1 to 256. All but the last hold 256. */
    int width(long bundle);

    /** Gives the index in the log of an entry, by its number among all entries that there are here. */
    long index(long number);

    /** Gives the number of an entry among all that there are here, by its index in the log. */
    int number(int index);

    /** Reads the file of a bundle; empty if it is missing, which is a finding of its own. */
    Optional<byte[]> read(long bundle) throws MalformedException, UnreadableEvidenceException;
}
