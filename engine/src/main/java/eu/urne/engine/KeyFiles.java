package eu.urne.engine;

import eu.urne.engine.log.Base64Strict;
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
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;

/** Secret keys of 32 bytes, one per file, readable by their owner only. */
public final class KeyFiles implements SecretKeys {

    private static final int LENGTH = 32;
    private static final String END = ".key";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path folder;

    /** Keys in this folder, which is created with owner-only permissions. */
    public KeyFiles(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new StoreException("the key folder " + folder + " cannot be created: " + e.getMessage(), e);
        }
    }

    /** The names of all keys. */
    public List<String> names() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(END))
                    .map(name -> name.substring(0, name.length() - END.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new StoreException("the key folder " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public boolean exists(String name) {
        return Files.exists(file(name));
    }

    /**
     * The key of that name, made on first use. When it returns, the key is on disk.
     *
     * @throws StoreException in one sentence, if the file cannot be read, or others may read it
     */
    @Override
    public byte[] getOrCreate(String name) {
        Path file = file(name);
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            if (!PosixFilePermissions.toString(Files.getPosixFilePermissions(file))
                    .endsWith("------")) {
                throw new StoreException("the key file " + file + " can be read by others; allow its owner only");
            }
            byte[] key = Base64Strict.decode(Files.readString(file).strip());
            if (key.length != LENGTH) {
                throw new StoreException("the key file " + file + " does not hold a key of 32 bytes");
            }
            return key;
        } catch (IOException | IllegalArgumentException e) {
            throw new StoreException("the key file " + file + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static void create(Path file) throws IOException {
        byte[] key = new byte[LENGTH];
        RANDOM.nextBytes(key);
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(draft, options, ownerOnly)) {
            channel.write(ByteBuffer.wrap((Base64Strict.encode(key) + "\n").getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel parent = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
            parent.force(true);
        }
    }

    private Path file(String name) {
        return folder.resolve(name + END);
    }
}
