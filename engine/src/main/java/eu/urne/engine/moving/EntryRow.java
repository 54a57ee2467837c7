package eu.urne.engine.moving;

import eu.urne.engine.store.LogName;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An entry with all that a store keeps of it, as the store tells it and unchecked. Two are equal if every byte is.
 *
 * @param position in the one order of both logs, from 1
 * @param index in its own log, from 0
 * @param stream name of the stream; null for an entry that belongs to none
 * @param seq number in the stream; null where there is no stream
 * @param id 16 bytes
 * @param sealed the exact bytes, signature included
 */
record EntryRow(
        long position,
        LogName log,
        long index,
        @Nullable String stream,
        @Nullable Long seq,
        byte[] id,
        byte[] sealed) {

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EntryRow that
                && position == that.position
                && log == that.log
                && index == that.index
                && Objects.equals(stream, that.stream)
                && Objects.equals(seq, that.seq)
                && Arrays.equals(id, that.id)
                && Arrays.equals(sealed, that.sealed);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(position);
    }

    /** How sentences name it. */
    String name() {
        return "entry " + index + " of the " + word(log) + " log";
    }

    /** How sentences name a log. */
    static String word(LogName log) {
        return log == LogName.PUBLIC ? "public" : "register";
    }
}
