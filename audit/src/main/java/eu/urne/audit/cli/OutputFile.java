package eu.urne.audit.cli;

import eu.urne.audit.UnreadableEvidenceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file of the command line that is written beside its place first, and takes the place of an older one only when it
 * is whole.
 */
final class OutputFile implements AutoCloseable {
    private final Path place;
    private final Path part;

    private OutputFile(Path place, Path part) {
        this.place = place;
        this.part = part;
    }

    /**
     * Begins a file.
     *
     * @param file its name
     * @param input what it must not overwrite
     * @throws UnreadableEvidenceException if it cannot be written
     */
    static OutputFile begin(String file, String input) throws UnreadableEvidenceException {
        try {
            Path place = Path.of(file).toAbsolutePath();
            if (Files.isDirectory(place)) {
                throw new UnreadableEvidenceException(file + " cannot be written: it is a directory");
            }
            if (Files.exists(place) && !input.contains("://") && Files.isSameFile(place, Path.of(input))) {
                throw new UnreadableEvidenceException(file + " is the evidence itself, which is not overwritten");
            }
            Path part = place.resolveSibling(place.getFileName() + ".part");
            Files.deleteIfExists(part);
            return new OutputFile(place, Files.createFile(part));
        } catch (NoSuchFileException e) {
            throw new UnreadableEvidenceException(file + " cannot be written: its folder does not exist");
        } catch (IOException | InvalidPathException e) {
            throw new UnreadableEvidenceException(file + " cannot be written: " + e.getMessage());
        }
    }

    /** Gives the file as it is being written. */
    Path part() {
        return part;
    }

    /** Writes all of it and puts it into its place. */
    void finish(byte[] bytes) throws IOException {
        Files.write(part, bytes);
        finish();
    }

    /** Puts what is written into its place. */
    void finish() throws IOException {
        Files.move(part, place, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Leaves nothing behind of a file that is not finished. */
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(part);
    }
}
