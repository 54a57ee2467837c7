package eu.urne.engine.moving;

import eu.urne.engine.StoreMark;
import eu.urne.engine.log.VerifierKey;
import eu.urne.engine.moving.Manifest.KeptFile;
import eu.urne.engine.moving.SideCopy.Place;
import eu.urne.engine.store.LogName;
import eu.urne.engine.store.LogReader.SizedNote;
import eu.urne.engine.store.LogTables;
import eu.urne.engine.store.OneLine;
import eu.urne.engine.store.SideTables;
import eu.urne.engine.store.StoreException;
import eu.urne.engine.store.StoreSettings;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Backs up an installation while its server runs, from any store in one form: that of an installation which keeps
 * everything in its data folder. The order makes the parts fit together: the published checkpoint before the log, so
 * that the log of the backup reaches it; the log before what it names (blobs, answers, pseudonyms, keys of polls),
 * because each of these is durable before the log names it. Databases are read in one transaction each.
 */
public final class Backup {

    /** Folder of the keys. */
    static final String KEYS = "keys";

    private static final String VAULT_KEY = "vault.key";

    /** The log in an archive, whatever store it came from. */
    static final String LOG = "log.db";

    /** Which store the log is in: whoever restores the backup says where it will be. */
    private static final String STORE = "store";

    /** What is a file only where the tables beside the log are files. */
    static final Set<String> FILES_OF_ONE_NODE = Set.of(NodeFolder.PUBLISHED, "staff-keys");

    private final Place home;
    private final Path folder;
    private final Path work;
    private final Parts parts;
    private final boolean withVaultKey;
    private final Steps steps;

    private Backup(Place home, Path work, Parts parts, boolean withVaultKey, Steps steps) {
        this.home = home;
        this.folder = home.folder();
        this.work = work;
        this.parts = parts;
        this.withVaultKey = withVaultKey;
        this.steps = steps;
    }

    /**
     * Writes the archive. It is there, whole and on the disk, when this returns, or not at all.
     *
     * @param stores where the log and the tables beside it are
     * @param folder of one of its nodes
     * @param out the archive, which must not be there yet
     * @param withVaultKey false to leave out the key of the vault, for who keeps it elsewhere
     * @param version of this program
     * @param nowMs time of the backup, milliseconds since the epoch
     * @throws StoreException in one sentence, if it cannot be made
     */
    public static Manifest write(
            StoreSettings stores,
            Path folder,
            Path out,
            Parts parts,
            boolean withVaultKey,
            String version,
            long nowMs,
            Steps steps) {
        if (Files.exists(out)) {
            throw new StoreException(out + " is there already: a backup never replaces a file");
        }
        boolean hasLog = !(stores instanceof StoreSettings.Sqlite) || Files.isRegularFile(folder.resolve(LOG));
        if (!hasLog || !Files.isRegularFile(folder.resolve(NodeFolder.ORIGIN))) {
            throw new StoreException("there is no installation in " + folder);
        }
        try {
            new StoreMark(folder, stores).check();
            Identity.check(stores, folder, parts.sides());
            Path work = OwnerFiles.folderBeside(out);
            try {
                Backup backup = new Backup(new Place(stores, folder), work, parts, withVaultKey, steps);
                backup.collect();
                Manifest manifest = backup.manifest(version, nowMs);
                backup.pack(manifest, out);
                return manifest;
            } finally {
                OwnerFiles.delete(work);
            }
        } catch (IOException e) {
            throw new StoreException("the backup cannot be written: " + OneLine.of(e), e);
        }
    }

    private void collect() throws IOException {
        boolean hasFiles = home.stores().tables().isEmpty();
        Path published = folder.resolve(NodeFolder.PUBLISHED);
        if (hasFiles && Files.exists(published)) {
            OwnerFiles.copy(published, work.resolve(NodeFolder.PUBLISHED));
        }
        if (home.stores() instanceof StoreSettings.Sqlite) {
            copyFiles(List.of(LOG));
        } else {
            new InstallationCopy(home, new Place(new StoreSettings.Sqlite(), work), parts, steps).copy();
        }
        if (hasFiles) {
            copyFiles(parts.sides().stream().map(SideTables::file).toList());
        }
        OwnerFiles.makeFolder(work.resolve(KEYS));
        copyAll(folder.resolve(KEYS), work.resolve(KEYS));
        copyAll(folder, work);
        if (!withVaultKey) {
            Files.deleteIfExists(work.resolve(KEYS).resolve(VAULT_KEY));
        }
    }

    private void copyFiles(List<String> names) throws IOException {
        steps.begin("copying", names.size());
        for (String name : names) {
            if (Files.exists(folder.resolve(name))) {
                SqliteCopy.copy(folder.resolve(name), work.resolve(name));
            }
            steps.step(1);
        }
    }

    /** The other files: keys, settings, staff keys, and what a later version adds. */
    private void copyAll(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (isKept(name) && !Files.exists(to.resolve(name))) {
                    OwnerFiles.copy(file, to.resolve(name));
                }
            }
        }
    }

    private boolean isKept(String name) {
        boolean isOld = home.stores().tables().isPresent() && FILES_OF_ONE_NODE.contains(name);
        return !isOld
                && !name.equals("lock")
                && !name.equals(STORE)
                && !name.equals(NodeFolder.PUBLISHED)
                && !name.startsWith(".")
                && !name.endsWith(".new")
                && !name.matches(".*\\.db(-\\w+)?");
    }

    private Manifest manifest(String version, long nowMs) throws IOException {
        Map<LogName, VerifierKey> keys = new NodeFolder(work).keys();
        VerifierKey key = keys.get(LogName.PUBLIC);
        if (key == null) {
            throw new StoreException("the key of the log is missing in " + folder.resolve(KEYS));
        }
        List<KeptFile> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(work)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                String name = work.relativize(file).toString();
                files.add(new KeptFile(name, Files.size(file), OwnerFiles.sha256(file)));
            }
        }
        return new Manifest(1, nowMs, version, key.origin().name(), "sqlite", checkpoints(), files);
    }

    private Map<String, String> checkpoints() {
        Map<String, String> last = new TreeMap<>();
        try (StoredLog log = SqlStoredLog.open(new LogTables.File(work.resolve(LOG)))) {
            for (LogName name : LogName.values()) {
                SizedNote note = log.lastCheckpoint(name)
                        .orElseThrow(() -> new StoreException("the log has no checkpoint: its server never started"));
                last.put(name.name().toLowerCase(Locale.ROOT), note.note());
            }
        }
        return last;
    }

    private void pack(Manifest manifest, Path out) throws IOException {
        Path draft = OwnerFiles.makeFile(work.resolve("archive.part"));
        steps.begin("packing", manifest.files().size());
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE);
                ZipOutputStream zip = new ZipOutputStream(Channels.newOutputStream(channel))) {
            zip.setLevel(Deflater.BEST_SPEED);
            zip.putNextEntry(new ZipEntry(Manifest.NAME));
            zip.write(manifest.bytes());
            for (KeptFile file : manifest.files()) {
                zip.putNextEntry(new ZipEntry(file.name()));
                Files.copy(work.resolve(file.name()), zip);
                steps.step(1);
            }
            zip.finish();
            channel.force(true);
        }
        Files.move(draft, out, StandardCopyOption.ATOMIC_MOVE);
        OwnerFiles.sync(work.getParent());
    }
}
