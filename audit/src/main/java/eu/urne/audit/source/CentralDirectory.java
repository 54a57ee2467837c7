package eu.urne.audit.source;

import eu.urne.audit.crypto.Bytes;
import eu.urne.audit.json.MalformedException;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Reads the headers of an archive's central directory in order. */
final class CentralDirectory {
    /** 1980-02-01 00:00 as a DOS date and time: the one timestamp that is allowed. */
    static final int TIMESTAMP = 0x0041_0000;

    private static final int HEADER = 0x02014b50;
    private static final int HEADER_BYTES = 46;
    private static final int UTF8 = 0x0800;
    private static final int DESCRIPTOR_FOLLOWS = 0x0008;
    private static final int DEFLATE = 8;
    private static final int ZIP64_VERSION = 45;
    private static final int ZIP64_EXTRA_BYTES = 12;
    private static final long SATURATED = 0xffff_ffffL;

    private final ChannelReader file;
    private final long end;
    private long position;

    /** One header: the facts that vary, all others have been checked. */
    record Header(Bytes name, int flags, boolean deflated, long crc, long storedSize, long size, long offset) {
        boolean hasDescriptor() {
            return (flags & DESCRIPTOR_FOLLOWS) != 0;
        }
    }

    CentralDirectory(ChannelReader file, ZipEnd archiveEnd) {
        this.file = file;
        this.position = archiveEnd.directoryOffset();
        this.end = archiveEnd.directoryOffset() + archiveEnd.directoryBytes();
    }

    boolean atEnd() {
        return position == end;
    }

    Header next() throws IOException, MalformedException {
        ByteBuffer fixed = take(HEADER_BYTES);
        int signature = fixed.getInt();
        int madeBy = fixed.getShort();
        int needed = fixed.getShort();
        int flags = fixed.getShort();
        int method = fixed.getShort();
        int timestamp = fixed.getInt();
        long crc = Integer.toUnsignedLong(fixed.getInt());
        long storedSize = Integer.toUnsignedLong(fixed.getInt());
        long size = Integer.toUnsignedLong(fixed.getInt());
        int nameBytes = Short.toUnsignedInt(fixed.getShort());
        int extraBytes = Short.toUnsignedInt(fixed.getShort());
        boolean zeros = (fixed.getLong() | fixed.getShort()) == 0;
        long offset = Integer.toUnsignedLong(fixed.getInt());
        boolean deflated = method == DEFLATE;
        boolean far = offset == SATURATED;
        int version = far ? ZIP64_VERSION : deflated ? 20 : 10;
        require(signature == HEADER, "has no directory entry where one is due");
        require(deflated || method == 0, "has a file that is neither stored nor deflated");
        require(timestamp == TIMESTAMP, "has a file whose time is not 1980-02-01 00:00");
        require(
                flags == UTF8 || (deflated && flags == (UTF8 | DESCRIPTOR_FOLLOWS)),
                "has a file with flags other than UTF-8 names and, if deflated, a data descriptor");
        require(zeros && madeBy == version && needed == version, "has a directory entry with unlisted values");
        require(storedSize != SATURATED && size != SATURATED, "has a file of 4 GiB or more");
        require(deflated || storedSize == size, "has a stored file with two sizes");
        require(extraBytes == (far ? ZIP64_EXTRA_BYTES : 0), "has a directory entry with an extra field");
        Bytes name = Bytes.of(take(nameBytes).array());
        long place = far ? zip64Offset() : offset;
        return new Header(name, flags, deflated, crc, storedSize, size, place);
    }

    private long zip64Offset() throws IOException, MalformedException {
        ByteBuffer extra = take(ZIP64_EXTRA_BYTES);
        require(extra.getShort() == 1 && extra.getShort() == Long.BYTES, "has an extra field other than ZIP64");
        long offset = extra.getLong();
        require(offset >= SATURATED, "has a ZIP64 field that is not needed");
        return offset;
    }

    private ByteBuffer take(int length) throws IOException, MalformedException {
        require(position + length <= end, "has a directory that is cut off");
        ByteBuffer piece = file.at(position, length);
        position += length;
        return piece;
    }

    private static void require(boolean good, String otherwise) throws MalformedException {
        if (!good) {
            throw new MalformedException("the archive " + otherwise);
        }
    }
}
