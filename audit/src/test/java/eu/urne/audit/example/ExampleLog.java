package eu.urne.audit.example;

import static eu.urne.audit.example.ExampleBytes.base64;
import static eu.urne.audit.example.ExampleBytes.join;
import static eu.urne.audit.example.ExampleBytes.sha256;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A log that is written entry by entry (docs/formats/log.md). It writes whatever it is told, right or wrong, and signs
 * it.
 */
public final class ExampleLog {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long DAY_MS = 86_400_000L;

    private final String origin;
    private final ExampleKey key;
    private final List<byte[]> entries = new ArrayList<>();
    private final List<Integer> commits = new ArrayList<>();
    private final Map<String, Integer> streams = new HashMap<>();
    private final Map<String, Integer> causes = new HashMap<>();
    private final Map<String, Consumer<Map<String, Object>>> alterations = new HashMap<>();
    private final Map<String, Integer> types = new HashMap<>();
    private ExampleKey signer;

    public ExampleLog(String origin) {
        this.origin = origin;
        this.key = new ExampleKey(origin, seedText(origin));
        this.signer = key;
    }

    private static String seedText(String origin) {
        return "key of " + origin;
    }

    /** The secret of the key of a log with this origin: 32 bytes. */
    public static byte[] seed(String origin) {
        return ExampleBytes.sha256(seedText(origin));
    }

    public ExampleKey key() {
        return key;
    }

    public String origin() {
        return origin;
    }

    public List<byte[]> entries() {
        return entries;
    }

    /** Changes the nth entry of a type, from 0, before it is signed. */
    public ExampleLog alter(String type, int nth, Consumer<Map<String, Object>> change) {
        alterations.put(type + "#" + nth, change);
        return this;
    }

    /** Signs the entries from here on with another key. */
    public ExampleLog signWith(ExampleKey other) {
        signer = other;
        return this;
    }

    /** Writes the genesis. */
    public ExampleLog genesis() {
        String stream = origin.endsWith("/register") ? "log/register" : "log/public";
        append("genesis", stream, "urne.log.LogCreated.v1", Map.of("format", 1, "key", key.vkey(), "origin", origin));
        return commit();
    }

    /** Ends a command: a checkpoint is signed. */
    public ExampleLog commit() {
        commits.add(entries.size());
        return this;
    }

    /** Appends an entry. */
    public int append(String cause, @Nullable String stream, String type, Map<String, ?> data) {
        return append(cause, stream, type, data, type.contains("BallotCast") ? "booth" : "staff/7f3a");
    }

    /** Appends an entry by somebody. */
    public int append(String cause, @Nullable String stream, String type, Map<String, ?> data, String by) {
        Map<String, Object> entry = new TreeMap<>();
        int number = causes.merge(cause, 1, Integer::sum) - 1;
        entry.put("v", 1);
        entry.put("id", uuid8(cause, number));
        if (stream != null) {
            entry.put("stream", stream);
            entry.put("seq", streams.merge(stream, 1, Integer::sum) - 1);
        }
        entry.put("type", type);
        boolean day = stream != null && (stream.startsWith("ballot/") || stream.startsWith("register/"));
        entry.put("at", day ? 20_000 * DAY_MS : 20_000 * DAY_MS + 12_345);
        entry.put("by", by);
        entry.put("cause", cause);
        entry.put("data", sorted(data));
        entry.put("key", signer.id());
        int nth = types.merge(type, 1, Integer::sum) - 1;
        alterations.getOrDefault(type + "#" + nth, e -> {}).accept(entry);
        entries.add(sign(entry, signer));
        return entries.size() - 1;
    }

    /** Signs an entry that has no signature yet. */
    public byte[] sign(Map<String, Object> entry, ExampleKey with) {
        byte[] message = join("urne-entry-v1\n", origin, "\n", json(entry));
        Map<String, Object> signed = new TreeMap<>(entry);
        signed.putIfAbsent("sig", base64(with.sign(message)));
        return json(signed);
    }

    /** Canonical bytes of maps, lists and plain values. */
    public static byte[] json(Object value) {
        return JSON.writeValueAsString(sorted(value)).getBytes(UTF_8);
    }

    /** Copies maps into sorted maps that can be changed. */
    public static Object sorted(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                Map<String, Object> sorted = new TreeMap<>();
                map.forEach((name, member) -> sorted.put((String) name, sorted(member)));
                yield sorted;
            }
            case List<?> list ->
                new ArrayList<>(list.stream().map(ExampleLog::sorted).toList());
            default -> value;
        };
    }

    /** Reads an entry back. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> parsed(byte[] entry) {
        return new TreeMap<>((Map<String, Object>) JSON.readValue(entry, Map.class));
    }

    static String uuid8(String cause, int number) {
        ByteBuffer hash = ByteBuffer.wrap(sha256(cause, (byte) 0, number));
        long high = (hash.getLong() & 0xffff_ffff_ffff_0fffL) | 0x8000L;
        long low = (hash.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }

    /** The signed checkpoint of the first entries. */
    public byte[] checkpoint(int size) {
        List<byte[]> leaves =
                entries.subList(0, size).stream().map(ExampleTree::leaf).toList();
        return key.note(origin + "\n" + size + "\n" + base64(ExampleTree.root(leaves)) + "\n");
    }

    /** All files of the evidence by name (docs/formats/evidence.md). */
    public Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("vkey", (key.vkey() + "\n").getBytes(UTF_8));
        files.put("checkpoint", checkpoint(entries.size()));
        files.put("history", history());
        List<byte[]> framed =
                entries.stream().map(e -> join((short) e.length, e)).toList();
        tiles("tile/entries/", framed, files);
        List<byte[]> hashes = entries.stream().map(ExampleTree::leaf).toList();
        for (int level = 0; !hashes.isEmpty(); level++) {
            tiles("tile/" + level + "/", hashes, files);
            List<byte[]> next = new ArrayList<>();
            for (int from = 0; from + 256 <= hashes.size(); from += 256) {
                next.add(ExampleTree.root(hashes.subList(from, from + 256)));
            }
            hashes = next;
        }
        return files;
    }

    private byte[] history() {
        List<byte[]> notes = new ArrayList<>();
        for (int size : commits) {
            if (size < entries.size()) {
                byte[] note = checkpoint(size);
                notes.add(join((short) note.length, note));
            }
        }
        byte[] last = checkpoint(entries.size());
        notes.add(join((short) last.length, last));
        return join(notes.toArray());
    }

    private static void tiles(String folder, List<byte[]> parts, Map<String, byte[]> files) {
        for (int from = 0; from < parts.size(); from += 256) {
            int to = Math.min(parts.size(), from + 256);
            String number = String.format("%06d", from / 256);
            String name =
                    from / 256 < 1000 ? number.substring(3) : "x" + number.substring(0, 3) + "/" + number.substring(3);
            String width = to - from == 256 ? "" : ".p/" + (to - from);
            files.put(folder + name + width, ExampleTree.joined(parts.subList(from, to)));
        }
    }
}
