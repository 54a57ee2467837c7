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
    private final Map<String, List<Bytes>> leaves = new HashMap<>();

    /** Takes an entry of any stream. */
    void collect(@Nullable String stream, Bytes leaf) {
        if (stream != null && (stream.startsWith("meeting/") || stream.startsWith("motion/"))) {
            leaves.computeIfAbsent(stream, name -> new ArrayList<>()).add(leaf);
        }
    }

    /** Gives how many entries a stream has so far. */
    int events(String stream) {
        return leaves.getOrDefault(stream, List.of()).size();
    }

    /** Tells whether a stream begins as a part says. */
    boolean begins(String stream, Part part) {
        if (part.events() > events(stream)) {
            return false;
        }
        GrowingTree tree = new GrowingTree();
        leaves.getOrDefault(stream, List.of()).stream().limit(part.events()).forEach(leaf -> tree.append(leaf.array()));
        return Bytes.of(tree.root()).equals(part.root());
    }
}
