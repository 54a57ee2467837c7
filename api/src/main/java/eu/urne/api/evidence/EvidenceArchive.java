package eu.urne.api.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An archive in the one structure that the format allows (docs/formats/evidence.md, "The archive"). */
final class EvidenceArchive {
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private final ZipOutputStream zip;

    EvidenceArchive(OutputStream out) {
        this.zip = new ZipOutputStream(out);
    }

    /** Writes a file. */
    void file(String name, byte[] bytes) throws IOException {
        begin(name).write(bytes);
        zip.closeEntry();
    }

    /** Begins a file that is written piece by piece, and ended by {@link #endOfFile}. */
    OutputStream begin(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        return zip;
    }

    /** Ends a file. */
    void endOfFile() throws IOException {
        zip.closeEntry();
    }

    /** Ends the archive; the stream is flushed and stays open. */
    void end() throws IOException {
        zip.finish();
        zip.flush();
    }
}
