package eu.urne.projections.internal;

import static org.awaitility.Awaitility.await;

import eu.urne.engine.store.StoreException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.Test;

/** The views do not fall asleep over a long failure of the database. */
class ViewsProcessorTest {

    /** So many that the pauses would be a minute in all, if each were twice the one before. */
    private static final int FAILURES = 6;

    @Test
    void itGoesOnSoonAfterManyFailures() throws Exception {
        AtomicInteger failures = new AtomicInteger();
        CompletableFuture<Object> handled = new CompletableFuture<>();
        EmbeddedEventStore events = EmbeddedEventStore.builder()
                .storageEngine(new InMemoryEventStorageEngine())
                .build();
        TrackingEventProcessor processor = new ViewsProcessor(TrackingEventProcessor.builder()
                .name("views")
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                        .eventHandlers(new Failing(failures, handled))
                        .listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
                        .build())
                .messageSource(events)
                .tokenStore(new InMemoryTokenStore())
                .transactionManager(NoTransactionManager.instance()));
        processor.start();
        try {
            events.publish(GenericEventMessage.asEventMessage("happened"));
            await().atMost(Duration.ofSeconds(30)).until(handled::isDone);
        } finally {
            processor.shutdownAsync().get(10, TimeUnit.SECONDS);
        }
    }

    /** Fails many times before it works. */
    record Failing(AtomicInteger failures, CompletableFuture<Object> handled) {

        @EventHandler
        @SuppressWarnings("UnusedMethod") // called by Axon
        void on(String event) {
            if (failures.incrementAndGet() <= FAILURES) {
                throw new StoreException("the database is away");
            }
            handled.complete(event);
        }
    }
}
