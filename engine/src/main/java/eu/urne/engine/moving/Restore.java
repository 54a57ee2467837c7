package eu.urne.engine.moving;

import eu.urne.engine.StoreMark;
import eu.urne.engine.log.Checkpoint;
import eu.urne.engine.log.Origin;
import eu.urne.engine.moving.KnownCheckpoint.Standing;
import eu.urne.engine.moving.LogCheck.End;
import eu.urne.engine.moving.Manifest.KeptFile;
import eu.urne.engine.moving.SideCopy.Place;
import eu.urne.engine.store.LogName;
import eu.urne.engine.store.LogPresence;
import eu.urne.engine.store.LogTables;
import eu.urne.engine.store.OneLine;
import eu.urne.engine.store.SideTables;
import eu.urne.engine.store.StoreException;
import eu.urne.engine.store.StoreSettings;
import eu.urne.engine.store.StoreUse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Puts a backup back into an empty folder, and an empty database where the installation shall use one. Everything is
 * unpacked beside the folder and checked there: the sums of the manifest, every entry, signature, tile, claim and
 * checkpoint of the log, and that the log is not behind a checkpoint that is known to have been published. Then the
 * database is filled. Then the folder is there at once: before, no server starts on what is in the database.
 */
public final class Restore {

    private static final long MANIFEST_MOST = 1 << 24;

    private final Path archive;
    private final StoreSettings stores;
    private final Path folder;
    private final Parts parts;
    private final List<KnownCheckpoint> known;
    private final Steps steps;

    private Restore(
            Path archive, StoreSettings stores, Path folder, Parts parts, List<KnownCheckpoint> known, Steps steps) {
        this.archive = archive;
        this.stores = stores;
        this.folder = folder;
        this.parts = parts;
        this.known = known;
        this.steps = steps;
    }

    /**
     * What was restored.
     *
     * @param ends of the logs in the backup
     * @param replaced the checkpoint that a new log names as the last known of the old one; empty where the old goes on
     */
    public record Report(Manifest manifest, Map<LogName, End> ends, Optional<Checkpoint> replaced) {}

    /**
     * Restores.
     *
     * @param stores where the log and the tables beside it shall be
     * @param folder that is empty or not there
     * @param known checkpoints of which somebody knows that they were published
     * @param newOrigin name of a new log that replaces the old one; empty for the old one to go on
     * @param nowMs time of a new log's genesis, milliseconds since the epoch
     * @throws StoreException in one sentence, if anything is wrong, or the old log must not go on: nothing was put in
     *     place then
     */
    public static Report restore(
            Path archive,
            StoreSettings stores,
            Path folder,
            Parts parts,
            List<KnownCheckpoint> known,
            Optional<Origin> newOrigin,
            long nowMs,
            Steps steps) {
        InstallationCopy.refuseTarget(stores);
        try (StoreUse alone = StoreUse.alone(stores)) {
            return new Restore(archive, stores, folder, parts, known, steps).run(newOrigin, nowMs, alone);
        } catch (ZipException e) {
            throw new StoreException(archive + " is no backup, or not whole: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new StoreException("the backup cannot be restored: " + OneLine.of(e), e);
        }
    }

    private Report run(Optional<Origin> newOrigin, long nowMs, StoreUse alone) throws IOException {
        refuseIfUsed(newOrigin);
        Path work = OwnerFiles.folderBeside(folder);
        try {
            Manifest manifest = unpack(work);
            Map<LogName, End> ends = checked(work, manifest);
            List<KnownCheckpoint> all = new ArrayList<>(known);
            new NodeFolder(work)
                    .published()
                    .ifPresent(note -> all.add(new KnownCheckpoint(NodeFolder.PUBLISHED, note)));
            Optional<Checkpoint> replaced = Optional.empty();
            if (newOrigin.isPresent()) {
                Map<LogName, String> last = lastKnown(all, ends);
                NewOrigin.replace(work, newOrigin.get(), last, nowMs);
                replaced = Optional.of(Checkpoint.verify(
                        Objects.requireNonNull(last.get(LogName.PUBLIC)),
                        end(ends, LogName.PUBLIC).key()));
            } else {
                refuseIfBehind(work, all, ends);
            }
            if (stores.tables().isPresent()) {
                StoreUse.refuseNodes(stores);
                alone.check();
                fillDatabase(work);
            }
            alone.check();
            new StoreMark(work, stores).replace();
            put(work);
            return new Report(manifest, ends, replaced);
        } finally {
            OwnerFiles.delete(work);
        }
    }

    private void refuseIfUsed(Optional<Origin> newOrigin) throws IOException {
        if (!Files.isRegularFile(archive)) {
            throw new StoreException("there is no backup " + archive);
        }
        if (Files.exists(folder) && !isEmpty(folder)) {
            throw new StoreException("the folder " + folder + " is not empty: a backup is restored into an empty one");
        }
        if (newOrigin.isPresent() && stores.tables().isPresent() && LogPresence.isThere(stores, folder)) {
            throw new StoreException(stores.tables().get() + " has a log already, and a new one begins in an empty"
                    + " database: if it is of a restore that was ended before, drop its schemas urne_* first");
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private Manifest unpack(Path work) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            Manifest manifest = Manifest.read(manifestBytes(zip));
            Set<String> left = new HashSet<>();
            zip.stream().forEach(entry -> {
                if (!left.add(entry.getName())) {
                    throw new StoreException("the backup has the file " + entry.getName() + " twice");
                }
            });
            left.remove(Manifest.NAME);
            steps.begin("unpacking", manifest.files().size());
            for (KeptFile file : manifest.files()) {
                if (!left.remove(file.name())) {
                    throw new StoreException("the backup lacks the file " + file.name());
                }
                unpack(zip, file, work.resolve(file.name()));
                steps.step(1);
            }
            if (!left.isEmpty()) {
                throw new StoreException("the backup has files that its manifest does not name: " + left);
            }
            return manifest;
        }
    }

    private static byte[] manifestBytes(ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.NAME);
        if (entry == null || entry.getSize() > MANIFEST_MOST) {
            throw new StoreException("the archive has no manifest: it is no backup of this program");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return in.readNBytes((int) MANIFEST_MOST);
        }
    }

