package eu.urne.audit.example;

import static eu.urne.audit.example.ExampleBytes.join;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The evidence of one poll by the page (docs/formats/evidence.md), from a log that is written down whole. */
public final class ExampleExtract {
    private final ExampleLog log;
    private final String poll;

    /** Its entries by index. They may be changed before the files are written. */
    public final SortedMap<Integer, byte[]> entries = new TreeMap<>();

    /** Takes what belongs to a poll. */
    public ExampleExtract(ExampleLog log, String poll) {
        this.log = log;
        this.poll = poll;
        for (int index = 0; index < log.entries().size(); index++) {
            String stream =
                    String.valueOf(ExampleLog.parsed(log.entries().get(index)).get("stream"));
            if (stream.equals("log/public")
                    || stream.equals("poll/" + poll)
                    || stream.startsWith("ballot/" + poll + "/")) {
                entries.put(index, log.entries().get(index));
            }
        }
    }

    /** The files of a poll. */
    public static Map<String, byte[]> files(ExampleLog log, String poll) {
        return new ExampleExtract(log, poll).files();
    }

    /** The index of the nth entry of a type. */
    public int index(String type, int nth) {
        return entries.entrySet().stream()
                .filter(entry -> ExampleLog.parsed(entry.getValue()).get("type").equals(type))
                .skip(nth)
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    /** All files by name. */
    public Map<String, byte[]> files() {
        Map<String, byte[]> files = new TreeMap<>();
        files.put("vkey", (log.key().vkey() + "\n").getBytes(UTF_8));
        files.put("checkpoint", log.checkpoint(log.entries().size()));
        files.put("poll", (poll + "\n").getBytes(UTF_8));
        files.put("indexes", indexes().getBytes(UTF_8));
        List<byte[]> leaves = log.entries().stream().map(ExampleTree::leaf).toList();
        files.put("proof", proof(new ArrayList<>(entries.keySet()), leaves, 0));
        files.putAll(bundles());
        return files;
    }

    /** The entries in bundles. */
    public Map<String, byte[]> bundles() {
        Map<String, byte[]> bundles = new TreeMap<>();
        int number = 0;
        for (byte[] entry : entries.values()) {
            bundles.merge(
                    String.format("entries/%03d", number++ / 256),
                    join((short) entry.length, entry),
                    (before, next) -> join(before, next));
        }
        return bundles;
    }

    private String indexes() {
        StringBuilder lines = new StringBuilder();
        for (int first : entries.keySet()) {
            if (!entries.containsKey(first - 1)) {
                int last = first;
                while (entries.containsKey(last + 1)) {
                    last++;
                }
                lines.append(first == last ? first + "\n" : first + "-" + last + "\n");
            }
        }
        return lines.toString();
    }

    /** The recursion of the page, from the leaf number {@code from} of the log on. */
    public static byte[] proof(List<Integer> indexes, List<byte[]> leaves, int from) {
        int to = from + leaves.size();
        if (indexes.stream().noneMatch(index -> index >= from && index < to)) {
            return ExampleTree.root(leaves);
        }
        if (leaves.size() == 1) {
            return new byte[0];
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        return join(
                proof(indexes, leaves.subList(0, split), from),
                proof(indexes, leaves.subList(split, leaves.size()), from + split));
    }
}
