package eu.urne.audit.source;

import eu.urne.audit.UnreadableEvidenceException;
import eu.urne.audit.json.MalformedException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.zip.ZipException;

/** Reading a stream to its end, up to a bound. */
final class BoundedRead {
    private BoundedRead() {}

    static byte[] all(InputStream stream, String where, int maxBytes)
            throws MalformedException, UnreadableEvidenceException {
        try (stream) {
            byte[] bytes = stream.readNBytes(maxBytes);
            if (stream.read() >= 0) {
                throw tooLong(maxBytes);
            }
            return bytes;
        } catch (ZipException | EOFException e) {
            throw new MalformedException(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw unreadable(where, e);
        }
    }

    static MalformedException tooLong(int maxBytes) {
        return new MalformedException(String.format(Locale.ROOT, "has more than %,d bytes", maxBytes));
    }

    /** Says in one sentence why a file cannot be read. */
    static UnreadableEvidenceException unreadable(String where, IOException failure) {
        String reason =
                switch (failure) {
                    case AccessDeniedException denied -> "access is denied";
                    case NoSuchFileException missing -> "it does not exist";
                    default -> failure.getMessage() == null ? failure.toString() : failure.getMessage();
                };
        return new UnreadableEvidenceException(where + " cannot be read: " + reason);
    }
}
