package eu.urne.engine.log;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Entries to signed bytes and back (docs/formats/log.md, section 3). Safe for use by many threads. */
public final class EntryCodec {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String SIG_FOLLOWS = ",\"sig\":\"";

    private final Signer signer;
    private final byte[] prefix;

    /** A codec that signs with that key for the log that the key is named after. */
    public EntryCodec(Signer signer) {
        this.signer = signer;
        this.prefix = ("urne-entry-v1\n" + signer.verifierKey().origin() + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * The signed canonical bytes.
     *
     * @throws IllegalArgumentException in one sentence, if the entry has no canonical form or is too large
     */
    public byte[] seal(Entry entry) {
        byte[] unsigned = CanonicalJson.bytes(object(entry));
        String signature = Base64Strict.encode(signer.sign(join(prefix, unsigned)));
        byte[] sealed = insertSignature(unsigned, signature, entry);
        if (sealed.length > Entry.MAX_BYTES) {
            throw new IllegalArgumentException("an entry of type " + entry.type() + " has " + sealed.length
                    + " bytes, at most " + Entry.MAX_BYTES + " are allowed");
        }
        return sealed;
    }

    private ObjectNode object(Entry entry) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("v", 1);
        object.put("id", entry.id().toString());
        if (entry.stream() != null) {
            object.put("stream", entry.stream());
            object.put("seq", entry.seq());
        }
        object.put("type", entry.type());
        object.put("at", entry.at());
        object.put("by", entry.by());
        object.put("cause", entry.cause());
        if (!entry.meta().isEmpty()) {
            ObjectNode meta = object.putObject("meta");
            entry.meta().forEach(meta::put);
        }
        object.set("data", entry.data());
        object.put("key", signer.verifierKey().idHex());
        return object;
    }

    /**
     * Puts the member where it belongs in the order of names: the members behind it hold no nested value, so they are a
     * known suffix.
     */
    private static byte[] insertSignature(byte[] unsigned, String signature, Entry entry) {
        ObjectNode behind = JsonNodeFactory.instance.objectNode();
        if (entry.stream() != null) {
            behind.put("stream", entry.stream());
        }
        behind.put("type", entry.type()).put("v", 1);
        int suffix = CanonicalJson.bytes(behind).length; // its opening brace stands for the comma
        int at = unsigned.length - suffix;
        byte[] member = (SIG_FOLLOWS + signature + "\"").getBytes(StandardCharsets.US_ASCII);
        byte[] sealed = new byte[unsigned.length + member.length];
        System.arraycopy(unsigned, 0, sealed, 0, at);
        System.arraycopy(member, 0, sealed, at, member.length);
        System.arraycopy(unsigned, at, sealed, at + member.length, suffix);
        return sealed;
    }

    /** Reads stored bytes; they are our own and trusted, verification is the business of the audit module. */
    public static Entry read(byte[] sealed) {
        try {
            JsonNode object = JSON.readTree(sealed);
            JsonNode stream = object.get("stream");
            return new Entry(
                    UUID.fromString(text(object, "id")),
                    stream == null ? null : stream.stringValue(),
                    stream == null ? 0 : member(object, "seq").longValue(),
                    text(object, "type"),
                    member(object, "at").longValue(),
                    text(object, "by"),
                    text(object, "cause"),
                    meta(object.get("meta")),
                    member(object, "data"));
        } catch (JacksonException e) {
            throw new IllegalStateException("a stored entry is not JSON: the database is damaged", e);
        }
    }

    private static Map<String, String> meta(@Nullable JsonNode meta) {
        if (meta == null) {
            return Map.of();
        }
        Map<String, String> strings = new LinkedHashMap<>();
        meta.properties()
                .forEach(
                        member -> strings.put(member.getKey(), member.getValue().stringValue()));
        return strings;
    }

    private static String text(JsonNode object, String name) {
        return member(object, name).stringValue();
    }

    private static JsonNode member(JsonNode object, String name) {
        JsonNode member = object.get(name);
        if (member == null) {
            throw new IllegalStateException("a stored entry lacks \"" + name + "\": the database is damaged");
        }
        return member;
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] joined = new byte[first.length + second.length];
        System.arraycopy(first, 0, joined, 0, first.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }
}
