package eu.urne.audit.vectors;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files of vectors, which the tests of both modules read. */
final class Vectors {
    /** Where they lie, seen from the module. */
    static final Path FOLDER = Path.of("src/test/resources/vectors");

    static final JsonMapper JSON = JsonMapper.builder().build();

    private Vectors() {}

    static JsonNode read(String topic) {
        return JSON.readTree(FOLDER.resolve(topic + ".json").toFile());
    }

    static List<JsonNode> cases(String topic) {
        List<JsonNode> cases = new ArrayList<>();
        read(topic).get("cases").forEach(cases::add);
        return cases;
    }

    static String text(JsonNode node, String name) {
        return node.get(name).stringValue();
    }

    static byte[] hex(JsonNode node, String name) {
        return HexFormat.of().parseHex(text(node, name));
    }

    static List<byte[]> hashes(JsonNode node, String name) {
        List<byte[]> hashes = new ArrayList<>();
        node.get(name).forEach(hash -> hashes.add(HexFormat.of().parseHex(hash.stringValue())));
        return hashes;
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    static List<String> hex(List<byte[]> hashes) {
        return hashes.stream().map(Vectors::hex).toList();
    }

    /** An object, from names and values by turns. */
    static Map<String, Object> object(Object... members) {
        Map<String, Object> object = new TreeMap<>();
        for (int i = 0; i < members.length; i += 2) {
            object.put((String) members[i], members[i + 1]);
        }
        return object;
    }
}
