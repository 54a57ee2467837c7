package eu.urne.audit.cli;

import eu.urne.audit.UnreadableEvidenceException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;

/** Files of the command line that are read whole. */
final class SmallFile {
    private SmallFile() {}

    /**
     * Reads a file.
     *
     * @param maxBytes the most bytes it may have
     * @throws UnreadableEvidenceException if it cannot be read or is longer
     */
    static byte[] read(String file, int maxBytes) throws UnreadableEvidenceException {
        try {
            Path path = Path.of(file);
            if (Files.exists(path) && !Files.isRegularFile(path)) { // opening a pipe would wait for a writer
                throw new UnreadableEvidenceException(file + " is not a plain file");
            }
            return read(path, maxBytes);
        } catch (IOException | InvalidPathException e) {
            throw new UnreadableEvidenceException(file + " cannot be read: " + e.getMessage());
        }
    }

    private static byte[] read(Path file, int maxBytes) throws IOException, UnreadableEvidenceException {
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] bytes = stream.readNBytes(maxBytes + 1);
            if (bytes.length > maxBytes) {
                throw new UnreadableEvidenceException(
                        file + " has more than " + String.format(Locale.ROOT, "%,d", maxBytes) + " bytes");
            }
            return bytes;
        }
    }
}
