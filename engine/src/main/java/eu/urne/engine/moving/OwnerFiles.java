package eu.urne.engine.moving;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Files and folders that their owner only may read, and that are on the disk when they are said to be. */
final class OwnerFiles {

    private static final FileAttribute<Set<PosixFilePermission>> FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<Set<PosixFilePermission>> FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    /** What the names of SQLite's files end with: the database itself, and what may stand beside it. */
    static final List<String> JOURNALS = List.of("", "-wal", "-shm", "-journal");

    private OwnerFiles() {}

    /** A new folder beside a path, on the same disk. */
    static Path folderBeside(Path place) throws IOException {
        Path absolute = place.toAbsolutePath();
        Path parent = absolute.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw new IOException("there is no folder " + parent);
        }
        return Files.createTempDirectory(parent, "." + absolute.getFileName() + ".", FOLDER);
    }

    /** Makes a folder, if it is not there. */
    static void makeFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, FOLDER);
        }
    }

    /** Makes a new, empty file. */
    static Path makeFile(Path file) throws IOException {
        return Files.createFile(file, FILE);
    }

    /** Copies a file, which may be replaced meanwhile. */
    static void copy(Path from, Path to) throws IOException {
        makeFile(to);
        try (InputStream in = Files.newInputStream(from);
                OutputStream out = Files.newOutputStream(to)) {
            in.transferTo(out);
        }
    }

    /** The SHA-256 of a file in hex. */
    static String sha256(Path file) throws IOException {
        MessageDigest digest = digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * Writes a new file.
     *
     * @param most bytes that are taken; of a longer stream one more
     * @return SHA-256 of what was written, in hex
     */
    static String write(InputStream in, Path file, long most) throws IOException {
        MessageDigest digest = digest();
        makeFile(file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                OutputStream out = new DigestOutputStream(Channels.newOutputStream(channel), digest)) {
            byte[] buffer = new byte[65_536];
            long rest = most + 1;
            for (int read = in.read(buffer); read >= 0 && rest > 0; read = in.read(buffer)) {
                out.write(buffer, 0, (int) Math.min(read, rest));
                rest -= read;
            }
            channel.force(true);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** SHA-256. */
    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Waits until a file or the names in a folder are on the disk. */
    static void sync(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Deletes an SQLite file with its journals, if it is there. */
    static void deleteDatabase(Path file) throws IOException {
        for (String end : JOURNALS) {
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + end));
        }
    }

    /** Deletes a folder with all that is in it, if it is there. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        }
    }
}
