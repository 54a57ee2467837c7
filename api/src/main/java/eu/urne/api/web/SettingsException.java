package eu.urne.api.web;

import java.io.Serial;

/** Settings that a city may edit cannot be read; the message is one sentence that names the file and the place. */
public final class SettingsException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    /** With that sentence. */
    public SettingsException(String sentence) {
        super(sentence, null, false, false);
    }
}
