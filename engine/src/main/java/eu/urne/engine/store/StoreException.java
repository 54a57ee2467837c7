package eu.urne.engine.store;

import java.io.Serial;

/** The store cannot do what it was asked; the message is one sentence for the operator. */
public class StoreException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    /** A failure with its cause. */
    public StoreException(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** A failure found by ourselves. */
    public StoreException(String sentence) {
        super(sentence);
    }

    /** Too many appends wait: come back later. Nothing was written. */
    public static final class Busy extends StoreException {

        @Serial
        private static final long serialVersionUID = 1;

        /** With the length of the queue. */
        public Busy(int waiting) {
            super(waiting + " appends wait already; try again later");
        }
    }
}
