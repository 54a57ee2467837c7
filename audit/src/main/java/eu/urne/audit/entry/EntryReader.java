package eu.urne.audit.entry;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.urne.audit.crypto.Bytes;
import eu.urne.audit.crypto.Ed25519Key;
import eu.urne.audit.json.CanonicalJson;
import eu.urne.audit.json.CanonicalWriter;
import eu.urne.audit.json.Json;
import eu.urne.audit.json.Json.JsonObject;
import eu.urne.audit.json.Json.JsonText;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.json.Members;
import eu.urne.audit.json.StrictText;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads entries strictly (docs/formats/log.md, section 3; evidence.md, check 4). */
public final class EntryReader {
    /** The most bytes that an entry may have. */
    public static final int MAX_BYTES = 65_535;

    /** Milliseconds of a day: the times of ballots and of the register are multiples of it. */
    public static final long DAY_MS = 86_400_000;

    private static final int MAX_STREAM_BYTES = 255;
    private static final int MAX_BY_LENGTH = 64;
    private static final int KEY_ID_BYTES = 4;
    private static final String BALLOT_CAST = "urne.poll.BallotCast.v1";
    private static final Pattern CAUSE = Pattern.compile("[A-Za-z0-9._:/-]{1,128}");
    private static final Pattern UUID_8 =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    private static final Set<String> OPTIONAL = Set.of("meta", "seq", "stream");
    private static final Set<String> DEVICES = Set.of("node", "clock", "booth", "home", "paper");

    private EntryReader() {}

    /**
     * Reads an entry; it verifies no signature.
     *
     * @param bytes the exact bytes of the leaf
     * @throws MalformedException if they are not canonical JSON with the members, types and limits of an entry
     */
    public static Entry read(byte[] bytes) throws MalformedException {
        if (bytes.length > MAX_BYTES) {
            throw new MalformedException("entry has more than 65,535 bytes");
        }
        Json json = CanonicalJson.read(bytes);
        Members members = Members.withOptional(
                json, "entry", OPTIONAL, "at", "by", "cause", "data", "id", "key", "sig", "type", "v");
        members.integer("v", 1, 1);
        String stream = stream(members);
        long seq = stream == null ? 0 : members.integer("seq", 0, CanonicalJson.MAX_INTEGER);
        EventType type = EventType.parse(members.text("type"));
        checkMeta(members);
        return new Entry(
                matching(members, "id", UUID_8, "is not a lower-case UUID of version 8"),
                stream,
                seq,
                type,
                at(members, type, stream),
                by(members, type),
                matching(members, "cause", CAUSE, "is not 1 to 128 characters of A-Z a-z 0-9 . _ : / -"),
                members.value("data"),
                StrictText.hex(members.hex("key", KEY_ID_BYTES)),
                Bytes.of(members.base64("sig", Ed25519Key.SIGNATURE_LENGTH)),
                Bytes.of(withoutSignature(json)));
    }

    private static @Nullable String stream(Members members) throws MalformedException {
        if (members.has("stream") != members.has("seq")) {
            throw new MalformedException("entry has only one of the members 'stream' and 'seq'");
        }
        if (!members.has("stream")) {
            return null;
        }
        String stream = members.text("stream");
        if (stream.isEmpty() || stream.getBytes(UTF_8).length > MAX_STREAM_BYTES) {
            throw members.wrong("stream", "is not 1 to 255 bytes");
        }
        return stream;
    }

    private static long at(Members members, EventType type, @Nullable String stream) throws MalformedException {
        long at = members.integer("at", 0, CanonicalJson.MAX_INTEGER);
        boolean coarse = type.text().equals(BALLOT_CAST)
                || (stream != null && (stream.startsWith("register/") || stream.startsWith("ballot/")));
        if (coarse && at % DAY_MS != 0) {
            throw members.wrong("at", "tells more than the day");
        }
        return at;
    }

    private static String by(Members members, EventType type) throws MalformedException {
        String by = members.text("by");
        boolean staff = by.startsWith("staff/")
                && by.length() > "staff/".length()
                && by.length() <= MAX_BY_LENGTH
                && StrictText.isVisibleAscii(by);
        if (!staff && !DEVICES.contains(by)) {
            throw members.wrong(
                    "by", "is neither 'staff/' and a pseudonym nor 'node', 'clock', 'booth', 'home' or" + " 'paper'");
        }
        if (type.text().equals(BALLOT_CAST) && (staff || by.equals("node") || by.equals("clock"))) {
            throw members.wrong("by", "is '" + by + "', but ballots come from 'booth', 'home' or 'paper'");
        }
        return by;
    }

    private static String matching(Members members, String name, Pattern form, String otherwise)
            throws MalformedException {
        String text = members.text(name);
        if (!form.matcher(text).matches()) {
            throw members.wrong(name, otherwise);
        }
        return text;
    }

    private static void checkMeta(Members members) throws MalformedException {
        if (!members.has("meta")) {
            return;
        }
        boolean strings = members.value("meta") instanceof JsonObject meta
                && !meta.members().isEmpty()
                && meta.members().values().stream().allMatch(JsonText.class::isInstance);
        if (!strings) {
            throw members.wrong("meta", "is not an object of one or more strings");
        }
    }

    private static byte[] withoutSignature(Json entry) throws MalformedException {
        if (!(entry instanceof JsonObject object)) {
            throw new MalformedException("entry is not an object");
        }
        SortedMap<String, Json> members = new TreeMap<>(object.members());
        members.remove("sig");
        return CanonicalWriter.bytes(new JsonObject(members));
    }
}
