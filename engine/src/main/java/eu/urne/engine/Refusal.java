package eu.urne.engine;

/**
 * An expected no to a command: a value, not a defect.
 *
 * @param reason what kind of no, for machines
 * @param sentence one sentence for people, naming the field or object
 */
public record Refusal(Reason reason, String sentence) {

    /** Kinds of refusal. */
    public enum Reason {
        /** What the command speaks of does not exist. */
        UNKNOWN,
        /** It exists already, with other content. */
        EXISTS,
        /** Not in this state, or not any more. */
        WRONG_STATE,
        /** A token or person without the right. */
        NOT_AUTHORISED,
        /** A token, card or ciphertext that was used before. */
        USED,
        /** The command's content is wrong. */
        INVALID
    }
}
