package eu.urne.audit.verify;

import eu.urne.audit.Check;
import eu.urne.audit.crypto.Bytes;
import eu.urne.audit.crypto.Digest128;
import eu.urne.audit.entry.Entry;
import eu.urne.audit.event.Event;
import org.jspecify.annotations.Nullable;

/**
 * What a worker found out about an entry without knowing those before it.
 *
 * @param index index of the entry
 * @param leaf its leaf hash
 * @param entry the entry, its data left out; null if its form is wrong
 * @param event what it says; null if its form or that of its data is wrong
 * @param signature what its signature is worth
 * @param cast what was found about a ballot; null for any other event
 * @param fault what is wrong with its form or data; null if nothing
 */
record ReadEntry(
        long index,
        Bytes leaf,
        @Nullable Entry entry,
        @Nullable Event event,
        SignatureState signature,
        @Nullable Cast cast,
        @Nullable Fault fault) {

    /** What a signature is worth. */
    enum SignatureState {
        GOOD,
        BAD,
        KEY_NOT_YET_KNOWN
    }

    /** What is wrong, and which check says so. */
    record Fault(Check check, String text) {}

    /** What a ballot shows by itself. */
    record Cast(Digest128 token, Digest128 encapsulated, boolean signed, boolean idIsCause) {}
}
