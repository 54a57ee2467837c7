package eu.urne.audit.source;

import eu.urne.audit.json.MalformedException;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * What stands at the end of an archive: the end record and, where a number does not fit it, the ZIP64 records.
 *
 * @param files number of files
 * @param directoryOffset where the central directory begins
 * @param directoryBytes its length
 */
record ZipEnd(long files, long directoryOffset, long directoryBytes) {
    static final int END = 0x06054b50;
    static final int END_BYTES = 22;

    private static final int END64 = 0x06064b50;
    private static final int END64_BYTES = 56;
    private static final int LOCATOR = 0x07064b50;
    private static final int LOCATOR_BYTES = 20;
    private static final int SATURATED_16 = 0xffff;
    private static final long SATURATED_32 = 0xffff_ffffL;

    static ZipEnd read(ChannelReader file) throws IOException, MalformedException {
        long endOffset = file.size() - END_BYTES;
        ByteBuffer end = file.at(endOffset, END_BYTES);
        require(end.getInt() == END, "does not end with its end record: it is cut off, or something stands behind it");
        require(end.getInt() == 0, "is one of several parts");
        int files = Short.toUnsignedInt(end.getShort());
        require(files == Short.toUnsignedInt(end.getShort()), "tells two numbers of files");
        long bytes = Integer.toUnsignedLong(end.getInt());
        long offset = Integer.toUnsignedLong(end.getInt());
        require(end.getShort() == 0, "has a comment");
        boolean zip64 = files == SATURATED_16 || bytes == SATURATED_32 || offset == SATURATED_32;
        ZipEnd told = new ZipEnd(files, offset, bytes);
        ZipEnd found = zip64 ? read64(file, endOffset, told) : told;
        long directoryEnd = endOffset - (zip64 ? END64_BYTES + LOCATOR_BYTES : 0);
        require(
                found.directoryOffset >= 0
                        && found.directoryBytes >= 0
                        && found.directoryOffset <= directoryEnd
                        && directoryEnd - found.directoryOffset == found.directoryBytes,
                "has bytes between its directory and its end record");
        return found;
    }

    private static ZipEnd read64(ChannelReader file, long endOffset, ZipEnd told)
            throws IOException, MalformedException {
        long offset64 = endOffset - LOCATOR_BYTES - END64_BYTES;
        require(offset64 >= 0, "lacks its ZIP64 end record");
        ByteBuffer records = file.at(offset64, END64_BYTES + LOCATOR_BYTES);
        boolean fixed = records.getInt() == END64
                && records.getLong() == END64_BYTES - 12
                && records.getShort() == 45
                && records.getShort() == 45
                && records.getLong() == 0;
        long files = records.getLong();
        boolean same = files == records.getLong();
        long bytes = records.getLong();
        long offset = records.getLong();
        boolean locator = records.getInt() == LOCATOR
                && records.getInt() == 0
                && records.getLong() == offset64
                && records.getInt() == 1;
        require(fixed && same && locator, "has wrong ZIP64 end records");
        require(
                told.files == Math.min(files, SATURATED_16)
                        && told.directoryBytes == Math.min(bytes, SATURATED_32)
                        && told.directoryOffset == Math.min(offset, SATURATED_32),
                "has ZIP64 end records that contradict its end record");
        return new ZipEnd(files, offset, bytes);
    }

    private static void require(boolean good, String otherwise) throws MalformedException {
        if (!good) {
            throw new MalformedException("the archive " + otherwise);
        }
    }
}
