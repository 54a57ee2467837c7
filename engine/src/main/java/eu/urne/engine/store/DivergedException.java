package eu.urne.engine.store;

import java.io.Serial;

/** This node cannot come to what the others came to; the message is one sentence for the operator. It must stop. */
final class DivergedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    DivergedException(String sentence) {
        super(sentence);
    }
}
