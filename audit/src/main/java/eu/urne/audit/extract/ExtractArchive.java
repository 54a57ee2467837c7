package eu.urne.audit.extract;

import eu.urne.audit.tree.TilePath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes the files of an extract in their order (docs/formats/evidence.md, "The archive"), entries bundle by bundle.
 */
public final class ExtractArchive {
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private final ZipOutputStream zip;
    private final ByteArrayOutputStream bundle = new ByteArrayOutputStream();
    private int entries;

    /**
     * Begins an archive.
     *
     * @param out takes it
     */
    public ExtractArchive(OutputStream out) {
        this.zip = new ZipOutputStream(out);
    }

    /** Writes a file, the next in the order of the names. */
    public void file(String name, byte[] bytes) throws IOException {
        file(name, List.of(bytes));
    }

    /** Writes a file that is the parts one behind another. */
    public void file(String name, List<byte[]> parts) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        for (byte[] part : parts) {
            zip.write(part);
        }
        zip.closeEntry();
    }

    /**
     * Adds an entry to the bundle that is being filled.
     *
     * @throws UncheckedIOException if a full bundle cannot be written
     */
    public void entry(byte[] bytes) {
        bundle.write(bytes.length >> Byte.SIZE);
        bundle.write(bytes.length);
        bundle.writeBytes(bytes);
        entries++;
        if (entries % TilePath.FULL == 0) {
            flush((entries - 1) / TilePath.FULL);
        }
    }

    /** Writes the last bundle. */
    public void endOfEntries() {
        if (bundle.size() > 0) {
            flush(entries / TilePath.FULL);
        }
    }

    private void flush(int number) {
        try {
            file(ExtractFiles.bundle(number), bundle.toByteArray());
            bundle.reset();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the archive; the stream is flushed and stays open. */
    public void end() throws IOException {
        zip.finish();
        zip.flush();
    }
}
