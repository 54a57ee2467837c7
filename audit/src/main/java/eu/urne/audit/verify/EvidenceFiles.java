package eu.urne.audit.verify;

import eu.urne.audit.EvidenceSource;
import eu.urne.audit.UnreadableEvidenceException;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.tree.TileFile;
import eu.urne.audit.tree.TilePath;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The files of evidence as the checks want them. */
public final class EvidenceFiles {
    private final EvidenceSource source;
    private final @Nullable Set<String> names;

    private EvidenceFiles(EvidenceSource source, @Nullable Set<String> names) {
        this.source = source;
        this.names = names;
    }

    /**
     * Lists the files.
     *
     * @param source where they are
     * @throws MalformedException if the container is wrong
     * @throws UnreadableEvidenceException if it cannot be read
     */
    public static EvidenceFiles of(EvidenceSource source) throws MalformedException, UnreadableEvidenceException {
        return new EvidenceFiles(source, source.names().orElse(null));
    }

    /** Gives all names, or empty for a site. */
    public Optional<Set<String>> names() {
        return Optional.ofNullable(names);
    }

    /**
     * Reads a file without which nothing can be verified.
     *
     * @param file its name
     * @param maxBytes the most bytes it may have
     * @throws MalformedException if it is longer or its storage is wrong
     * @throws UnreadableEvidenceException if it is not there or cannot be read
     */
    public byte[] required(String file, int maxBytes) throws MalformedException, UnreadableEvidenceException {
        return source.read(file, maxBytes)
                .orElseThrow(() -> new UnreadableEvidenceException(
                        source.name() + " has no file '" + file + "', so it is no evidence"));
    }

    /**
     * Reads a tile or bundle that the shape of the tree demands. Where files can be listed a missing one is a finding
     * of its own and so gives empty here. A site may have dropped a partial one that it has filled since: then it is
     * cut from the full one.
     *
     * @param path the tile or bundle
     * @throws MalformedException if it is longer than a tile or bundle may be, or its storage is wrong
     * @throws UnreadableEvidenceException if it cannot be read, or a site does not have it
     */
    public Optional<byte[]> demanded(TilePath path) throws MalformedException, UnreadableEvidenceException {
        int maxBytes = TileFile.maxBytes(path.level());
        Optional<byte[]> bytes = source.read(path.name(), maxBytes);
        if (bytes.isPresent() || names != null) {
            return bytes;
        }
        TilePath full = new TilePath(path.level(), path.number(), TilePath.FULL);
        Optional<byte[]> whole = full.equals(path) ? Optional.empty() : source.read(full.name(), maxBytes);
        byte[] cut = whole.orElseThrow(
                () -> new UnreadableEvidenceException(source.name() + " has no file '" + path.name() + "'"));
        return Optional.of(TileFile.first(cut, path));
    }

    /** Reads a file of evidence whose files can be listed; a missing one is a finding of its own and so gives empty. */
    Optional<byte[]> listed(String file, int maxBytes) throws MalformedException, UnreadableEvidenceException {
        return source.read(file, maxBytes);
    }

    /** Opens the history, where there is one. */
    Optional<InputStream> history() throws UnreadableEvidenceException {
        return source.stream(FileCheck.HISTORY);
    }

    /** Gives the name of the source. */
    public String name() {
        return source.name();
    }
}
