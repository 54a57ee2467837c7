package eu.urne.api.upload;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Takes pictures and sounds in. What is kept is made anew from what is seen and heard: places, names, devices, covers
 * and whatever else was in or behind the file is left out. Safe for use by many threads; one picture is worked on at a
 * time, so that memory is bounded.
 */
public final class Uploads {

    /** Largest file that is taken, in bytes. */
    public static final int MAX_BYTES = 20_000_000;

    private static final long PATIENCE_S = 20;

    private final Semaphore easel = new Semaphore(1);

    /**
     * The file as it may be kept.
     *
     * @throws RefusedFileException in one sentence, if it is none that is taken
     * @throws BusyException if too many are sent at once
     */
    public MediaFile take(byte[] file) throws RefusedFileException, BusyException {
        return switch (FileKind.of(file)) {
            case JPEG -> new MediaFile("image/jpeg", painted(file, FileKind.JPEG));
            case PNG -> new MediaFile("image/png", painted(file, FileKind.PNG));
            case MP3 -> new MediaFile("audio/mpeg", Mp3.frames(file));
            case OGG -> new MediaFile("audio/ogg", Ogg.withoutComments(file));
            default -> throw new IllegalStateException("a kind that is not taken");
        };
    }

    private byte[] painted(byte[] file, FileKind kind) throws RefusedFileException, BusyException {
        try {
            if (!easel.tryAcquire(PATIENCE_S, TimeUnit.SECONDS)) {
                throw new BusyException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BusyException();
        }
        try {
            return Picture.painted(file, kind);
        } finally {
            easel.release();
        }
    }
}
