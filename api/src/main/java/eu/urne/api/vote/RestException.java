package eu.urne.api.vote;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A server refused or did not answer; the message is one sentence for people. */
public final class RestException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient @Nullable String detail;

    RestException(String sentence) {
        super(sentence);
        this.detail = null;
    }

    /** What the server refused, with its own sentence. */
    RestException(String sentence, String detail) {
        super(sentence);
        this.detail = detail;
    }

    RestException(String sentence, Throwable cause) {
        super(sentence, cause);
        this.detail = null;
    }

    /** The server's own sentence where it refused; null where it did not answer. */
    public @Nullable String detail() {
        return detail;
    }
}
