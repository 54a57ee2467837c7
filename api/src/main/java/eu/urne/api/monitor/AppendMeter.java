package eu.urne.api.monitor;

import eu.urne.engine.store.AppendObserver;
import eu.urne.engine.store.StoreException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/**
 * Measures appends to both logs together. Taken one by one they would, less the growth of the public log, tell when
 * somebody was served: they are shown twenty at a time, batches too. What failed is shown at once.
 */
final class AppendMeter implements AppendObserver {

    private static final Duration[] BOUNDS = {
        Duration.ofMillis(2),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(5)
    };

    private final StepTimer appends;
    private final DistributionSummary batches;
    private final Counter failures;
    private final long[] held = new long[StepTimer.STEP];
    private final LastAppend last;
    private int count;

    /** Tells how the last one went, too. */
    AppendMeter(MeterRegistry registry, LastAppend last) {
        this.last = last;
        this.appends = new StepTimer(Timer.builder("urne.log.appends")
                .description("Appends, from the call to the durable answer; shown twenty at a time")
                .serviceLevelObjectives(BOUNDS)
                .register(registry));
        this.batches = DistributionSummary.builder("urne.log.batch")
                .description("Appends committed together; shown twenty batches at a time")
                .serviceLevelObjectives(1, 2, 4, 16, 64, 256, 1_024)
                .register(registry);
        this.failures = Counter.builder("urne.log.failures")
                .description("Appends that failed or found no room")
                .register(registry);
    }

    @Override
    public void appended(long nanos) {
        appends.record(nanos);
        last.succeeded();
    }

    @Override
    public synchronized void committed(int size) {
        held[count++] = size;
        if (count == held.length) {
            for (long each : held) {
                batches.record((double) each);
            }
            count = 0;
        }
    }

    @Override
    public void failed(StoreException why) {
        failures.increment();
        last.failed(why);
    }
}
