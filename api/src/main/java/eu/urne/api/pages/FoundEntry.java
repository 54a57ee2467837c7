package eu.urne.api.pages;

import eu.urne.api.rest.CodeReply;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the public log that has the code. It is never told what a ballot says, nor whether it counts.
 *
 * @param index in the public log
 * @param type of the event
 * @param ballot whether it is a ballot
 * @param poll id of the poll that it belongs to; null for none
 * @param title of the poll; null for none
 * @param day on which it was recorded, UTC
 * @param code of the entry
 * @param receipt path of the receipt's file
 * @param entry path of the entry's bytes
 */
public record FoundEntry(
        long index,
        String type,
        boolean ballot,
        @Nullable String poll,
        @Nullable String title,
        LocalDate day,
        CodeReply code,
        String receipt,
        String entry) {}
