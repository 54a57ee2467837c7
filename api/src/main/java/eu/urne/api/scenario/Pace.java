package eu.urne.api.scenario;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** How fast the days of a scenario pass, for people who watch. */
final class Pace {

    /** As fast as the machine can. */
    static final Pace MAX = new Pace(0);

    private final CountDownLatch never = new CountDownLatch(1);
    private final long dayMicros;

    private Pace(long dayMicros) {
        this.dayMicros = dayMicros;
    }

    /**
     * A pace as it is typed: {@code max}, or days a second.
     *
     * @throws IllegalArgumentException in one sentence, if it is neither
     */
    static Pace parse(String typed) {
        if (typed.equals("max")) {
            return MAX;
        }
        if (!typed.matches("[1-9][0-9]{0,5}")) {
            throw new IllegalArgumentException(
                    "--speed: \"" + typed + "\" must be max, or a whole number of days a second");
        }
        return new Pace(1_000_000 / Long.parseLong(typed));
    }

    /** Lets the time of a day pass. */
    void dayPassed() {
        try {
            if (dayMicros > 0 && never.await(dayMicros, TimeUnit.MICROSECONDS)) {
                throw new IllegalStateException("nobody counts this latch down");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ScenarioException("interrupted", e);
        }
    }
}
