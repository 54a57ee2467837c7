package eu.urne.api.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Files that are written whole or not at all: what stood there before stays until the new text is complete. */
final class WrittenFile {

    private WrittenFile() {}

    /** Something that writes text. */
    interface Writing {
        void to(Writer out) throws IOException;
    }

    /**
     * Writes a file, or writes straight into what exists and is no regular file, such as a device.
     *
     * @throws UncheckedIOException if that fails; the message is a sentence
     */
    static void write(Path path, Writing writing) {
        try {
            if (Files.exists(path) && !Files.isRegularFile(path)) {
                writeAll(path, writing, StandardOpenOption.WRITE);
            } else {
                replace(place(path), writing);
            }
        } catch (NoSuchFileException e) {
            throw new UncheckedIOException(path + ": the folder does not exist.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(path + ": the file cannot be written.", e);
        }
    }

    /** Whether two paths lead to one file, which need not exist. */
    static boolean isSame(Path one, Path other) {
        try {
            return place(one).equals(place(other));
        } catch (IOException e) {
            return false; // a folder that does not exist, which is refused when writing
        }
    }

    /** The file itself, behind all links. */
    private static Path place(Path path) throws IOException {
        Path absolute = path.toAbsolutePath();
        if (Files.exists(absolute)) {
            return absolute.toRealPath();
        }
        Path folder = absolute.getParent();
        return folder == null ? absolute : folder.toRealPath().resolve(path.getFileName());
    }

    private static void replace(Path place, Writing writing) throws IOException {
        Path part = place.resolveSibling("." + place.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            writeAll(part, writing, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            Files.move(part, place, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void writeAll(Path path, Writing writing, StandardOpenOption... options) throws IOException {
        try (Writer out = Files.newBufferedWriter(path, options)) {
            writing.to(out);
        }
    }
}
