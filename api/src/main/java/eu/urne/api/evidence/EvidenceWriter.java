package eu.urne.api.evidence;

import eu.urne.engine.log.Tile;
import eu.urne.engine.log.TilePath;
import eu.urne.engine.store.LogName;
import eu.urne.engine.store.LogReader.SizedNote;
import eu.urne.engine.store.SequencedLog;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes the evidence archive of a log (docs/formats/evidence.md) as it stands at the beginning, while the log may grow
 * on. The same state of the log gives the same bytes. Memory is one bundle, whatever the size of the log.
 */
public final class EvidenceWriter {

    private static final int PAGE = 512;
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private final SequencedLog log;
    private final LogName name;
    private final LogFiles files;
    private final SizedNote checkpoint;

    private EvidenceWriter(SequencedLog log, LogName name, SizedNote checkpoint) {
        this.log = log;
        this.name = name;
        this.files = new LogFiles(log, name);
        this.checkpoint = checkpoint;
    }

    /**
     * Writes the archive of a log as it stands. The stream is flushed and stays open.
     *
     * @throws IOException if the stream fails
     * @throws eu.urne.engine.store.StoreException in one sentence, if the log cannot be read
     */
    public static void write(SequencedLog log, LogName name, OutputStream out) throws IOException {
        write(log, name, log.checkpoint(name), out);
    }

    /**
     * Writes the archive of a log as it stood at a checkpoint. The stream is flushed and stays open.
     *
     * @param checkpoint of the log, with or without cosignatures
     * @throws IOException if the stream fails
     * @throws eu.urne.engine.store.StoreException in one sentence, if the log cannot be read
     */
    public static void write(SequencedLog log, LogName name, SizedNote checkpoint, OutputStream out)
            throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        new EvidenceWriter(log, name, checkpoint).writeAll(zip);
        zip.finish();
        zip.flush();
    }

    private void writeAll(ZipOutputStream zip) throws IOException {
        file(zip, "vkey", files.verifierKey());
        file(zip, "checkpoint", checkpoint.note().getBytes(StandardCharsets.UTF_8));
        history(zip);
        long size = checkpoint.size();
        for (long number = 0; number < LogFiles.fullTiles(0, size); number++) {
            file(zip, TilePath.entries(number, Tile.WIDTH), files.entries(number, Tile.WIDTH));
        }
        int last = LogFiles.partialWidth(0, size);
        if (last > 0) {
            long number = LogFiles.fullTiles(0, size);
            file(zip, TilePath.entries(number, last), files.entries(number, last));
        }
        for (int level = 0; size >> (Tile.HEIGHT * level) > 0; level++) {
            tiles(zip, level, size);
        }
    }

    private void tiles(ZipOutputStream zip, int level, long size) throws IOException {
        long full = LogFiles.fullTiles(level, size);
        for (long number = 0; number < full; number++) {
            file(zip, TilePath.tile(level, number, Tile.WIDTH), files.tile(level, number, Tile.WIDTH));
        }
        int last = LogFiles.partialWidth(level, size);
        if (last > 0) {
            file(zip, TilePath.tile(level, full, last), files.tile(level, full, last));
        }
    }

    private void history(ZipOutputStream zip) throws IOException {
        begin(zip, "history");
        List<SizedNote> page = log.reader().checkpoints(name, 0, PAGE);
        while (!page.isEmpty()) {
            for (SizedNote note : page) {
                if (note.size() > checkpoint.size()) {
                    break;
                }
                byte[] bytes = note.note().getBytes(StandardCharsets.UTF_8);
                zip.write(bytes.length >> 8);
                zip.write(bytes.length);
                zip.write(bytes);
            }
            long last = page.getLast().size();
            page = last >= checkpoint.size() ? List.of() : log.reader().checkpoints(name, last + 1, PAGE);
        }
        zip.closeEntry();
    }

    private static void file(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        begin(zip, name);
        zip.write(bytes);
        zip.closeEntry();
    }

    private static void begin(ZipOutputStream zip, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
    }
}
