package eu.urne.api.web;

import eu.urne.engine.store.StoreException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The keys by which the staff is known. The data folder has their SHA-256 and a random pseudonym for each, which is
 * what the log says of who commanded; the keys themselves are kept nowhere.
 */
public final class StaffKeys {

    /** Fewest characters of a configured key. */
    public static final int LEAST_LENGTH = 16;

    private static final int KEY_BYTES = 24;
    private static final int PSEUDONYM_BYTES = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private record Line(String pseudonym, String hash) {}

    /** Who has the key of a hash. */
    private interface Known {
        Optional<String> pseudonym(String hash);
    }

    private final Known known;
    private final @Nullable String generated;

    private StaffKeys(Known known, @Nullable String generated) {
        this.known = known;
        this.generated = generated;
    }

    /**
     * The keys of a data folder.
     *
     * @param file lines of pseudonym and hash; made where it does not exist, for its owner only
     * @param configured the keys that are valid; if empty, those of the file, and a new one if it has none
     * @throws StoreException in one sentence, if the file cannot be used
     * @throws IllegalArgumentException in one sentence, if a configured key is too short
     */
    public static StaffKeys open(Path file, List<String> configured) {
        List<String> hashes = hashes(configured);
        try {
            List<Line> stored = Files.exists(file) ? read(file) : List.of();
            List<Line> all = new ArrayList<>(stored);
            String generated = null;
            if (configured.isEmpty() && stored.isEmpty()) {
                generated = newKey();
                hashes.add(Sha256.hex(generated));
            }
            hashes.stream()
                    .filter(hash -> all.stream().noneMatch(key -> key.hash.equals(hash)))
                    .forEach(hash -> all.add(new Line(pseudonym(), hash)));
            if (all.size() > stored.size()) {
                write(file, all);
            }
            all.removeIf(key -> !configured.isEmpty() && !hashes.contains(key.hash));
            List<Line> valid = List.copyOf(all);
            return new StaffKeys(hash -> among(valid, hash), generated);
        } catch (IOException e) {
            throw new StoreException("the file of staff keys " + file + " cannot be used: " + e.getMessage(), e);
        }
    }

    /**
     * The keys of all nodes, in the table {@code staff_key}.
     *
     * @param configured the keys that are valid on this node; if empty, those of the table, and a new one if it has
     *     none
     * @throws IllegalArgumentException in one sentence, if a configured key is too short
     */
    public static StaffKeys shared(JdbcClient tables, List<String> configured) {
        List<String> hashes = hashes(configured);
        String generated = null;
        boolean none =
                tables.sql("SELECT count(*) FROM staff_key").query(Long.class).single() == 0;
        if (configured.isEmpty() && none) {
            generated = newKey();
            hashes.add(Sha256.hex(generated));
        }
        for (String hash : hashes) {
            tables.sql("INSERT INTO staff_key (hash, pseudonym) VALUES (?, ?) ON CONFLICT (hash) DO NOTHING")
                    .params(hash, pseudonym())
                    .update();
        }
        Set<String> valid = Set.copyOf(hashes);
        return new StaffKeys(
                hash -> configured.isEmpty() || valid.contains(hash)
                        ? tables.sql("SELECT pseudonym FROM staff_key WHERE hash = ?")
                                .param(hash)
                                .query(String.class)
                                .optional()
                        : Optional.empty(),
                generated);
    }

    /** Puts the keys of a file, if it is there, into the table {@code staff_key}, which has none. */
    public static void toTable(Path file, JdbcClient tables) throws IOException {
        tables.sql("DELETE FROM staff_key").update();
        for (Line line : Files.exists(file) ? read(file) : List.<Line>of()) {
            tables.sql("INSERT INTO staff_key (hash, pseudonym) VALUES (?, ?)")
                    .params(line.hash, line.pseudonym)
                    .update();
        }
    }

    /** Writes the file with the keys of the table {@code staff_key}, if it has any. */
    public static void toFile(JdbcClient tables, Path file) throws IOException {
        List<Line> lines = tables.sql("SELECT pseudonym, hash FROM staff_key ORDER BY pseudonym")
                .query((row, number) -> new Line(row.getString(1), row.getString(2)))
                .list();
        if (lines.isEmpty()) {
            Files.deleteIfExists(file);
        } else {
            write(file, lines);
        }
    }

    private static List<String> hashes(List<String> configured) {
        List<String> hashes = new ArrayList<>();
        for (String key : configured) {
            if (key.length() < LEAST_LENGTH) {
                throw new IllegalArgumentException(
                        "urne.staff-keys: a key must have at least " + LEAST_LENGTH + " characters");
            }
            hashes.add(Sha256.hex(key));
        }
        return hashes;
    }

    private static String newKey() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random(KEY_BYTES));
    }

    private static String pseudonym() {
        return HexFormat.of().formatHex(random(PSEUDONYM_BYTES));
    }

    private static List<Line> read(Path file) throws IOException {
        if (!PosixFilePermissions.toString(Files.getPosixFilePermissions(file)).endsWith("------")) {
            throw new StoreException("the file of staff keys " + file + " can be read by others; allow its owner only");
        }
        List<Line> known = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.matches("[0-9a-f]{16} [0-9a-f]{64}")) {
                throw new StoreException("the file of staff keys " + file + " has a line that is not pseudonym and"
                        + " hash; restore it, or delete it for a new key");
            }
            known.add(new Line(line.substring(0, 16), line.substring(17)));
        }
        return known;
    }

    private static void write(Path file, List<Line> keys) throws IOException {
        StringBuilder text = new StringBuilder();
        keys.forEach(
                key -> text.append(key.pseudonym).append(' ').append(key.hash).append('\n'));
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(draft, options, ownerOnly)) {
            channel.write(ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The key that was made by {@link #open}, to be shown once; empty where there was one before. */
    public Optional<String> generated() {
        return Optional.ofNullable(generated);
    }

    /** The pseudonym of who has this key; empty if nobody has. The time it takes tells nothing of other keys. */
    public Optional<String> pseudonym(String key) {
        return known.pseudonym(Sha256.hex(key));
    }

    private static Optional<String> among(List<Line> known, String hash) {
        byte[] given = hash.getBytes(StandardCharsets.US_ASCII);
        Optional<String> found = Optional.empty();
        for (Line each : known) {
            if (MessageDigest.isEqual(each.hash.getBytes(StandardCharsets.US_ASCII), given)) {
                found = Optional.of(each.pseudonym);
            }
        }
        return found;
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
