package eu.urne.engine.store;

import eu.urne.engine.store.trial.TrialEventStoreDb;
import org.jspecify.annotations.Nullable;

/** An EventStoreDB server to test with: a real one, if there is one, else one of our own in this process. */
public final class TestServer {

    private static @Nullable TrialEventStoreDb trial;

    private TestServer() {}

    /** Its connection string; {@code URNE_TEST_EVENTSTOREDB} in the environment names a real one. */
    public static synchronized String connection() {
        String real = System.getenv("URNE_TEST_EVENTSTOREDB");
        if (real != null && !real.isBlank()) {
            return real;
        }
        TrialEventStoreDb started = trial;
        if (started == null) {
            started = TrialEventStoreDb.start();
            trial = started;
        }
        return started.connection();
    }
}
