package eu.urne.engine.moving;

import eu.urne.engine.log.Base64Strict;
import eu.urne.engine.log.CanonicalJson;
import eu.urne.engine.log.Entry;
import eu.urne.engine.log.EntryCodec;
import eu.urne.engine.log.TreeHash;
import eu.urne.engine.store.Claim;
import eu.urne.engine.store.LogName;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A row and what its bytes say, with what is wrong with them taken alone (docs/formats/log.md, sections 2 and 3).
 *
 * @param entry null if the bytes are none
 * @param key id of the signing key; empty if there is none
 * @param unsigned the canonical bytes that were signed
 * @param wrong ends of sentences that begin with the entry
 */
record ReadEntry(
        EntryRow row,
        @Nullable Entry entry,
        String key,
        byte[] unsigned,
        byte[] signature,
        byte[] leaf,
        List<Claim> claims,
        List<String> wrong) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> REQUIRED = Set.of("v", "id", "type", "at", "by", "cause", "data", "key", "sig");
    private static final Set<String> OPTIONAL = Set.of("stream", "seq", "meta");
    private static final byte[] NONE = new byte[0];

    /** Reads a row; a pure function, so that many are read at once. */
    static ReadEntry of(EntryRow row, Establishes establishes) {
        byte[] leaf = TreeHash.leaf(row.sealed());
        List<String> wrong = new ArrayList<>();
        try {
            ObjectNode object = canonical(row.sealed(), wrong);
            checkMembers(object, wrong);
            Entry entry = EntryCodec.read(row.sealed());
            compare(row, entry, wrong);
            String key = object.path("key").stringValue("");
            byte[] signature = Base64Strict.decode(object.path("sig").stringValue(""));
            object.remove("sig");
            List<Claim> claims = claims(entry, establishes, wrong);
            return new ReadEntry(row, entry, key, CanonicalJson.bytes(object), signature, leaf, claims, wrong);
        } catch (JacksonException | IllegalArgumentException | IllegalStateException e) {
            wrong.add("has bytes that are no entry: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
            return new ReadEntry(row, null, "", NONE, NONE, leaf, List.of(), wrong);
        }
    }

    private static ObjectNode canonical(byte[] sealed, List<String> wrong) {
        JsonNode value = JSON.readTree(sealed);
        if (!(value instanceof ObjectNode object)) {
            throw new IllegalArgumentException("not a JSON object");
        }
        if (!Arrays.equals(CanonicalJson.bytes(object), sealed)) {
            wrong.add("is not canonical JSON");
        }
        if (sealed.length > Entry.MAX_BYTES) {
            wrong.add("has " + sealed.length + " bytes, at most " + Entry.MAX_BYTES + " are allowed");
        }
        return object;
    }

    private static void checkMembers(ObjectNode object, List<String> wrong) {
        for (String name : object.propertyNames()) {
            if (!REQUIRED.contains(name) && !OPTIONAL.contains(name)) {
                wrong.add("has the member \"" + name + "\", which the format does not know");
            }
        }
        if (object.has("stream") != object.has("seq")) {
            wrong.add("has one of stream and seq only");
        }
        if (object.path("v").intValue(0) != 1) {
            wrong.add("is of another version of the format");
        }
    }

    private static void compare(EntryRow row, Entry entry, List<String> wrong) {
        if (!Objects.equals(row.stream(), entry.stream())) {
            wrong.add("stands under the stream " + row.stream() + ", its bytes say " + entry.stream());
        }
        @Nullable Long seq = entry.stream() == null ? null : entry.seq();
        if (!Objects.equals(row.seq(), seq)) {
            wrong.add("stands under the number " + row.seq() + " of its stream, its bytes say " + seq);
        }
        if (!Arrays.equals(row.id(), bytes(entry.id()))) {
            wrong.add("stands under another id than that of its bytes, " + entry.id());
        }
        if (row.log() != LogName.of(entry.stream())) {
            wrong.add("belongs to the other log by its stream " + entry.stream());
        }
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static List<Claim> claims(Entry entry, Establishes establishes, List<String> wrong) {
        try {
            return establishes.claims(entry);
        } catch (RuntimeException e) {
            wrong.add("has data that are not those of the type " + entry.type());
            return List.of();
        }
    }
}
