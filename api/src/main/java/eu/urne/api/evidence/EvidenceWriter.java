package eu.urne.api.evidence;

import eu.urne.engine.log.Tile;
import eu.urne.engine.log.TilePath;
import eu.urne.engine.store.LogName;
import eu.urne.engine.store.LogReader.SizedNote;
import eu.urne.engine.store.SequencedLog;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes the evidence archive of a log (docs/formats/evidence.md) as it stands at the beginning, while the log may grow
 * on. The same state of the log gives the same bytes. Memory is one bundle, whatever the size of the log.
 */
public final class EvidenceWriter {

    private static final int PAGE = 512;

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
        EvidenceArchive archive = new EvidenceArchive(out);
        new EvidenceWriter(log, name, checkpoint).writeAll(archive);
        archive.end();
    }

    private void writeAll(EvidenceArchive archive) throws IOException {
        archive.file("vkey", files.verifierKey());
        archive.file("checkpoint", checkpoint.note().getBytes(StandardCharsets.UTF_8));
        history(archive);
        long size = checkpoint.size();
        for (long number = 0; number < LogFiles.fullTiles(0, size); number++) {
            archive.file(TilePath.entries(number, Tile.WIDTH), files.entries(number, Tile.WIDTH));
        }
        int last = LogFiles.partialWidth(0, size);
        if (last > 0) {
            long number = LogFiles.fullTiles(0, size);
            archive.file(TilePath.entries(number, last), files.entries(number, last));
        }
        for (int level = 0; size >> (Tile.HEIGHT * level) > 0; level++) {
            tiles(archive, level, size);
        }
    }

    private void tiles(EvidenceArchive archive, int level, long size) throws IOException {
        long full = LogFiles.fullTiles(level, size);
        for (long number = 0; number < full; number++) {
            archive.file(TilePath.tile(level, number, Tile.WIDTH), files.tile(level, number, Tile.WIDTH));
        }
        int last = LogFiles.partialWidth(level, size);
        if (last > 0) {
            archive.file(TilePath.tile(level, full, last), files.tile(level, full, last));
        }
    }

    private void history(EvidenceArchive archive) throws IOException {
        OutputStream history = archive.begin("history");
        List<SizedNote> page = log.reader().checkpoints(name, 0, PAGE);
        while (!page.isEmpty()) {
            for (SizedNote note : page) {
                if (note.size() > checkpoint.size()) {
                    break;
                }
                byte[] bytes = note.note().getBytes(StandardCharsets.UTF_8);
                history.write(bytes.length >> 8);
                history.write(bytes.length);
                history.write(bytes);
            }
            long last = page.getLast().size();
            page = last >= checkpoint.size() ? List.of() : log.reader().checkpoints(name, last + 1, PAGE);
        }
        archive.endOfFile();
    }
}
