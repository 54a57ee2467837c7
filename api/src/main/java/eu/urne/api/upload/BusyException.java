package eu.urne.api.upload;

import java.io.Serial;

/** Too many pictures were sent at once: send it again later. */
public final class BusyException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    BusyException() {
        super("too many pictures are sent at once; send it again later", null, false, false);
    }
}
