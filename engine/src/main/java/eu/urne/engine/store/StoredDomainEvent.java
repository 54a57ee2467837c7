package eu.urne.engine.store;

import eu.urne.engine.log.Entry;
import java.util.Objects;
import org.axonframework.eventhandling.DomainEventData;
import tools.jackson.databind.JsonNode;

/** An entry of an aggregate's stream. */
final class StoredDomainEvent extends StoredEvent implements DomainEventData<JsonNode> {

    StoredDomainEvent(Entry entry) {
        super(entry);
    }

    /** The aggregate's type: the first segment of its stream. */
    @Override
    public String getType() {
        String stream = getAggregateIdentifier();
        int slash = stream.indexOf('/');
        return slash < 0 ? stream : stream.substring(0, slash);
    }

    @Override
    public String getAggregateIdentifier() {
        return Objects.requireNonNull(entry().stream());
    }

    @Override
    public long getSequenceNumber() {
        return entry().seq();
    }
}
