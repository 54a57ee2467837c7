package eu.urne.engine.poll;

import eu.urne.engine.store.StoreSettings;
import eu.urne.engine.store.TestServer;
import java.util.Optional;
import java.util.UUID;

/** Whole polls with their log in EventStoreDB: the same as in a file. */
class PollOnEventStoreTest extends PollLifeTest {

    private final String origin = "test.example/" + UUID.randomUUID();

    @Override
    String origin() {
        return origin;
    }

    @Override
    StoreSettings stores() {
        return new StoreSettings.EventStoreDb(TestServer.connection(), Optional.empty());
    }
}
