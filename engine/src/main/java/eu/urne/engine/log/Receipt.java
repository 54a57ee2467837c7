package eu.urne.engine.log;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Proof that an entry is in a log (c2sp.org/tlog-proof@v1; docs/formats/log.md, section 9).
 *
 * @param index of the entry
 * @param proof inclusion proof to the root of the checkpoint
 * @param checkpoint signed note
 * @param extra what is added for people, and proved by nothing; empty for none
 */
public record Receipt(long index, List<byte[]> proof, String checkpoint, String extra) {

    /** The same with this for people. */
    public Receipt withExtra(String text) {
        return new Receipt(index, proof, checkpoint, text);
    }

    /** The receipt as text. */
    public String text() {
        String hashes =
                proof.stream().map(hash -> Base64Strict.encode(hash) + "\n").collect(Collectors.joining());
        String extraLine =
                extra.isEmpty() ? "" : "extra " + Base64Strict.encode(extra.getBytes(StandardCharsets.UTF_8)) + "\n";
        return "c2sp.org/tlog-proof@v1\n" + extraLine + "index " + index + "\n" + hashes + "\n" + checkpoint;
    }
}
