package eu.urne.audit.mirror;

import eu.urne.audit.UnreadableEvidenceException;
import eu.urne.audit.source.MirrorEvidence;
import eu.urne.audit.tree.TilePath;
import eu.urne.audit.tree.TreeShape;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder of a mirror. Every file but the history is written under another name first, and so is whole or not there.
 * All file names come from here and from {@link TilePath}, none from a site.
 */
final class MirrorFolder implements AutoCloseable {
    private static final String DRAFT = "draft-";

    private final Path root;
    private final Path inner;
    private final Disk disk;
    private final RandomAccessFile lock;
    private final Set<Path> changed = ConcurrentHashMap.newKeySet();

    private MirrorFolder(Path root, Path inner, Disk disk, RandomAccessFile lock) {
        this.root = root;
        this.inner = inner;
        this.disk = disk;
        this.lock = lock;
    }

    /** Opens a folder that does not exist, is empty or is a mirror. */
    static MirrorFolder open(Path root, Disk disk) throws UnreadableEvidenceException {
        Path inner = root.resolve(MirrorEvidence.INNER);
        try {
            if (!MirrorEvidence.isMirror(root)) {
                if (Files.exists(root, LinkOption.NOFOLLOW_LINKS) && (!Files.isDirectory(root) || !isEmpty(root))) {
                    throw new UnreadableEvidenceException(
                            root + " is there and is neither a mirror nor an empty folder");
                }
                disk.createFolder(inner);
            }
            return new MirrorFolder(root, inner, disk, lock(root, inner.resolve("lock")));
        } catch (IOException e) {
            throw unusable(root, e);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
            return !children.iterator().hasNext();
        }
    }

    private static RandomAccessFile lock(Path root, Path file) throws IOException, UnreadableEvidenceException {
        RandomAccessFile lock = new RandomAccessFile(file.toFile(), "rw");
        try {
            if (lock.getChannel().tryLock() != null) {
                return lock;
            }
        } catch (OverlappingFileLockException inThisProcess) {
            // told below, like a lock of another process
        }
        lock.close();
        throw new UnreadableEvidenceException(root + " is being kept by another process");
    }

    Path root() {
        return root;
    }

    boolean has(String name) {
        return Files.isRegularFile(root.resolve(name), LinkOption.NOFOLLOW_LINKS);
    }

    /** Writes a file whole, in place of one that has its name. Several threads may write, each other files. */
    void write(String name, byte[] bytes) throws UnreadableEvidenceException {
        Path file = root.resolve(name);
        Path draft = inner.resolve(DRAFT + name.replace('/', '-'));
        try {
            if (!Files.isDirectory(file.getParent())) {
                disk.createFolder(file.getParent());
            }
            disk.write(draft, bytes);
            disk.move(draft, file);
        } catch (IOException e) {
            throw unusable(root, e);
        }
        Path parent = file.getParent();
        while (parent != null && parent.startsWith(root) && changed.add(parent)) {
            parent = parent.getParent();
        }
    }

    /** Cuts the history to a length and appends to it. */
    void append(String name, long length, byte[] bytes) throws UnreadableEvidenceException {
        try {
            disk.append(root.resolve(name), length, bytes);
        } catch (IOException e) {
            throw unusable(root, e);
        }
        changed.add(root);
    }

    /** Waits until everything that was written is on disk. */
    void sync() throws UnreadableEvidenceException {
        try {
            for (Path folder : changed) {
                disk.sync(folder);
            }
        } catch (IOException e) {
            throw unusable(root, e);
        }
        changed.clear();
    }

    /** Counts what is kept of a kind beside the evidence. */
    long kept(String prefix) throws UnreadableEvidenceException {
        try (Stream<Path> files = Files.list(inner)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .count();
        } catch (IOException e) {
            throw unusable(root, e);
        }
    }

    /** Removes drafts that an interruption has left. */
    void removeDrafts() throws UnreadableEvidenceException {
        try (DirectoryStream<Path> drafts = Files.newDirectoryStream(inner, DRAFT + "*")) {
            for (Path draft : drafts) {
                disk.delete(draft);
            }
        } catch (IOException e) {
            throw unusable(root, e);
        }
    }

    /** Removes a tile and the folder that it leaves empty. */
    void remove(TilePath tile) throws UnreadableEvidenceException {
        Path file = root.resolve(tile.name());
        try {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                disk.delete(file);
            }
            Path folder = file.getParent();
            if (folder != null) {
                removeEmpty(folder);
            }
        } catch (IOException e) {
            throw unusable(root, e);
        }
    }

    /** Removes every tile and bundle that a tree does not have, and folders that are empty. */
    void removeOthers(TreeShape shape) throws UnreadableEvidenceException {
        Path tiles = root.resolve("tile");
        if (!Files.isDirectory(tiles, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            Files.walkFileTree(tiles, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    boolean other = TilePath.parse(root.relativize(file).toString())
                            .filter(tile -> !shape.has(tile))
                            .isPresent();
                    if (other) {
                        disk.delete(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
                        throws IOException {
                    if (failure != null) {
                        throw failure;
                    }
                    removeEmpty(folder);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw unusable(root, e);
        }
    }

    private void removeEmpty(Path folder) throws IOException {
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) && isEmpty(folder)) {
            disk.delete(folder);
            changed.remove(folder);
        }
    }

    private static UnreadableEvidenceException unusable(Path root, IOException failure) {
        return new UnreadableEvidenceException(root + " cannot be used: " + failure);
    }

    @Override
    public void close() throws UnreadableEvidenceException {
        try {
            lock.close();
        } catch (IOException e) {
            throw unusable(root, e);
        }
    }
}
