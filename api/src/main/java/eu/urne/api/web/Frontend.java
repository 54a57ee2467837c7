package eu.urne.api.web;

import eu.urne.engine.EngineJson;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The scripts of the pages as the build has named them: every name has the hash of its content, so that a browser may
 * keep it for ever. Templates ask for the address of a script by the name of its entry ({@code booth}, {@code desk}).
 */
public final class Frontend {

    /** Where the scripts stand among the classes. */
    public static final String LOCATION = "/eu/urne/api/app/";

    private static final String ADDRESS = "/app/";

    private final JsonNode manifest;

    private Frontend(JsonNode manifest) {
        this.manifest = manifest;
    }

    /**
     * The scripts that the build has left among the classes.
     *
     * @throws IllegalStateException if it left none
     */
    public static Frontend built() {
        try (InputStream in = Frontend.class.getResourceAsStream(LOCATION + "manifest.json")) {
            if (in == null) {
                throw new IllegalStateException("the scripts of the pages were not built: build with Node.js and npm");
            }
            return new Frontend(EngineJson.MAPPER.readTree(in));
        } catch (IOException e) {
            throw new IllegalStateException("the list of the pages' scripts cannot be read", e);
        }
    }

    /**
     * Address of a script.
     *
     * @param entry such as {@code booth}
     * @throws IllegalArgumentException if there is no such script
     */
    public String script(String entry) {
        return ADDRESS + entry(entry).get("file").asString();
    }

    /** Addresses of a script and of all that it loads, in the order in which it loads them. */
    public List<String> files(String entry) {
        Set<String> files = new LinkedHashSet<>();
        collect(entry(entry), files);
        return List.copyOf(files);
    }

    private void collect(JsonNode chunk, Set<String> files) {
        if (!files.add(ADDRESS + chunk.get("file").asString())) {
            return;
        }
        chunk.path("assets").forEach(asset -> files.add(ADDRESS + asset.asString()));
        chunk.path("imports").forEach(name -> collect(manifest.get(name.asString()), files));
        chunk.path("dynamicImports").forEach(name -> collect(manifest.get(name.asString()), files));
    }

    private JsonNode entry(String name) {
        for (JsonNode chunk : manifest) {
            if (chunk.path("isEntry").asBoolean(false)
                    && chunk.path("name").asString("").equals(name)) {
                return chunk;
            }
        }
        throw new IllegalArgumentException("the pages have no script " + name);
    }
}
