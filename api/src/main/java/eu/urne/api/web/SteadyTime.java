package eu.urne.api.web;

import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.util.concurrent.TimeUnit;

/** The time of a clock for buckets: it stands still while the clock is set back, and goes on from there. */
final class SteadyTime implements TimeMeter {

    private final Clock clock;
    private long lastMs;
    private long ahead;

    SteadyTime(Clock clock) {
        this.clock = clock;
        this.lastMs = clock.millis();
    }

    @Override
    public synchronized long currentTimeNanos() {
        long nowMs = clock.millis();
        if (nowMs < lastMs) {
            ahead += lastMs - nowMs;
        }
        lastMs = nowMs;
        return TimeUnit.MILLISECONDS.toNanos(nowMs + ahead);
    }

    @Override
    public boolean isWallClockBased() {
        return false;
    }
}
