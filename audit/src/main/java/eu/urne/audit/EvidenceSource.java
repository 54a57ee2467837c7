package eu.urne.audit;

import eu.urne.audit.json.MalformedException;
import eu.urne.audit.source.FolderEvidence;
import eu.urne.audit.source.MirrorEvidence;
import eu.urne.audit.source.SiteEvidence;
import eu.urne.audit.source.ZipEvidence;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * The files of one log (docs/formats/evidence.md), wherever they are. {@link #read} may be called by several threads at
 * once.
 */
public interface EvidenceSource extends Closeable {

    /**
     * Opens what the user names.
     *
     * @param argument a zip archive, a directory or an address that begins with {@code http://} or {@code https://}
     * @throws UnreadableEvidenceException if there is no such thing
     */
    static EvidenceSource open(String argument) throws UnreadableEvidenceException {
        if (argument.startsWith("http://") || argument.startsWith("https://")) {
            return SiteEvidence.open(argument);
        }
        try {
            Path path = Path.of(argument);
            if (Files.isDirectory(path)) {
                return MirrorEvidence.isMirror(path) ? MirrorEvidence.open(path) : FolderEvidence.open(path);
            }
            if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                throw new UnreadableEvidenceException(argument + " does not exist");
            }
            if (!Files.isRegularFile(path)) { // opening a pipe would wait for somebody to write into it
                throw new UnreadableEvidenceException(argument + " is neither a plain file nor a directory");
            }
            return ZipEvidence.open(path);
        } catch (InvalidPathException e) {
            throw new UnreadableEvidenceException(argument + " is not a path");
        }
    }

    /** Gives the name of the whole, as the user gave it. */
    String name();

    /**
     * Lists all files. It must be called before {@link #read}.
     *
     * @return every name there is, in the order in which the files lie, and sorted where there is none; empty where the
     *     source cannot tell, which is a site
     * @throws MalformedException if the container itself is wrong, so that its files cannot be told without doubt
     * @throws UnreadableEvidenceException if it cannot be read
     */
    Optional<Set<String>> names() throws MalformedException, UnreadableEvidenceException;

    /**
     * Reads a whole file, and stops at a bound whatever its length is said to be.
     *
     * @param file its name
     * @param maxBytes the most bytes it may have
     * @return its bytes, or empty if there is no such file
     * @throws MalformedException if it is longer, or its compression or checksum is wrong
     * @throws UnreadableEvidenceException if it cannot be read
     */
    Optional<byte[]> read(String file, int maxBytes) throws MalformedException, UnreadableEvidenceException;

    /**
     * Opens a file that may be long. Reading it may throw {@link java.util.zip.ZipException} or
     * {@link java.io.EOFException} if the archive is wrong, and another {@link IOException} if it cannot be read.
     *
     * @param file its name
     * @return its bytes, or empty if there is no such file
     * @throws UnreadableEvidenceException if it cannot be read
     */
    Optional<InputStream> stream(String file) throws UnreadableEvidenceException;
}
