package eu.urne.api.replay;

import java.io.Serial;

/** A replay cannot go on; the message is one sentence for people. */
public final class ReplayException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    ReplayException(String sentence) {
        super(sentence);
    }

    ReplayException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
