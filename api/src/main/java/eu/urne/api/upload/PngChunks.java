package eu.urne.api.upload;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;

/** Walks over the chunks of a PNG (PNG specification, third edition, section 5.3) before it is decoded. */
final class PngChunks {

    private static final int SIGNATURE = 8;
    private static final int FRAME = 12;
    private static final int MAX_EXIF = 65_536;

    private PngChunks() {}

    /**
     * Every chunk must be whole, up to the last one.
     *
     * @throws RefusedFileException if not
     */
    static void check(byte[] file) throws RefusedFileException {
        int at = SIGNATURE;
        while (true) {
            if (!holds(file, at)) {
                throw new RefusedFileException("the picture is cut off: send it again, whole");
            }
            int length = length(file, at);
            CRC32 sum = new CRC32();
            sum.update(file, at + 4, length + 4);
            if ((int) sum.getValue() != ByteBuffer.wrap(file).getInt(at + 8 + length)) {
                throw new RefusedFileException("the picture is damaged: send it again");
            }
            if (type(file, at).equals("IEND")) {
                return;
            }
            at += FRAME + length;
        }
    }

    /** The chunk with what the camera told; of a file that was checked. */
    static Optional<byte[]> exif(byte[] file) {
        for (int at = SIGNATURE; holds(file, at) && !type(file, at).equals("IEND"); at += FRAME + length(file, at)) {
            if (type(file, at).equals("eXIf") && length(file, at) <= MAX_EXIF) {
                return Optional.of(Arrays.copyOfRange(file, at + 8, at + 8 + length(file, at)));
            }
        }
        return Optional.empty();
    }

    private static boolean holds(byte[] file, int at) {
        return file.length - at >= FRAME && length(file, at) >= 0 && length(file, at) <= file.length - at - FRAME;
    }

    private static int length(byte[] file, int at) {
        return ByteBuffer.wrap(file).getInt(at);
    }

    private static String type(byte[] file, int at) {
        return new String(file, at + 4, 4, StandardCharsets.ISO_8859_1);
    }
}
