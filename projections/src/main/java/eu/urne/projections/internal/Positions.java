package eu.urne.projections.internal;

import java.util.OptionalLong;
import org.axonframework.eventhandling.tokenstore.TokenStore;

/** Axon's tokens as positions, beside the tables that they speak of and in the same transactions. */
public interface Positions extends TokenStore {

    /** The one segment of a processor. */
    int SEGMENT = 0;

    /**
     * Takes the right to build the read models; it lasts a while and must be used again before that.
     *
     * @return up to where they are built; empty where another node has the right
     */
    OptionalLong claim(String processor);

    /**
     * Makes sure that nobody else gets the right before the transaction under way has ended.
     *
     * @throws org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException if somebody has it already
     */
    void hold(String processor);
}
