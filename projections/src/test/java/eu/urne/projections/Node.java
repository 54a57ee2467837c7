package eu.urne.projections;

import eu.urne.engine.DataDirectory;
import eu.urne.engine.Engine;
import eu.urne.engine.store.EventSerializer;
import eu.urne.engine.store.Guard;
import eu.urne.engine.store.LogReader;
import eu.urne.engine.store.SequencedEventStorageEngine;
import eu.urne.projections.internal.ViewsFollower;
import java.time.Duration;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.TrackingEventProcessor;

/** Views that follow the log of a city, as those of another node do: with an event store of their own. */
final class Node implements AutoCloseable {

    final Views views;
    private final Configuration axon;

    private Node(Views views, City city) {
        this.views = views;
        EventSerializer serializer = Engine.serializer();
        SequencedEventStorageEngine.Builder storage =
                SequencedEventStorageEngine.builder(city.engine().log(), event -> Guard.Terms.NONE);
        storage.eventSerializer(serializer).snapshotSerializer(serializer);
        Configurer configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(configuration -> serializer)
                .configureEmbeddedEventStore(configuration -> storage.build())
                .registerComponent(
                        LogReader.class, configuration -> city.engine().log().reader());
        views.follow(configurer);
        this.axon = configurer.start();
    }

    /**
     * Starts a node.
     *
     * @param data with the database of the views; all nodes of an installation have the same keys
     * @param claim how long it keeps the right to build when it has fallen silent
     */
    static Node start(DataDirectory data, City city, Duration claim) {
        return new Node(Views.open(data, claim), city);
    }

    /** Whether this node is the one that builds the views. */
    boolean builds() {
        return !processor().processingStatus().isEmpty();
    }

    private TrackingEventProcessor processor() {
        return axon.eventProcessingConfiguration()
                .eventProcessor(ViewsFollower.PROCESSOR, TrackingEventProcessor.class)
                .orElseThrow();
    }

    /** Ends in order. */
    @Override
    public void close() {
        axon.shutdown();
        views.close();
    }
}