    private static void unpack(ZipFile zip, KeptFile file, Path to) throws IOException {
        OwnerFiles.makeFolder(Objects.requireNonNull(to.getParent()));
        try (InputStream in = zip.getInputStream(Objects.requireNonNull(zip.getEntry(file.name())))) {
            String sum = OwnerFiles.write(in, to, file.size());
            if (!sum.equals(file.sha256())) {
                throw new StoreException("the file " + file.name()
                        + " of the backup is damaged: its SHA-256 is not that" + " of the manifest");
            }
        }
    }

    /** Checks the log and what stands beside it. */
    private Map<LogName, End> checked(Path work, Manifest manifest) {
        LogTables log = new LogTables.File(work.resolve(Backup.LOG));
        LogCheck.Report report = new NodeFolder(work).compared(LogCheck.check(log, parts.establishes(), steps));
        if (!report.isSound()) {
            throw new StoreException("the log in the backup is not sound ("
                    + report.count() + (report.count() == 1 ? " finding" : " findings") + "): "
                    + report.findings().getFirst().sentence());
        }
        report.ends().forEach((name, end) -> {
            String note = manifest.checkpoints().get(name.name().toLowerCase(Locale.ROOT));
            if (!end.checkpoint().note().equals(note)) {
                throw new StoreException("the " + EntryRow.word(name) + " log of the backup does not end with the"
                        + " checkpoint of its manifest");
            }
        });
        parts.sides().forEach(tables -> SqliteCopy.check(work.resolve(tables.file())));
        return report.ends();
    }

    private static End end(Map<LogName, End> ends, LogName log) {
        return Objects.requireNonNull(ends.get(log));
    }

    private static void refuseIfBehind(Path work, List<KnownCheckpoint> all, Map<LogName, End> ends) {
        try (StoredLog store = SqlStoredLog.open(new LogTables.File(work.resolve(Backup.LOG)))) {
            for (KnownCheckpoint each : all) {
                Standing standing = each.standing(store, ends);
                if (standing != Standing.REACHED) {
                    throw new StoreException(refusal(each, standing, ends));
                }
            }
        }
    }

    private static String refusal(KnownCheckpoint known, Standing standing, Map<LogName, End> ends) {
        End end = end(ends, known.log(ends));
        String than = standing == Standing.BEHIND ? ", a checkpoint of " : ", other ones than a checkpoint of ";
        return "the log " + end.key().origin() + " must not go on from this backup: it has " + end.size() + " entries"
                + than + known.checkpoint(ends).size() + " was published (" + known.source()
                + "): restore a newer backup, or begin a new log that names this one with --new-origin NAME";
    }

    /** The largest checkpoint that is known of each log. */
    private static Map<LogName, String> lastKnown(List<KnownCheckpoint> all, Map<LogName, End> ends) {
        Map<LogName, String> last = new EnumMap<>(LogName.class);
        ends.forEach((log, end) -> last.put(
                log,
                all.stream()
                        .filter(each ->
                                each.log(ends) == log && each.checkpoint(ends).size() >= end.size())
                        .max(Comparator.comparingLong(
                                each -> each.checkpoint(ends).size()))
                        .map(KnownCheckpoint::note)
                        .orElse(end.checkpoint().note())));
        return last;
    }

    /** What is in the database is no file any more. */
    private void fillDatabase(Path work) throws IOException {
        StoreSettings files = new StoreSettings.Sqlite();
        parts.pollKeys().intoTables(work, files);
        new InstallationCopy(new Place(files, work), new Place(stores, work), parts, steps).copy();
        OwnerFiles.deleteDatabase(work.resolve(Backup.LOG));
        for (SideTables tables : parts.sides()) {
            OwnerFiles.deleteDatabase(work.resolve(tables.file()));
        }
        for (String name : Backup.FILES_OF_ONE_NODE) {
            Files.deleteIfExists(work.resolve(name));
        }
        Files.deleteIfExists(work.resolve("lock"));
    }

    private void put(Path work) throws IOException {
        try (Stream<Path> all = Files.walk(work)) {
            for (Path path : all.toList()) {
                OwnerFiles.sync(path);
            }
        }
        Files.deleteIfExists(folder); // empty, if it is there
        Files.move(work, folder, StandardCopyOption.ATOMIC_MOVE);
        OwnerFiles.sync(Objects.requireNonNull(folder.toAbsolutePath().getParent()));
    }
}
