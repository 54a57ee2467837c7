package eu.urne.api.upload;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A page of an OGG file (RFC 3533, section 6).
 *
 * @param flags 1: goes on with the packet of the page before, 2: first page, 4: last page
 * @param granule position in the sound behind this page
 * @param serial number of the stream
 * @param lacing how the body is cut: at most 255 segments
 * @param body the segments
 */
record OggPage(int flags, long granule, int serial, byte[] lacing, byte[] body) {

    static final int CONTINUED = 1;
    static final int FIRST = 2;

    private static final int HEADER = 27;
    private static final int MAGIC = 0x5367674f; // OggS, little-endian
    private static final int[] SUMS = sums();

    /**
     * The page at a place of the file.
     *
     * @throws RefusedFileException if there is none that is whole
     */
    static OggPage read(byte[] file, int at) throws RefusedFileException {
        if (file.length - at < HEADER || file.length - at < HEADER + (file[at + 26] & 0xff)) {
            throw new RefusedFileException("the sound is cut off: send it again, whole");
        }
        ByteBuffer header = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        if (header.getInt(at) != MAGIC || file[at + 4] != 0) {
            throw new RefusedFileException("the sound is damaged at byte %,d: save it as OGG anew".formatted(at));
        }
        int begin = at + HEADER + (file[at + 26] & 0xff);
        byte[] lacing = Arrays.copyOfRange(file, at + HEADER, begin);
        int length = 0;
        for (byte segment : lacing) {
            length += segment & 0xff;
        }
        if (file.length - begin < length) {
            throw new RefusedFileException("the sound is cut off: send it again, whole");
        }
        OggPage page = new OggPage(
                file[at + 5] & 0xff,
                header.getLong(at + 6),
                header.getInt(at + 14),
                lacing,
                Arrays.copyOfRange(file, begin, begin + length));
        if (sum(page.bytes(header.getInt(at + 18)), 22) != header.getInt(at + 22)) {
            throw new RefusedFileException("the sound is damaged at byte %,d: save it as OGG anew".formatted(at));
        }
        return page;
    }

    boolean has(int flag) {
        return (flags & flag) != 0;
    }

    int length() {
        return HEADER + lacing.length + body.length;
    }

    /** The page as it stands in a file, with this number. */
    byte[] bytes(int number) {
        ByteBuffer page = ByteBuffer.allocate(length()).order(ByteOrder.LITTLE_ENDIAN);
        page.putInt(MAGIC).put((byte) 0).put((byte) flags).putLong(granule);
        page.putInt(serial).putInt(number).putInt(0).put((byte) lacing.length);
        page.put(lacing).put(body);
        page.putInt(22, sum(page.array(), 22));
        return page.array();
    }

    /** The checksum, with the four bytes where it stands as zeros. */
    private static int sum(byte[] page, int place) {
        int sum = 0;
        for (int i = 0; i < page.length; i++) {
            int next = i >= place && i < place + 4 ? 0 : page[i] & 0xff;
            sum = sum << 8 ^ SUMS[sum >>> 24 ^ next];
        }
        return sum;
    }

    private static int[] sums() {
        int[] sums = new int[256];
        for (int i = 0; i < sums.length; i++) {
            int sum = i << 24;
            for (int bit = 0; bit < 8; bit++) {
                sum = sum << 1 ^ (sum < 0 ? 0x04c11db7 : 0);
            }
            sums[i] = sum;
        }
        return sums;
    }
}
