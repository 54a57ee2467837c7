package eu.urne.audit.extract;

import eu.urne.audit.tree.TilePath;

/**
 * The names of the files of the evidence of one poll or motion, besides that which tells of what it is
 * (docs/formats/evidence.md).
 */
public final class ExtractFiles {
    /** The checkpoint. */
    public static final String CHECKPOINT = "checkpoint";

    /** The indexes of the entries. */
    public static final String INDEXES = "indexes";

    /** The hashes that lead to the root. */
    public static final String PROOF = "proof";

    /** The verifier key. */
    public static final String VKEY = "vkey";

    private ExtractFiles() {}

    /**
     * Gives the name of a bundle.
     *
     * @param number from 0
     */
    public static String bundle(long number) {
        return "entries/" + TilePath.groups(number);
    }
}
