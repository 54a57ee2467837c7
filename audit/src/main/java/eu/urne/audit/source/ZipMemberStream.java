package eu.urne.audit.source;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/** The bytes of one file of an archive. At its end it checks that length, checksum and stored length are as said. */
final class ZipMemberStream extends InputStream {
    private static final int BUFFER_BYTES = 65_536;

    private final FileChannel channel;
    private final ZipMember member;
    private final CRC32 crc = new CRC32();
    private final Inflater inflater = new Inflater(true);
    private final ByteBuffer input;
    private long consumed;
    private long produced;

    ZipMemberStream(FileChannel channel, ZipMember member) {
        this.channel = channel;
        this.member = member;
        this.input = ByteBuffer.allocate((int) Math.min(BUFFER_BYTES, Math.max(1, member.storedSize())))
                .limit(0);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int count = member.deflated() ? inflate(target, offset, length) : copy(target, offset, length);
        if (count < 0) {
            checkEnd();
            return -1;
        }
        crc.update(target, offset, count);
        produced += count;
        if (produced > member.size()) {
            throw new ZipException("has more bytes than the archive says");
        }
        return count;
    }

    private int copy(byte[] target, int offset, int length) throws IOException {
        if (!input.hasRemaining() && !fill()) {
            return -1;
        }
        int count = Math.min(length, input.remaining());
        input.get(target, offset, count);
        return count;
    }

    private int inflate(byte[] target, int offset, int length) throws IOException {
        try {
            while (!inflater.finished()) {
                int count = inflater.inflate(target, offset, length);
                if (count > 0) {
                    return count;
                }
                if (inflater.finished()) {
                    break;
                }
                if (inflater.needsDictionary() || (inflater.needsInput() && !fill())) {
                    throw new EOFException("has a compressed stream that ends too early");
                }
                if (inflater.needsInput()) {
                    inflater.setInput(input);
                }
            }
            return -1;
        } catch (DataFormatException e) {
            throw new ZipException("has a compressed stream that is wrong");
        }
    }

    private boolean fill() throws IOException {
        long rest = member.storedSize() - consumed;
        if (rest == 0) {
            return false;
        }
        input.clear().limit((int) Math.min(rest, input.capacity()));
        int count = channel.read(input, member.dataOffset() + consumed);
        if (count < 0) {
            throw new EOFException("has bytes behind the end of the archive");
        }
        consumed += count;
        input.flip();
        return true;
    }

    private void checkEnd() throws IOException {
        if (consumed != member.storedSize() || input.hasRemaining()) {
            throw new ZipException("has bytes behind the end of its compressed stream");
        }
        if (produced != member.size()) {
            throw new ZipException("has fewer bytes than the archive says");
        }
        if (crc.getValue() != member.crc()) {
            throw new ZipException("has another checksum than the archive says");
        }
    }

    @Override
    public void close() {
        inflater.end();
    }
}
