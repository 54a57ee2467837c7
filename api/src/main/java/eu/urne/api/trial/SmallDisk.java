package eu.urne.api.trial;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A file system of its own that can be filled: in a file, or in memory where the machine has no loop devices. */
final class SmallDisk implements AutoCloseable {

    private static final int BLOCK = 4_096;
    private static final long NEARLY = 4L << 20;

    private final Path folder;
    private final Path filler;

    private SmallDisk(Path folder) {
        this.folder = folder;
        this.filler = folder.resolve("filler");
    }

    /**
     * Mounts one; empty if this process may not.
     *
     * @param folder made, and empty when this is closed
     */
    static Optional<SmallDisk> mount(Path folder, int mebibytes) throws IOException {
        Files.createDirectories(folder);
        Path image = folder.resolveSibling(folder.getFileName() + ".img");
        try {
            Shell.run("truncate", "-s", mebibytes + "M", image.toString());
            Shell.run("mkfs.ext4", "-q", "-F", "-m", "0", image.toString());
            Shell.run("mount", "-o", "loop", image.toString(), folder.toString());
            return Optional.of(new SmallDisk(folder));
        } catch (TrialException e) {
            Files.deleteIfExists(image);
        }
        try {
            Shell.run("mount", "-t", "tmpfs", "-o", "size=" + mebibytes + "m", "tmpfs", folder.toString());
            return Optional.of(new SmallDisk(folder));
        } catch (TrialException e) {
            return Optional.empty();
        }
    }

    Path folder() {
        return folder;
    }

    /** Fills it, but for so many bytes. */
    void fill(long left) throws IOException {
        long most = Files.getFileStore(folder).getUsableSpace() - left - NEARLY;
        if (most > 0) {
            Shell.run("fallocate", "-l", String.valueOf(most), filler.toString());
        }
        byte[] block = new byte[BLOCK];
        try (OutputStream rest = Files.newOutputStream(folder.resolve("filler.rest"))) {
            while (Files.getFileStore(folder).getUsableSpace() > left) {
                rest.write(block);
            }
        } catch (IOException e) {
            return; // there is no room for more, which is what was wanted
        }
    }

    /** Makes room again. */
    void free() throws IOException {
        Files.deleteIfExists(filler);
        Files.deleteIfExists(folder.resolve("filler.rest"));
    }

    @Override
    public void close() {
        Shell.run("umount", "-l", folder.toString()); // whoever still has a file open may close it later
    }
}
