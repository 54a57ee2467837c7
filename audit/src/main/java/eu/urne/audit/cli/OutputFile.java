package eu.urne.audit.cli;

import eu.urne.audit.UnreadableEvidenceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

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
            Path place = place(file);
            if (Files.isDirectory(place)) {
                throw new UnreadableEvidenceException(file + " cannot be written: it is a directory");
            }
            if (Files.exists(place) && !Files.isRegularFile(place)) { // a device or a pipe would be replaced
                throw new UnreadableEvidenceException(file + " cannot be written: it is not a plain file");
            }
            if (Files.exists(place) && !input.contains("://") && Files.isSameFile(place, Path.of(input))) {
                throw new UnreadableEvidenceException(file + " is the evidence itself, which is not overwritten");
            }
            return new OutputFile(place, createPart(place));
        } catch (IOException | InvalidPathException e) {
            throw unwritable(file, e);
        }
    }

    /**
     * Demands that two files do not overwrite each other.
     *
     * @param one the name of a file to be written
     * @param other that of another
     * @throws UnreadableEvidenceException if they are the same, or one of them cannot be written
     */
    static void demandDistinct(String one, String other) throws UnreadableEvidenceException {
        try {
            if (place(one).equals(place(other))) {
                throw new UnreadableEvidenceException(one + " and " + other + " are the same file");
            }
        } catch (IOException | InvalidPathException e) {
            throw unwritable(one + " or " + other, e);
        }
    }

    /** Follows links, so that the file behind a link is written and not the link. */
    private static Path place(String file) throws IOException {
        Path path = Path.of(file).toAbsolutePath();
        return Files.exists(path)
                ? path.toRealPath()
                : path.resolveSibling("").toRealPath().resolve(path.getFileName());
    }

    /** A file whose name nobody has, readable by whoever may read other new files of this user. */
    private static Path createPart(Path place) throws IOException {
        FileAttribute<?>[] asOthers =
                place.getFileSystem().supportedFileAttributeViews().contains("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-rw-rw-"))
                        }
                        : new FileAttribute<?>[0];
        return Files.createTempFile(place.resolveSibling(""), place.getFileName() + ".", ".part", asOthers);
    }

    private static UnreadableEvidenceException unwritable(String file, Exception e) {
        String reason = e instanceof NoSuchFileException ? "its folder does not exist" : e.getMessage();
        return new UnreadableEvidenceException(file + " cannot be written: " + reason);
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
