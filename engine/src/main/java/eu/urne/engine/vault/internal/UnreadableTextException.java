package eu.urne.engine.vault.internal;

import java.io.Serial;

/** A file is none that can be imported; the message is one sentence that quotes nothing of it. */
public final class UnreadableTextException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    /** With the sentence. */
    public UnreadableTextException(String sentence) {
        super(sentence);
    }
}
