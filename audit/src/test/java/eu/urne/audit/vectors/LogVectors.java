package eu.urne.audit.vectors;

import static eu.urne.audit.vectors.Vectors.hex;
import static eu.urne.audit.vectors.Vectors.object;
import static java.nio.charset.StandardCharsets.UTF_8;

import eu.urne.audit.example.ExampleBytes;
import eu.urne.audit.example.ExampleKey;
import eu.urne.audit.example.ExampleTree;
import eu.urne.audit.witness.ExampleWitness;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Vectors of docs/formats/log.md and witness.md, made by neither implementation but by the test builders. */
final class LogVectors {
    private static final ExampleKey KEY = new ExampleKey("vectors.example", "key of vectors.example");
    private static final int LARGEST = 9;

    private static final List<String> CANONICAL = List.of(
            "null",
            "true",
            "0",
            "-1",
            "9007199254740991",
            "\"\"",
            "[]",
            "{}",
            "[1,[2],{\"a\":null}]",
            "{\"\":0,\"a\":1,\"aa\":2,\"b\":3}",
            "\"\\\"\\\\/\\b\\t\\n\\f\\r\\u0000\\u001f\u007f\"",
            "\"\u00e4\u20ac\ud83d\ude00\"",
            "{\"\ud83d\ude00\":1,\"\uffee\":2}",
            "[".repeat(32) + "]".repeat(32));
    private static final List<String> NOT_CANONICAL = List.of(
            "",
            " 1",
            "1 ",
            "1 2",
            "-0",
            "01",
            "1.0",
            "1e0",
            "9007199254740992",
            "-9007199254740992",
            "\"\\/\"",
            "\"\\u0041\"",
            "\"\\u001F\"",
            "\"\\ud800\"",
            "'a'",
            "[1,]",
            "[1, 2]",
            "{\"a\":1,\"a\":1}",
            "{\"b\":1,\"a\":1}",
            "{\"\uffee\":2,\"\ud83d\ude00\":1}",
            "NaN",
            "\ufeff1",
            "[".repeat(33) + "]".repeat(33));

    private LogVectors() {}

    static Map<String, Object> canonicalJson() {
        List<Object> cases = new ArrayList<>();
        for (String good : CANONICAL) {
            cases.add(object("bytes", hex(good.getBytes(UTF_8)), "valid", true));
        }
        for (String bad : NOT_CANONICAL) {
            cases.add(object("bytes", hex(bad.getBytes(UTF_8)), "valid", false));
        }
        for (String bytes : List.of("22eda0bdedb88022", "22c08022", "22ff22", "0031", "220a22")) {
            cases.add(object("bytes", bytes, "valid", false));
        }
        return object("cases", cases);
    }

