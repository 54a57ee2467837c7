package eu.urne.api.vote;

import java.io.Serial;

/** A server refused or did not answer; the message is one sentence for people. */
public final class RestException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    RestException(String sentence) {
        super(sentence);
    }

    RestException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
