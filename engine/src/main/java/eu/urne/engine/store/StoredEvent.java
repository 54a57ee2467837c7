package eu.urne.engine.store;

import eu.urne.engine.log.Entry;
import java.time.Instant;
import org.axonframework.eventhandling.EventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An entry as Axon reads it: the payload in JSON, and what the entry says about its origin as metadata. */
class StoredEvent implements EventData<JsonNode> {

    private final Entry entry;

    StoredEvent(Entry entry) {
        this.entry = entry;
    }

    /** An entry that belongs to no stream, in its place. */
    static final class Tracked extends StoredEvent implements TrackedEventData<JsonNode> {

        private final TrackingToken token;

        Tracked(Entry entry, TrackingToken token) {
            super(entry);
            this.token = token;
        }

        @Override
        public TrackingToken trackingToken() {
            return token;
        }
    }

    Entry entry() {
        return entry;
    }

    @Override
    public String getEventIdentifier() {
        return entry.id().toString();
    }

    @Override
    public Instant getTimestamp() {
        return Instant.ofEpochMilli(entry.at());
    }

    @Override
    public SerializedObject<JsonNode> getPayload() {
        return new SimpleSerializedObject<>(entry.data(), JsonNode.class, EventTypes.fromLogName(entry.type()));
    }

    @Override
    public SerializedObject<JsonNode> getMetaData() {
        ObjectNode meta = JsonNodeFactory.instance.objectNode();
        entry.meta().forEach(meta::put);
        if (!entry.cause().equals(entry.id().toString())) {
            meta.put(EntryMeta.CAUSE, entry.cause());
            meta.put(EntryMeta.BY, entry.by());
            meta.put(EntryMeta.AT, entry.at());
        }
        return new SerializedMetaData<>(meta, JsonNode.class);
    }

    /** Metadata that an entry keeps in a place of its own. */
    static boolean isReserved(String name) {
        return name.equals(EntryMeta.CAUSE) || name.equals(EntryMeta.BY) || name.equals(EntryMeta.AT);
    }
}
