package eu.urne.audit.tampering;

import static eu.urne.audit.example.ExampleBytes.join;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.audit.example.ExampleTree;
import eu.urne.audit.example.MemoryEvidence;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tampered logs in a file that the verifier of the browser reads too: what one finds, both find. The file holds the
 * signed entries; tiles and history follow from them. Written anew with {@code -Durne.vectors=write}, each time with
 * other keys.
 */
class SharedTamperingsTest {
    private static final Path FILE = Path.of("../api/src/main/web/test/vectors/tamperings.json");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Done to files that follow from the entries here: there is nothing to share. */
    private static final List<String> OF_FILES = List.of("the history has a fork that the log signed");

    private static Stream<Tampering> rows() {
        return TamperingPageTest.rows()
                .filter(row -> !Tamperings.WITHOUT_THE_KEY.contains(row))
                .filter(row -> !OF_FILES.contains(row.what()));
    }

    /** The entries of the only bundle. */
    private static List<byte[]> entries(Map<String, byte[]> files) {
        byte[] bundle = files.entrySet().stream()
                .filter(file -> file.getKey().startsWith("tile/entries/"))
                .findFirst()
                .orElseThrow()
                .getValue();
        ByteBuffer rest = ByteBuffer.wrap(bundle);
        List<byte[]> entries = new ArrayList<>();
        while (rest.hasRemaining()) {
            byte[] entry = new byte[Short.toUnsignedInt(rest.getShort())];
            rest.get(entry);
            entries.add(entry);
        }
        return entries;
    }

    private static Map<String, byte[]> files(JsonNode row, JsonNode pool) {
        byte[] checkpoint = row.get("checkpoint").stringValue().getBytes(UTF_8);
        List<byte[]> entries = new ArrayList<>();
        row.get("entries")
                .forEach(number -> entries.add(
                        Base64.getDecoder().decode(pool.get(number.intValue()).stringValue())));
        List<byte[]> framed =
                entries.stream().map(entry -> join((short) entry.length, entry)).toList();
        List<byte[]> leaves = entries.stream().map(ExampleTree::leaf).toList();
        Map<String, byte[]> files = new TreeMap<>();
        files.put("vkey", (row.get("vkey").stringValue() + "\n").getBytes(UTF_8));
        files.put("checkpoint", checkpoint);
        files.put("history", join((short) checkpoint.length, checkpoint));
        files.put("tile/entries/000.p/" + entries.size(), join(framed.toArray()));
        files.put("tile/0/000.p/" + entries.size(), join(leaves.toArray()));
        return files;
    }

    private static Map<String, Object> row(
            String what, String sentence, Map<String, byte[]> files, Map<String, Integer> pool) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("what", what);
        row.put("sentence", sentence);
        row.put("vkey", new String(files.get("vkey"), UTF_8).strip());
        row.put("checkpoint", new String(files.get("checkpoint"), UTF_8));
        row.put(
                "entries",
                entries(files).stream()
                        .map(Base64.getEncoder()::encodeToString)
                        .map(entry -> pool.computeIfAbsent(entry, none -> pool.size()))
                        .toList());
        return row;
    }

    private static void write() throws IOException {
        List<Map<String, Object>> rows = new ArrayList<>();
        Map<String, Integer> pool = new LinkedHashMap<>();
        Stream.concat(Stream.of(Tampering.ofLog("nothing", "", log -> {})), rows())
                .map(row -> row(row.what(), row.sentence(), row.files().make(), pool))
                .forEach(rows::add);
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("entries", pool.keySet());
        file.put("rows", rows);
        Files.writeString(FILE, JSON.writeValueAsString(file) + "\n");
    }

    private static boolean says(List<String> findings, String sentence) {
        String pattern =
                Arrays.stream(sentence.split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".+"));
        return sentence.isEmpty()
                ? findings.isEmpty()
                : findings.stream().anyMatch(finding -> finding.matches(pattern));
    }

    @Test
    void whatIsDoneToSharedLogsIsFoundAsThePageSays() throws IOException {
        if (System.getProperty("urne.vectors", "").equals("write")) {
            write();
        }
        List<String> shared = new ArrayList<>();
        JsonNode file = JSON.readTree(Files.readString(FILE));
        for (JsonNode row : file.get("rows")) {
            shared.add(row.get("what").stringValue());
            List<String> findings = MemoryEvidence.findings(files(row, file.get("entries")));
            assertThat(says(findings, row.get("sentence").stringValue()))
                    .as("%s: %s", row.get("what").stringValue(), findings)
                    .isTrue();
        }
        assertThat(shared)
                .containsExactlyElementsOf(Stream.concat(Stream.of("nothing"), rows().map(Tampering::what))
                        .toList());
    }
}
