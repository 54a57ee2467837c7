package eu.urne.audit.source;

import static java.nio.charset.StandardCharsets.US_ASCII;

import eu.urne.audit.json.MalformedException;
import eu.urne.audit.json.StrictText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The strict reading of an archive's structure (docs/formats/evidence.md, "The archive"; PKWARE APPNOTE 4.3). Files lie
 * one behind another from byte 0, in the order of the central directory, and no byte is left over.
 */
final class ZipStructure {
    /** The most files that are taken: enough for a log of 250 million entries. */
    static final int MAX_FILES = 2_000_000;

    private static final long MAX_ARCHIVE_BYTES = 64L << 30;
    private static final int MAX_NAME_BYTES = 64;
    private static final int LOCAL = 0x04034b50;
    private static final int DESCRIPTOR = 0x08074b50;
    private static final int LOCAL_BYTES = 30;
    private static final int DESCRIPTOR_BYTES = 16;

    private final ChannelReader file;

    ZipStructure(ChannelReader file) {
        this.file = file;
    }

    /** Tells whether the file begins like an archive with files, or is an archive without any. */
    boolean looksLikeZip() throws IOException {
        if (file.size() < ZipEnd.END_BYTES) {
            return false;
        }
        int first = file.at(0, Integer.BYTES).getInt();
        return first == LOCAL || first == ZipEnd.END;
    }

    /** Reads the whole structure and gives the files by name. */
    Map<String, ZipMember> members() throws IOException, MalformedException {
        if (file.size() > MAX_ARCHIVE_BYTES) {
            throw new MalformedException("the archive is over 64 GiB");
        }
        ZipEnd end = ZipEnd.read(file);
        if (end.files() > MAX_FILES) {
            throw new MalformedException("the archive has more than 2,000,000 files");
        }
        CentralDirectory directory = new CentralDirectory(file, end);
        Map<String, ZipMember> members = new LinkedHashMap<>();
        long offset = 0;
        for (long i = 0; i < end.files(); i++) {
            CentralDirectory.Header header = directory.next();
            String name = name(header.name().array());
            if (header.offset() != offset) {
                throw new MalformedException(name + " does not begin where the file before it ends");
            }
            ZipMember member = local(header, name, end.directoryOffset());
            offset = member.dataOffset() + member.storedSize() + (header.hasDescriptor() ? DESCRIPTOR_BYTES : 0);
            if (members.put(name, member) != null) {
                throw new MalformedException(name + " stands twice in the archive");
            }
        }
        if (offset != end.directoryOffset() || !directory.atEnd()) {
            throw new MalformedException("the archive has bytes that belong to no file");
        }
        return members;
    }

    private static String name(byte[] bytes) throws MalformedException {
        String name = new String(bytes, US_ASCII);
        if (bytes.length == 0 || bytes.length > MAX_NAME_BYTES || !StrictText.isVisibleAscii(name)) {
            throw new MalformedException("the archive has a file whose name is not 1 to 64 visible ASCII characters");
        }
        return name;
    }

    private ZipMember local(CentralDirectory.Header header, String name, long limit)
            throws IOException, MalformedException {
        long dataOffset = header.offset() + LOCAL_BYTES + header.name().length();
        long dataEnd = dataOffset + header.storedSize() + (header.hasDescriptor() ? DESCRIPTOR_BYTES : 0);
        if (dataEnd > limit) {
            throw new MalformedException(name + " reaches into the archive's directory");
        }
        ByteBuffer found = file.at(header.offset(), LOCAL_BYTES + header.name().length());
        ByteBuffer expected = ByteBuffer.allocate(found.capacity()).order(found.order());
        expected.putInt(LOCAL).putShort((short) (header.deflated() ? 20 : 10)).putShort((short) header.flags());
        expected.putShort((short) (header.deflated() ? 8 : 0)).putInt(CentralDirectory.TIMESTAMP);
        boolean later = header.hasDescriptor();
        expected.putInt(later ? 0 : (int) header.crc()).putInt(later ? 0 : (int) header.storedSize());
        expected.putInt(later ? 0 : (int) header.size())
                .putShort((short) header.name().length());
        expected.putShort((short) 0).put(header.name().array());
        if (!expected.flip().equals(found)) {
            throw new MalformedException(name + " has a local header that is not the one its directory entry demands");
        }
        if (later) {
            checkDescriptor(header, name, dataOffset + header.storedSize());
        }
        return new ZipMember(dataOffset, header.storedSize(), header.size(), header.crc(), header.deflated());
    }

    private void checkDescriptor(CentralDirectory.Header header, String name, long offset)
            throws IOException, MalformedException {
        ByteBuffer found = file.at(offset, DESCRIPTOR_BYTES);
        if (found.getInt() != DESCRIPTOR
                || Integer.toUnsignedLong(found.getInt()) != header.crc()
                || Integer.toUnsignedLong(found.getInt()) != header.storedSize()
                || Integer.toUnsignedLong(found.getInt()) != header.size()) {
            throw new MalformedException(name + " has a data descriptor that differs from its directory entry");
        }
    }
}