    private static List<byte[]> leaves(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> ExampleTree.leaf(("entry " + i).getBytes(UTF_8)))
                .toList();
    }

    static Map<String, Object> tree() {
        List<Object> roots = new ArrayList<>();
        List<Object> inclusion = new ArrayList<>();
        List<Object> consistency = new ArrayList<>();
        for (int size = 0; size <= LARGEST; size++) {
            roots.add(object("size", size, "root", hex(ExampleTree.root(leaves(size)))));
            for (int index = 0; index < size; index++) {
                List<byte[]> proof = ExampleTree.path(index, leaves(size));
                inclusion.add(inclusion(index, size, proof, true));
                for (List<byte[]> bad : broken(proof)) {
                    inclusion.add(inclusion(index, size, bad, false));
                }
            }
            for (int old = 1; old <= size; old++) {
                List<byte[]> proof = ExampleTree.consistency(old, leaves(size));
                consistency.add(consistency(old, size, proof, true));
                for (List<byte[]> bad : broken(proof)) {
                    consistency.add(consistency(old, size, bad, false));
                }
            }
        }
        consistency.add(consistency(0, 3, List.of(), false));
        consistency.add(consistency(4, 3, List.of(), false));
        return object("roots", roots, "inclusion", inclusion, "consistency", consistency);
    }

    /** A proof with a hash more, a hash less, and a changed hash. */
    private static List<List<byte[]>> broken(List<byte[]> proof) {
        List<List<byte[]>> broken = new ArrayList<>();
        List<byte[]> longer = new ArrayList<>(proof);
        longer.add(new byte[32]);
        broken.add(longer);
        if (!proof.isEmpty()) {
            broken.add(proof.subList(0, proof.size() - 1));
            List<byte[]> changed = new ArrayList<>(proof);
            byte[] first = proof.getFirst().clone();
            first[31] ^= 1;
            changed.set(0, first);
            broken.add(changed);
        }
        return broken;
    }

    private static Map<String, Object> inclusion(int index, int size, List<byte[]> proof, boolean valid) {
        return object("index", index, "size", size, "proof", hex(proof), "valid", valid);
    }

    private static Map<String, Object> consistency(int old, int size, List<byte[]> proof, boolean valid) {
        return object("old", old, "size", size, "proof", hex(proof), "valid", valid);
    }

    static Map<String, Object> tiles() {
        List<Object> cases = new ArrayList<>();
        Object[][] good = {
            {"tile/0/000", 0, 0L, 256},
            {"tile/0/005.p/1", 0, 5L, 1},
            {"tile/1/999.p/255", 1, 999L, 255},
            {"tile/7/000.p/3", 7, 0L, 3},
            {"tile/0/x001/000", 0, 1000L, 256},
            {"tile/0/x001/x234/067", 0, 1_234_067L, 256},
            {"tile/entries/x001/x234/067.p/8", -1, 1_234_067L, 8}
        };
        for (Object[] tile : good) {
            cases.add(object("name", tile[0], "level", tile[1], "number", tile[2], "width", tile[3], "valid", true));
        }
        for (String bad : List.of(
                "",
                "tile/0/0",
                "tile/0/5",
                "tile/0/0000",
                "tile/0/x000/001",
                "tile/0/001/x000",
                "tile/8/000",
                "tile/00/000",
                "tile/-1/000",
                "tile/0/000.p/0",
                "tile/0/000.p/256",
                "tile/0/000.p/01",
                "tile/0/000/",
                "/tile/0/000",
                "tile/../vkey",
                "tile/entries",
                "tile/entries/000.p/",
                "tile/0/x001")) {
            cases.add(object("name", bad, "valid", false));
        }
        return object("cases", cases);
    }

    private static String checkpoint(String origin, String size, String root) {
        return origin + "\n" + size + "\n" + root + "\n";
    }

    static Map<String, Object> notes() {
        String root = ExampleBytes.base64(ExampleTree.root(leaves(3)));
        String text = checkpoint("vectors.example", "3", root);
        String note = new String(KEY.note(text), UTF_8);
        String line = note.substring(text.length() + 1);
        String other = "— other.example AAAAAAAA\n";
        List<Object> cases = new ArrayList<>();
        cases.add(object("name", "good", "note", note, "valid", true, "size", 3));
        cases.add(object(
                "name",
                "unknown keys before and behind",
                "note",
                text + "\n" + other + line + other,
                "valid",
                true,
                "size",
                3));
        cases.add(object(
                "name",
                "the sixty-fourth line",
                "note",
                text + "\n" + other.repeat(63) + line,
                "valid",
                true,
                "size",
                3));
        cases.add(object(
                "name",
                "size 2^63-1",
                "note",
                note(checkpoint("vectors.example", "9223372036854775807", root)),
                "valid",
                true,
                "size",
                Long.MAX_VALUE));
        for (String[] pair : badNotes(text, note, line, other, root)) {
            cases.add(object("name", pair[0], "note", pair[1], "valid", false));
        }
        return object("vkey", KEY.vkey(), "cases", cases);
    }

    private static String[][] badNotes(String text, String note, String line, String other, String root) {
        return new String[][] {
            {"the sixty-fifth line", text + "\n" + other.repeat(64) + line},
            {"no signature", text + "\n"},
            {"no empty line", text + line},
            {"only unknown keys", text + "\n" + other},
            {"signature of another text", text.replace("3\n", "4\n") + "\n" + line},
            {"a second, bad signature of the key", note + new String(KEY.note("other\n"), UTF_8).substring(7)},
            {"hyphen for the dash", note.replace("—", "-")},
            {"two spaces", note.replace("— ", "—  ")},
            {"plus in a name", note + other.replace("other", "o+ther")},
            {"base64 without padding", note + other.replace("AAAAAAAA", "AAAAAA")},
            {"base64 with bits left", note + other.replace("AAAAAAAA", "AAAAAAB=")},
            {"id alone", note + other.replace("AAAAAAAA", "AAAAAA==")},
            {"no last newline", note.substring(0, note.length() - 1)},
            {"another origin", note(checkpoint("other.example", "3", root))},
            {"size with a zero in front", note(checkpoint("vectors.example", "03", root))},
            {"negative size", note(checkpoint("vectors.example", "-3", root))},
            {"size 2^63", note(checkpoint("vectors.example", "9223372036854775808", root))},
            {"root of 31 bytes", note(checkpoint("vectors.example", "3", ExampleBytes.base64(new byte[31])))},
            {"four lines", note(text + "more\n")},
            {"two lines", note("vectors.example\n3\n")}
        };
    }

    private static String note(String text) {
        return new String(KEY.note(text), UTF_8);
    }

    static Map<String, Object> receipts() {
        List<Object> cases = new ArrayList<>();
        for (int size : new int[] {1, 2, 5, 9}) {
            for (int index = 0; index < size; index++) {
                cases.add(object("entry", "entry " + index, "receipt", receipt(index, size, index), "valid", true));
            }
        }
        cases.add(object("entry", "entry 2", "receipt", receipt(3, 5, 3), "valid", false));
        cases.add(object("entry", "entry 3", "receipt", receipt(2, 5, 3), "valid", false));
        String good = receipt(3, 5, 3);
        for (String bad : List.of(
                good.replace("v1\n", "v2\n"),
                good.replace("index 3", "index 03"),
                good.replace("index 3", "index 5"),
                good.replace("index 3\n", "index 3\n" + ExampleBytes.base64(new byte[32]) + "\n"),
                good.replaceFirst("\n\n", "\n"),
                good.replaceFirst("=\n", "\n"),
                good.substring(0, good.length() - 2))) {
            cases.add(object("entry", "entry 3", "receipt", bad, "valid", false));
        }
        return object("vkey", KEY.vkey(), "cases", cases);
    }

    private static String receipt(int index, int size, int proved) {
        StringBuilder text = new StringBuilder("c2sp.org/tlog-proof@v1\nindex " + index + "\n");
        ExampleTree.path(proved, leaves(size))
                .forEach(hash -> text.append(ExampleBytes.base64(hash)).append('\n'));
        String root = ExampleBytes.base64(ExampleTree.root(leaves(size)));
        return text.append('\n')
                .append(note(checkpoint("vectors.example", "" + size, root)))
                .toString();
    }

    static Map<String, Object> cosignatures() {
        ExampleWitness witness = new ExampleWitness("w.example");
        String text = checkpoint("vectors.example", "3", ExampleBytes.base64(ExampleTree.root(leaves(3))));
        List<Object> cases = new ArrayList<>();
        for (long time : new long[] {0, 1_790_000_000L, Long.MAX_VALUE}) {
            String cosigned = note(text) + new String(witness.line(text, time), UTF_8);
            cases.add(object("note", cosigned, "valid", true, "time", time));
        }
        cases.add(object("note", note(text) + new String(witness.line(text, -1), UTF_8), "valid", false));
        cases.add(object("note", note(text) + new String(witness.line(text + "x\n", 1), UTF_8), "valid", false));
        return object("witness", witness.vkey(), "cases", cases);
    }
}
