package eu.urne.api.evidence;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import eu.urne.engine.log.Tile;
import eu.urne.engine.log.TilePath;
import eu.urne.engine.store.LogName;
import eu.urne.engine.store.LogReader.SizedNote;
import eu.urne.engine.store.SequencedLog;
import eu.urne.engine.store.StoredEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Writes the evidence of a part of the public log as it stood at a checkpoint, while the log may grow on. Memory is one
 * bundle and the indexes of the part's entries.
 */
public final class PartEvidenceWriter {
    private final SequencedLog log;
    private final EvidencePart part;
    private final SizedNote checkpoint;
    private final long[] indexes;

    private PartEvidenceWriter(SequencedLog log, EvidencePart part, SizedNote checkpoint) {
        this.log = log;
        this.part = part;
        this.checkpoint = checkpoint;
        this.indexes = log.reader().indexes(LogName.PUBLIC, checkpoint.size(), part.streams(), part.prefixes());
    }

    /**
     * Whether a stream has an event of one of some types at a checkpoint: before its end nothing could show that its
     * entries are all there.
     */
    public static boolean hasEnded(SequencedLog log, String stream, List<String> ends, SizedNote checkpoint) {
        return ends.stream()
                .map(end -> log.reader().indexOf(stream, end))
                .anyMatch(index -> index.isPresent() && index.getAsLong() < checkpoint.size());
    }

    /**
     * Writes the archive of a part that has ended at a checkpoint. The stream is flushed and stays open.
     *
     * @param checkpoint of the public log, with or without cosignatures
     * @throws IOException if the stream fails
     * @throws eu.urne.engine.store.StoreException in one sentence, if the log cannot be read
     */
    public static void write(SequencedLog log, EvidencePart part, SizedNote checkpoint, OutputStream out)
            throws IOException {
        EvidenceArchive archive = new EvidenceArchive(out);
        new PartEvidenceWriter(log, part, checkpoint).writeAll(archive);
        archive.end();
    }

    /** The files in the order of their names. */
    private void writeAll(EvidenceArchive archive) throws IOException {
        archive.file("checkpoint", checkpoint.note().getBytes(UTF_8));
        for (int from = 0; from < indexes.length; from += Tile.WIDTH) {
            String number = TilePath.number(from / Tile.WIDTH);
            archive.file("entries/" + number, bundle(from, Math.min(indexes.length, from + Tile.WIDTH)));
        }
        archive.file("indexes", runs().getBytes(US_ASCII));
        archive.file(part.file(), (part.id() + "\n").getBytes(US_ASCII));
        archive.file("proof", proof());
        archive.file("vkey", new LogFiles(log, LogName.PUBLIC).verifierKey());
    }

    private byte[] bundle(int from, int to) {
        ByteArrayOutputStream bundle = new ByteArrayOutputStream();
        for (int first = from; first < to; ) {
            int end = endOfRun(first, to);
            for (StoredEntry entry : log.reader().range(LogName.PUBLIC, indexes[first], end - first)) {
                LogFiles.append(entry, bundle);
            }
            first = end;
        }
        return bundle.toByteArray();
    }

    private String runs() {
        StringBuilder lines = new StringBuilder();
        for (int first = 0; first < indexes.length; ) {
            int end = endOfRun(first, indexes.length);
            lines.append(indexes[first]);
            if (end - first > 1) {
                lines.append('-').append(indexes[end - 1]);
            }
            lines.append('\n');
            first = end;
        }
        return lines.toString();
    }

    /** The end of the run of indexes without gap that begins at a place. */
    private int endOfRun(int first, int limit) {
        int end = first + 1;
        while (end < limit && indexes[end] == indexes[end - 1] + 1) {
            end++;
        }
        return end;
    }

    private byte[] proof() {
        ByteArrayOutputStream proof = new ByteArrayOutputStream();
        log.inclusionProof(LogName.PUBLIC, indexes, checkpoint.size()).forEach(proof::writeBytes);
        return proof.toByteArray();
    }
}
