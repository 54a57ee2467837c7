package eu.urne.audit.mirror;

import java.time.Duration;

/** The waiting of a monitor, which whoever wants it to end cuts short. */
public interface Pauses {

    /**
     * Waits.
     *
     * @param time how long
     * @return whether to go on; false as soon as it is to end
     */
    boolean pause(Duration time);

    /** Tells whether it is to end. */
    boolean ended();
}
