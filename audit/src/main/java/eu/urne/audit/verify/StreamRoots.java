package eu.urne.audit.verify;

import eu.urne.audit.council.MinutesText.Part;
import eu.urne.audit.crypto.Bytes;
import eu.urne.audit.tree.GrowingTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The leaf hashes of the streams for which minutes stand (docs/formats/councils.md, section 9.1). */
final class StreamRoots {
    private final Map<String, List<Leaf>> leaves = new HashMap<>();

    /** An entry by its index in the log. */
    private record Leaf(long index, Bytes hash) {}

    /** Takes an entry of any stream. */
    void collect(@Nullable String stream, long index, Bytes leaf) {
        if (stream != null && (stream.startsWith("meeting/") || stream.startsWith("motion/"))) {
            leaves.computeIfAbsent(stream, name -> new ArrayList<>()).add(new Leaf(index, leaf));
        }
    }

    /** Gives how many entries a stream has so far. */
    int events(String stream) {
        return leaves.getOrDefault(stream, List.of()).size();
    }

    /** Gives how many entries of a stream stand before an index of the log. */
    long eventsBefore(String stream, long index) {
        return leaves.getOrDefault(stream, List.of()).stream()
                .filter(leaf -> leaf.index() < index)
                .count();
    }

    /** Tells whether a stream begins as a part says. */
    boolean begins(String stream, Part part) {
        if (part.events() > events(stream)) {
            return false;
        }
        GrowingTree tree = new GrowingTree();
        leaves.getOrDefault(stream, List.of()).stream()
                .limit(part.events())
                .forEach(leaf -> tree.append(leaf.hash().array()));
        return Bytes.of(tree.root()).equals(part.root());
    }
}
