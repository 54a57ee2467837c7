package eu.urne.engine.store;

import eu.urne.engine.store.AppendResult.Appended;
import java.util.Optional;

/**
 * Where the events of a command have been placed, told to whoever has sent it, who need not look for them: the command
 * bus handles a command in the thread that sends it, and so are its events appended. Safe for use by many threads.
 */
public final class Placements {

    private final ThreadLocal<Optional<Appended>> last = ThreadLocal.withInitial(Optional::empty);

    /** Nothing is placed yet. */
    public Placements() {}

    void keep(Appended appended) {
        last.set(Optional.of(appended));
    }

    /** What this thread has appended since it asked last; each is told once. */
    public Optional<Appended> take() {
        Optional<Appended> taken = last.get();
        last.remove();
        return taken;
    }
}
