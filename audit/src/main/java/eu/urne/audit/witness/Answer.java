package eu.urne.audit.witness;

import java.util.Optional;

/**
 * What a witness answers to a checkpoint.
 *
 * @param status the HTTP status
 * @param contentType the type of the body
 * @param body the text
 * @param refused why it did not cosign; empty if it did
 */
public record Answer(int status, String contentType, String body, Optional<String> refused) {
    private static final String PLAIN = "text/plain; charset=utf-8";

    /** The body is signature lines. */
    static Answer cosigned(String lines) {
        return new Answer(200, PLAIN, lines, Optional.empty());
    }

    /** The request breaks the format. */
    static Answer malformed(String sentence) {
        return refused(400, sentence);
    }

    /** The log is none of those that are witnessed. */
    static Answer unknownLog(String origin) {
        return refused(404, "the log '" + origin + "' is not witnessed here");
    }

    /** The log has not signed the checkpoint. */
    static Answer notSigned(String sentence) {
        return refused(403, sentence);
    }

    /** The client thinks that the witness has another checkpoint; the body is the size of the one it has. */
    static Answer otherSize(long size) {
        return new Answer(
                409, "text/x.tlog.size", size + "\n", Optional.of("the latest checkpoint here has size " + size));
    }

    /** The log has signed two trees of one size. */
    static Answer forked(long size) {
        return refused(409, "the log has signed another tree of size " + size + ": it is forked");
    }

    /** The proof does not show that the newer tree begins with the older one. */
    static Answer notProved(long oldSize, long size) {
        return refused(
                422, "the proof does not show that the tree of " + size + " entries begins with that of " + oldSize);
    }

    private static Answer refused(int status, String sentence) {
        return new Answer(status, PLAIN, sentence + "\n", Optional.of(sentence));
    }
}
