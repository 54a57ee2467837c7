package eu.urne.api.evidence;

import eu.urne.engine.blob.Blob;
import eu.urne.engine.blob.BlobHash;
import eu.urne.engine.blob.BlobStore;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Writes the texts and files that the log names and that still exist (docs/formats/evidence.md, "Texts and files"), so
 * that whoever has them can hold them against the log. Memory is one file.
 */
public final class BlobArchive {

    private BlobArchive() {}

    /**
     * Writes an archive; what is erased by then is left out. The stream is flushed and stays open.
     *
     * @param hashes each once, in their order in the archive
     * @throws IOException if the stream fails
     */
    public static void write(BlobStore blobs, List<BlobHash> hashes, OutputStream out) throws IOException {
        EvidenceArchive archive = new EvidenceArchive(out);
        StringBuilder sums = new StringBuilder();
        StringBuilder types = new StringBuilder();
        for (BlobHash hash : hashes) {
            Optional<Blob> found = blobs.find(hash);
            if (found.isPresent()) {
                Blob blob = found.get();
                OutputStream file = archive.begin(hash.hex());
                file.write(blob.salt());
                file.write(blob.content());
                archive.endOfFile();
                sums.append(hash).append("  ").append(hash).append('\n');
                types.append(hash).append('\t').append(blob.type()).append('\n');
            }
        }
        archive.file("SHA256SUMS", sums.toString().getBytes(StandardCharsets.UTF_8));
        archive.file("types.tsv", types.toString().getBytes(StandardCharsets.UTF_8));
        archive.end();
    }
}
