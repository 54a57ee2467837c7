package eu.urne.audit.mirror;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Pauses that take no time and are noted. */
final class NoPauses implements Pauses {
    private final List<Duration> taken = new CopyOnWriteArrayList<>();

    List<Duration> taken() {
        return taken;
    }

    @Override
    public boolean pause(Duration time) {
        taken.add(time);
        return true;
    }

    @Override
    public boolean ended() {
        return false;
    }
}
