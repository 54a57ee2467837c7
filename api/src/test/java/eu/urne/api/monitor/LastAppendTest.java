package eu.urne.api.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.engine.store.StoreException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LastAppendTest {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5); // such clocks begin anywhere
    private final LastAppend last = new LastAppend(nanos::get);

    private void pass(int seconds) {
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
    }

    @Test
    void aFailureLastsUntilAnAppendSucceeds() {
        assertThat(last.hasFailed()).isFalse();
        last.failed(new StoreException("the disk is full"));
        pass(9);
        assertThat(last.hasFailed()).isTrue();
        last.succeeded();
        assertThat(last.hasFailed()).isFalse();
    }

    /** Else a balancer that sends nothing any more would keep a node out for ever. */
    @Test
    void aFailureIsForgottenAfterTenSeconds() {
        last.failed(new StoreException("the disk is full"));
        pass(10);
        assertThat(last.hasFailed()).isFalse();
    }

    @Test
    void aFullQueueIsNoFailureOfTheStore() {
        last.failed(new StoreException.Busy(1));
        assertThat(last.hasFailed()).isFalse();
    }
}
