package eu.urne.engine.log;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Proof that an entry is in a log (c2sp.org/tlog-proof@v1; docs/formats/log.md, section 9).
 *
 * @param index of the entry
 * @param proof inclusion proof to the root of the checkpoint
 * @param checkpoint signed note
 */
public record Receipt(long index, List<byte[]> proof, String checkpoint) {

    /** The receipt as text. */
    public String text() {
        String hashes =
                proof.stream().map(hash -> Base64Strict.encode(hash) + "\n").collect(Collectors.joining());
        return "c2sp.org/tlog-proof@v1\nindex " + index + "\n" + hashes + "\n" + checkpoint;
    }
}
