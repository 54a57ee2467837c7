package eu.urne.audit.source;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/** Reads pieces of a file at given places. */
record ChannelReader(FileChannel channel) {

    long size() throws IOException {
        return channel.size();
    }

    /** Reads exactly so many bytes; the buffer is little-endian, as zip is. */
    ByteBuffer at(long offset, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, offset + buffer.position()) < 0) {
                throw new EOFException("the file ends before byte " + (offset + length));
            }
        }
        return buffer.flip();
    }
}
