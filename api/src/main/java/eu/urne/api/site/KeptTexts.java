package eu.urne.api.site;

import eu.urne.engine.Engine;
import eu.urne.engine.blob.BlobHash;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The texts that are kept outside the log, as pages show them. */
public final class KeptTexts {

    private final Engine engine;

    /** Texts that this engine keeps. */
    public KeptTexts(Engine engine) {
        this.engine = engine;
    }

    /** The texts with these names, but for those that are erased. */
    public Map<BlobHash, String> of(Stream<BlobHash> names) {
        Map<BlobHash, String> texts = new HashMap<>();
        names.forEach(name -> engine.blobs()
                .find(name)
                .filter(blob -> blob.type().startsWith("text/"))
                .ifPresent(blob -> texts.put(name, new String(blob.content(), StandardCharsets.UTF_8))));
        return texts;
    }
}
