package eu.urne.api.doctor;

import eu.urne.api.settings.Setting;
import eu.urne.api.settings.Settings;
import eu.urne.engine.StoreMark;
import eu.urne.engine.log.Base64Strict;
import eu.urne.engine.log.Checkpoint;
import eu.urne.engine.log.Origin;
import eu.urne.engine.log.Signer;
import eu.urne.engine.store.LogLook;
import eu.urne.engine.store.LogName;
import eu.urne.engine.store.LogReader.SizedNote;
import eu.urne.engine.store.StoreException;
import eu.urne.engine.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The log: whether it is where the settings say, under the keys of the folder, and before the clock. Writes nothing.
 */
final class LogExam {

    private static final Duration SLACK = Duration.ofDays(1);
    private static final Duration FILE_SLACK = Duration.ofMinutes(1);

    private final Path folder;
    private final StoreSettings stores;
    private final Instant now;

    LogExam(Settings settings, Instant now) {
        this.folder = Path.of(settings.text(Setting.DATA)).toAbsolutePath().normalize();
        this.stores = settings.stores();
        this.now = now;
    }

    List<Finding> findings() throws IOException {
        List<Finding> findings = new ArrayList<>();
        Optional<LogLook> look;
        try {
            new StoreMark(folder, stores).check();
            look = LogLook.at(stores, folder.resolve("log.db"));
        } catch (StoreException e) {
            return List.of(Finding.wrong(String.valueOf(e.getMessage())));
        }
        if (look.isEmpty()) {
            boolean other = stores instanceof StoreSettings.EventStoreDb;
            findings.add(Finding.doubtful(
                    other ? "the log in EventStoreDB is not looked at: start the server" : "there is no log yet"));
        } else {
            findings.add(keys(look.get()));
            findings.addAll(published(look.get()));
            findings.add(clock(look.get()));
        }
        files().ifPresent(findings::add);
        return findings;
    }

    private Finding keys(LogLook look) throws IOException {
        Path origin = folder.resolve("origin");
        if (!Files.exists(origin) || !Files.exists(key(LogName.PUBLIC)) || !Files.exists(key(LogName.REGISTER))) {
            return Finding.wrong("there is a log, and the folder " + folder + " lacks origin, keys/public.key or"
                    + " keys/register.key: restore them from the backup");
        }
        try {
            Origin name = new Origin(Files.readString(origin).strip());
            for (var each : look.checkpoints().entrySet()) {
                byte[] key =
                        Base64Strict.decode(Files.readString(key(each.getKey())).strip());
                Signer signer = new Signer(each.getKey() == LogName.PUBLIC ? name : name.register(), key);
                Checkpoint.verify(each.getValue().note(), signer.verifierKey());
            }
        } catch (IllegalArgumentException e) {
            return Finding.wrong("the log is not signed under the keys in " + folder.resolve("keys") + " ("
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse("") + "): restore the keys that belong"
                    + " to it");
        }
        long size = Optional.ofNullable(look.checkpoints().get(LogName.PUBLIC))
                .map(SizedNote::size)
                .orElse(0L);
        return Finding.well("the log of " + size + " entries is signed under the keys of the folder");
    }

    private List<Finding> published(LogLook look) throws IOException {
        Path file = folder.resolve("published-checkpoint");
        SizedNote last = look.checkpoints().get(LogName.PUBLIC);
        if (!Files.exists(file) || last == null) {
            return List.of();
        }
        long shown = Files.readAllLines(file).stream()
                .skip(1)
                .findFirst()
                .filter(line -> line.matches("\\d{1,18}"))
                .map(Long::parseLong)
                .orElse(Long.MAX_VALUE);
        return shown <= last.size()
                ? List.of(Finding.well("the checkpoint that was shown last is behind the log"))
                : List.of(Finding.wrong(
                        "the checkpoint that was shown last (" + file + ") is not of this log, or ahead of"
                                + " it: the log was restored to an older state and must not go on; "
                                + "restore the newest backup"));
    }

    private Finding clock(LogLook look) {
        Instant last = Instant.ofEpochMilli(look.lastMs());
        return now.plus(SLACK).isBefore(last)
                ? Finding.wrong("the clock says " + now.truncatedTo(ChronoUnit.SECONDS)
                        + " and the log has an entry of "
                        + last.truncatedTo(ChronoUnit.SECONDS) + ": set the clock right, or urne.clock.check=off for a"
                        + " log that was played")
                : Finding.well("the clock is not behind the log");
    }

    /** A file of the future says that the clock was ahead, or is behind now. */
    private Optional<Finding> files() throws IOException {
        if (!Files.isReadable(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Instant written = Files.getLastModifiedTime(file).toInstant();
                if (written.isAfter(now.plus(FILE_SLACK))) {
                    return Optional.of(Finding.doubtful("the file " + file + " was written at "
                            + written.truncatedTo(ChronoUnit.SECONDS) + ", after what the clock says now: let NTP set"
                            + " the clock"));
                }
            }
        }
        return Optional.empty();
    }

    private Path key(LogName log) {
        return folder.resolve("keys").resolve(log == LogName.PUBLIC ? "public.key" : "register.key");
    }
}
