package eu.urne.engine.moving;

import eu.urne.engine.store.StoreException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is in a backup (docs/backup.md): the first file of the archive.
 *
 * @param format 1
 * @param made milliseconds since the epoch
 * @param version of the program that made it
 * @param origin of the public log
 * @param store {@code sqlite} or {@code postgresql}: what kind of tables stand beside the log
 * @param checkpoints the last signed note of each log, by {@code public} and {@code register}
 */
public record Manifest(
        int format,
        long made,
        String version,
        String origin,
        String store,
        Map<String, String> checkpoints,
        List<KeptFile> files) {

    /** Its name in the archive. */
    static final String NAME = "manifest.json";

    private static final Pattern FILE_NAME =
            Pattern.compile("([A-Za-z0-9_][A-Za-z0-9_.-]*/)?[A-Za-z0-9_][A-Za-z0-9_.-]*");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    /**
     * A file of the archive.
     *
     * @param name with at most one folder
     * @param size in bytes
     * @param sha256 in hex
     */
    public record KeptFile(String name, long size, String sha256) {}

    byte[] bytes() {
        return JSON.writeValueAsBytes(this);
    }

    /**
     * Reads it.
     *
     * @throws StoreException in one sentence, if it is none, or of a later format
     */
    static Manifest read(byte[] bytes) {
        try {
            Manifest manifest = JSON.readValue(bytes, Manifest.class);
            if (manifest.format != 1) {
                throw new StoreException(
                        "the backup has the format " + manifest.format + ": a newer program has made it");
            }
            for (KeptFile file : manifest.files) {
                if (!FILE_NAME.matcher(file.name).matches()) {
                    throw new StoreException("the manifest of the backup names a file \"" + file.name + "\"");
                }
            }
            return manifest;
        } catch (JacksonException | NullPointerException e) {
            throw new StoreException("the manifest of the backup cannot be read", e);
        }
    }
}
