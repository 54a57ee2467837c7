package eu.urne.api.bench;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import eu.urne.engine.store.EntryMeta;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** The smallest aggregate: one event per command, each in a stream of its own, as with ballots. */
public final class BenchAggregate {

    /** Appends one event. */
    public record Append(@TargetAggregateIdentifier String stream, String text) {}

    /** It was appended. */
    public record Appended(String stream, String text) {}

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable String stream;

    /** For Axon. */
    BenchAggregate() {}

    @CommandHandler
    BenchAggregate(Append command) {
        apply(
                new Appended(command.stream(), command.text()),
                MetaData.from(Map.of(EntryMeta.CAUSE, command.stream(), EntryMeta.BY, "booth", EntryMeta.AT, 0L)));
    }

    @EventSourcingHandler
    void on(Appended event) {
        stream = event.stream();
    }
}
