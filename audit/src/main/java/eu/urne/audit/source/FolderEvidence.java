package eu.urne.audit.source;

import eu.urne.audit.EvidenceSource;
import eu.urne.audit.UnreadableEvidenceException;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.json.StrictText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Evidence in a directory. Links are not followed: what is not a plain file or folder is wrong. */
public final class FolderEvidence implements EvidenceSource {
    private static final int MAX_DEPTH = 12;

    private final Path root;

    private FolderEvidence(Path root) {
        this.root = root;
    }

    /**
     * Opens a directory.
     *
     * @param root the directory
     * @throws UnreadableEvidenceException if it may not be read
     */
    public static FolderEvidence open(Path root) throws UnreadableEvidenceException {
        if (!Files.isDirectory(root) || !Files.isReadable(root)) {
            throw new UnreadableEvidenceException(root + " is not a directory that can be read");
        }
        return new FolderEvidence(root);
    }

    @Override
    public String name() {
        return root.toString();
    }

    @Override
    public Optional<Set<String>> names() throws MalformedException, UnreadableEvidenceException {
        Set<String> names = new TreeSet<>();
        collect(root, "", 0, names);
        return Optional.of(names);
    }

    private void collect(Path folder, String prefix, int depth, Set<String> names)
            throws MalformedException, UnreadableEvidenceException {
        boolean empty = true;
        try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
            for (Path child : children) {
                empty = false;
                String name = prefix + child.getFileName();
                if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS) && depth < MAX_DEPTH) {
                    collect(child, name + "/", depth + 1, names);
                } else if (Files.isRegularFile(child, LinkOption.NOFOLLOW_LINKS)) {
                    names.add(name);
                } else {
                    throw new MalformedException(StrictText.printable(name, 80) + " is not a plain file");
                }
                checkCount(names);
            }
        } catch (IOException e) {
            throw BoundedRead.unreadable(folder.toString(), e);
        } catch (DirectoryIteratorException e) {
            throw BoundedRead.unreadable(folder.toString(), e.getCause());
        }
        if (empty && depth > 0) {
            throw new MalformedException("the folder " + StrictText.printable(prefix, 80) + " is empty");
        }
    }

    private void checkCount(Set<String> names) throws UnreadableEvidenceException {
        if (names.size() > ZipStructure.MAX_FILES) {
            throw new UnreadableEvidenceException(root + " has more than 2,000,000 files");
        }
    }

    @Override
    public Optional<byte[]> read(String file, int maxBytes) throws MalformedException, UnreadableEvidenceException {
        Optional<InputStream> stream = stream(file);
        return stream.isEmpty() ? Optional.empty() : Optional.of(BoundedRead.all(stream.get(), file, maxBytes));
    }

    @Override
    public Optional<InputStream> stream(String file) throws UnreadableEvidenceException {
        Path path = root.resolve(file);
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS));
        } catch (IOException e) {
            throw BoundedRead.unreadable(path.toString(), e);
        }
    }

    /** Does nothing: a directory holds no resource. */
    @Override
    public void close() {}
}
