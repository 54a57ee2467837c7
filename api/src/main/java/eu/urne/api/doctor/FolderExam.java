package eu.urne.api.doctor;

import eu.urne.api.desk.DeskDatabase;
import eu.urne.api.settings.Setting;
import eu.urne.api.settings.Settings;
import eu.urne.engine.StoreMark;
import eu.urne.engine.blob.BlobStore;
import eu.urne.engine.consult.AnswerStore;
import eu.urne.engine.moving.Move;
import eu.urne.engine.store.SideTables;
import eu.urne.engine.store.StoreException;
import eu.urne.engine.store.StoreSettings;
import eu.urne.engine.vault.Vault;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The data folder: rights, owner, room, secrets, and whether a server uses it. Writes nothing. */
final class FolderExam {

    private static final long MEBI = 1024 * 1024;

    private final Path folder;
    private final StoreSettings stores;
    private final Optional<StoreSettings.Postgresql> database;
    private final long leastFree;

    FolderExam(Settings settings) {
        this.folder = Path.of(settings.text(Setting.DATA)).toAbsolutePath().normalize();
        this.stores = settings.stores();
        this.database = stores.tables();
        this.leastFree = settings.bytes(Setting.DISK_LEAST_FREE);
    }

    List<Finding> findings() throws IOException {
        if (!Files.exists(folder)) {
            return List.of(Finding.doubtful(
                    "there is no data folder " + folder + " yet: ./urne serve makes it, or --data names another"));
        }
        if (!Files.isDirectory(folder)) {
            return List.of(Finding.wrong("the data folder " + folder + " is a file: name a folder with --data"));
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(rights());
        findings.add(room());
        findings.addAll(secrets());
        findings.addAll(left());
        return findings;
    }

    /** What moves have left behind. */
    private List<Finding> left() throws IOException {
        List<Finding> findings = new ArrayList<>();
        Path moved = folder.resolve(Move.ASIDE);
        if (Files.exists(moved)) {
            findings.add(Finding.doubtful("what ./urne move has left behind is in " + moved
                    + ", with all persons and keys of polls: delete it once all works in the new store"));
        }
        if (database.isPresent() && new StoreMark(folder, stores).isThisOne()) {
            for (SideTables tables : List.of(Vault.TABLES, BlobStore.TABLES, AnswerStore.TABLES, DeskDatabase.TABLES)) {
                Path file = folder.resolve(tables.file());
                if (Files.exists(file)) {
                    findings.add(Finding.doubtful("the file " + file + " is not used, as " + tables.contents()
                            + " is in " + database.get() + ", and an unfinished move has left it: delete it"));
                }
            }
        }
        database.flatMap(FolderExam::schemas).ifPresent(findings::add);
        return findings;
    }

    private static Optional<Finding> schemas(StoreSettings.Postgresql database) {
        try {
            List<String> schemas = Move.aside(database);
            return schemas.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Finding.doubtful("what ./urne move has left behind is in the schemas "
                            + String.join(", ", schemas) + " of " + database + ", with all persons and keys of polls:"
                            + " drop them once all works"));
        } catch (StoreException e) {
            return Optional.empty(); // the log's exam tells of it
        }
    }

    private Finding rights() throws IOException {
        String owner = Files.getOwner(folder).getName();
        String user = System.getProperty("user.name");
        if (!Files.isWritable(folder) || !Files.isReadable(folder)) {
            return Finding.wrong("the user " + user + " cannot write in the data folder " + folder + ", which is "
                    + owner + "'s: run as " + owner + ", or chown -R " + user + " " + folder);
        }
        if (!owner.equals(user)) {
            return Finding.doubtful("the data folder " + folder + " is " + owner + "'s, and this is " + user
                    + ": run as the user of the server");
        }
        return Finding.well("the data folder " + folder + " can be written by its owner " + owner);
    }

    private Finding room() throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        String told = free / MEBI + " MiB are free on the disk of the data folder";
        if (free < leastFree) {
            return Finding.wrong(told + ", fewer than " + Setting.DISK_LEAST_FREE.key()
                    + " demands: nothing would be taken; make room");
        }
        return free < 4 * leastFree ? Finding.doubtful(told + ": make room soon") : Finding.well(told);
    }

    private List<Finding> secrets() throws IOException {
        List<Path> secrets = new ArrayList<>();
        Path keys = folder.resolve("keys");
        if (Files.isDirectory(keys) && Files.isReadable(keys)) {
            try (Stream<Path> files = Files.list(keys)) {
                files.filter(Files::isRegularFile).sorted().forEach(secrets::add);
            }
        }
        Path staff = folder.resolve("staff-keys");
        if (Files.exists(staff)) {
            secrets.add(staff);
        }
        List<Finding> open = new ArrayList<>();
        for (Path secret : secrets) {
            if (!PosixFilePermissions.toString(Files.getPosixFilePermissions(secret))
                    .endsWith("------")) {
                open.add(Finding.wrong("the secret file " + secret + " can be read by others: chmod 600 " + secret));
            }
        }
        return open.isEmpty() && !secrets.isEmpty()
                ? List.of(Finding.well("the " + secrets.size() + " files with secrets are for their owner only"))
                : open;
    }

    /** Whether a server uses it now. */
    boolean isInUse() throws IOException {
        Path lock = folder.resolve("lock");
        if (!Files.isWritable(lock)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            FileLock held = channel.tryLock();
            return held == null;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }
}
