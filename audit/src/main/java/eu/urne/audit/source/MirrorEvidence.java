package eu.urne.audit.source;

import eu.urne.audit.EvidenceSource;
import eu.urne.audit.UnreadableEvidenceException;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.note.Checkpoint;
import eu.urne.audit.note.SignedNote;
import eu.urne.audit.tree.TileFile;
import eu.urne.audit.tree.TilePath;
import eu.urne.audit.tree.TreeShape;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Evidence in a mirror: what its checkpoint tells, whatever else of a later state stands there already or of an earlier
 * one still (docs/formats/evidence.md, "A mirror"). The checkpoint is read once, so that the mirror may grow meanwhile.
 */
public final class MirrorEvidence implements EvidenceSource {
    /** Name of the folder that makes a directory a mirror and is no part of the evidence. */
    public static final String INNER = "mirror";

    private static final String CHECKPOINT = "checkpoint";
    private static final String HISTORY = "history";
    private static final int TRIES = 3;

    private final Path root;
    private final FolderEvidence folder;
    private byte @Nullable [] checkpoint;
    private TreeShape shape = new TreeShape(0);

    private MirrorEvidence(Path root, FolderEvidence folder) {
        this.root = root;
        this.folder = folder;
    }

    /**
     * Tells whether a directory is a mirror.
     *
     * @param root any directory
     */
    public static boolean isMirror(Path root) {
        return Files.isDirectory(root.resolve(INNER), LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Opens a mirror.
     *
     * @param root the directory
     * @throws UnreadableEvidenceException if it may not be read
     */
    public static MirrorEvidence open(Path root) throws UnreadableEvidenceException {
        return new MirrorEvidence(root, FolderEvidence.open(root));
    }

    @Override
    public String name() {
        return folder.name();
    }

    /** Lists the files of the tree of the checkpoint and takes no notice of others. */
    @Override
    public Optional<Set<String>> names() throws MalformedException, UnreadableEvidenceException {
        Optional<byte[]> note = folder.read(CHECKPOINT, SignedNote.MAX_BYTES);
        checkpoint = note.orElse(null);
        shape = new TreeShape(note.map(MirrorEvidence::size).orElse(0L));
        Set<String> names = new HashSet<>();
        Stream.of("vkey", CHECKPOINT, HISTORY)
                .filter(name -> Files.isRegularFile(root.resolve(name), LinkOption.NOFOLLOW_LINKS))
                .forEach(names::add);
        collectTiles(names);
        if (shape.size() > 0) {
            collectReplaced(names);
        }
        return Optional.of(names);
    }

    /** The size that the checkpoint tells; 0 if it is none, which the verifier finds out by itself. */
    private static long size(byte[] note) {
        try {
            return Checkpoint.parse(SignedNote.parse(note).text()).size();
        } catch (MalformedException e) {
            return 0;
        }
    }

    private void collectTiles(Set<String> names) throws UnreadableEvidenceException {
        try {
            Files.walkFileTree(root.resolve("tile"), new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    String name = root.relativize(file).toString();
                    if (attributes.isRegularFile()
                            && TilePath.parse(name).filter(shape::has).isPresent()) {
                        names.add(name);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                    if (failure instanceof NoSuchFileException) {
                        return FileVisitResult.CONTINUE;
                    }
                    throw failure;
                }
            });
        } catch (IOException e) {
            throw BoundedRead.unreadable(root.toString(), e);
        }
    }

    /** The mirror may have grown since the checkpoint was read. */
    private void collectReplaced(Set<String> names) throws MalformedException, UnreadableEvidenceException {
        for (int level : IntStream.range(TilePath.ENTRIES, shape.levels()).toArray()) {
            TilePath last = shape.tile(level, shape.tiles(level) - 1);
            if (last.width() < TilePath.FULL
                    && !names.contains(last.name())
                    && wider(last).isPresent()) {
                names.add(last.name());
            }
        }
    }

    @Override
    public Optional<byte[]> read(String file, int maxBytes) throws MalformedException, UnreadableEvidenceException {
        if (file.equals(CHECKPOINT)) {
            return Optional.ofNullable(checkpoint).map(byte[]::clone);
        }
        Optional<byte[]> bytes = folder.read(file, maxBytes);
        Optional<TilePath> partial = bytes.isPresent()
                ? Optional.empty()
                : TilePath.parse(file).filter(path -> path.width() < TilePath.FULL);
        return partial.isEmpty() ? bytes : wider(partial.get());
    }

    /** Cuts a partial tile or bundle from a wider one, with which the mirror has replaced it. */
    private Optional<byte[]> wider(TilePath part) throws MalformedException, UnreadableEvidenceException {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            TilePath full = new TilePath(part.level(), part.number(), TilePath.FULL);
            for (String name : Stream.concat(Stream.of(full.name()), widerPartials(part, full))
                    .toList()) {
                Optional<byte[]> bytes = folder.read(name, TileFile.maxBytes(part.level()));
                if (bytes.isPresent()) {
                    return Optional.of(TileFile.first(bytes.get(), part));
                }
            }
        }
        return Optional.empty();
    }

    private Stream<String> widerPartials(TilePath part, TilePath full) throws UnreadableEvidenceException {
        Set<String> wider = new HashSet<>();
        try (DirectoryStream<Path> partials = Files.newDirectoryStream(root.resolve(full.name() + ".p"))) {
            for (Path partial : partials) {
                TilePath.parse(full.name() + ".p/" + partial.getFileName())
                        .filter(path -> path.width() > part.width())
                        .ifPresent(path -> wider.add(path.name()));
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            return Stream.empty();
        } catch (IOException e) {
            throw BoundedRead.unreadable(root.toString(), e);
        }
        return wider.stream();
    }

    /** {@inheritDoc} Of the history the part up to the checkpoint is given, or all of it if that cannot be told. */
    @Override
    public Optional<InputStream> stream(String file) throws UnreadableEvidenceException {
        Optional<InputStream> whole = folder.stream(file);
        if (whole.isEmpty() || !file.equals(HISTORY)) {
            return whole;
        }
        try (InputStream counted = new BufferedInputStream(whole.get())) {
            long length = HistoryFile.lengthUpTo(counted, shape.size());
            return folder.stream(file).map(stream -> new FirstBytes(stream, length));
        } catch (MalformedException e) {
            return folder.stream(file);
        } catch (IOException e) {
            throw BoundedRead.unreadable(root.resolve(HISTORY).toString(), e);
        }
    }

    /** Does nothing: a directory holds no resource. */
    @Override
    public void close() {}
}
