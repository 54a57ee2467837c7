package eu.urne.engine;

import eu.urne.engine.store.StoreException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a data folder to one process, as long as it is not closed. */
public final class FolderLock implements AutoCloseable {

    private final Path folder;
    private final FileChannel file;

    private FolderLock(Path folder, FileChannel file) {
        this.folder = folder;
        this.file = file;
    }

    /**
     * Takes it, and makes the folder where there is none.
     *
     * @throws StoreException in one sentence, if somebody has it, or it is no folder
     */
    public static FolderLock take(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel file =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isTaken(file)) {
                file.close();
                throw new StoreException("the data folder " + folder + " is in use");
            }
            return new FolderLock(folder, file);
        } catch (IOException e) {
            throw new StoreException("the data folder " + folder + " cannot be opened: " + e.getMessage(), e);
        }
    }

    private static boolean isTaken(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // by this process
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new StoreException("the data folder " + folder + " cannot be released: " + e.getMessage(), e);
        }
    }
}
