package eu.urne.audit.entry;

import eu.urne.audit.crypto.Bytes;
import eu.urne.audit.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * An entry whose form is right (docs/formats/log.md, section 3).
 *
 * @param id a UUID in lower-case text
 * @param stream the stream; null for an event that belongs to none
 * @param seq its number in the stream; 0 if it belongs to none
 * @param type the type of the event
 * @param at milliseconds since 1970, from 0
 * @param by who commanded
 * @param cause id of the command
 * @param data the event
 * @param keyId 8 hex digits: which key signed
 * @param signature 64 bytes
 * @param unsigned the canonical bytes without the member {@code sig}
 */
public record Entry(
        String id,
        @Nullable String stream,
        long seq,
        EventType type,
        long at,
        String by,
        String cause,
        Json data,
        String keyId,
        Bytes signature,
        Bytes unsigned) {}
