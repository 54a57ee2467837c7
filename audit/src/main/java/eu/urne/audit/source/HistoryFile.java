package eu.urne.audit.source;

import eu.urne.audit.json.MalformedException;
import eu.urne.audit.note.Checkpoint;
import eu.urne.audit.note.SignedNote;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** The file {@code history}: notes, each a 16-bit length and so many bytes (docs/formats/evidence.md). */
public final class HistoryFile {
    private HistoryFile() {}

    /**
     * Writes a note as it stands in the history.
     *
     * @param note at most 65,535 bytes
     */
    public static byte[] framed(byte[] note) {
        return ByteBuffer.allocate(Short.BYTES + note.length)
                .putShort((short) note.length)
                .put(note)
                .array();
    }

    /**
     * Tells how long the history is up to a checkpoint. No signature is verified.
     *
     * @param history the file from its beginning; it is not closed
     * @param size size of the checkpoint
     * @return the number of bytes of all notes up to the one of that size
     * @throws MalformedException if a note before is malformed, or none has that size
     * @throws IOException if it cannot be read
     */
    public static long lengthUpTo(InputStream history, long size) throws MalformedException, IOException {
        DataInputStream notes = new DataInputStream(history);
        long length = 0;
        long told = -1;
        try {
            while (told < size) {
                byte[] note = new byte[notes.readUnsignedShort()];
                notes.readFully(note);
                told = Checkpoint.parse(SignedNote.parse(note).text()).size();
                length += Short.BYTES + note.length;
            }
        } catch (EOFException e) {
            throw new MalformedException("ends before the checkpoint of size " + size);
        }
        if (told != size) {
            throw new MalformedException("has no checkpoint of size " + size);
        }
        return length;
    }
}
