package eu.urne.api.scenario;

import java.io.Serial;

/** A scenario cannot be read or cannot go on; the message is one sentence for people, with file and line. */
public final class ScenarioException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    ScenarioException(String sentence) {
        super(sentence);
    }

    ScenarioException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
