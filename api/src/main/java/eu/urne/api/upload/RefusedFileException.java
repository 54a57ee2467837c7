package eu.urne.api.upload;

import java.io.Serial;

/** A file that is not taken; the message is one sentence for who sent it. No defect, so without stack trace. */
public final class RefusedFileException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    RefusedFileException(String sentence) {
        super(sentence, null, false, false);
    }

    /** Why, in one sentence. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
