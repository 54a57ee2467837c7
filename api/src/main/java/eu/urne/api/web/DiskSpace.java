package eu.urne.api.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Free space of the disk with the data folder, looked at once a second at most. Safe for use by many threads. */
public final class DiskSpace {

    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

    private record Seen(long freeBytes, long atNanos) {}

    private final LongSupplier look;
    private final long leastFree;
    private volatile Seen seen;

    /**
     * The disk of a folder.
     *
     * @param leastFree bytes that must be free
     */
    public DiskSpace(Path folder, long leastFree) {
        this(() -> usable(folder), leastFree);
    }

    DiskSpace(LongSupplier look, long leastFree) {
        this.look = look;
        this.leastFree = leastFree;
        this.seen = new Seen(look.getAsLong(), System.nanoTime());
    }

    private static long usable(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            return 0; // a disk that does not answer takes nothing
        }
    }

    /** Bytes that are free. */
    public long freeBytes() {
        long now = System.nanoTime();
        Seen last = seen;
        if (now - last.atNanos >= FRESH_NANOS) {
            last = new Seen(look.getAsLong(), now);
            seen = last;
        }
        return last.freeBytes;
    }

    /** Whether fewer are free than must be. */
    public boolean isScarce() {
        return freeBytes() < leastFree;
    }
}
