package eu.urne.api.site;

import java.io.Serial;

/** The questions of the quiz cannot be read; the message is one sentence that names the file and the place. */
public final class QuizException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    /** With that sentence. */
    public QuizException(String sentence) {
        super(sentence, null, false, false);
    }
}
