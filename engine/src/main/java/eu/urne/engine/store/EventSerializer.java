package eu.urne.engine.store;

import eu.urne.engine.EngineJson;
import eu.urne.engine.log.Entry;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.JsonNode;

/**
 * Events to JSON and back, under the names of {@link EventTypes}. Absent values are left out; unknown members are an
 * error.
 */
public final class EventSerializer extends Jackson3Serializer {

    private final EventTypes types;

    /** A serializer for these events. */
    public EventSerializer(EventTypes types) {
        super(Jackson3Serializer.builder().jsonMapperBuilderCustomizer(EngineJson::configure));
        this.types = types;
    }

    @Override
    @SuppressWarnings("rawtypes") // the signature is Axon's
    public SerializedType typeForClass(Class type) {
        return type == null || type == Void.class ? super.typeForClass(type) : types.typeOf(type);
    }

    @Override
    protected String resolveClassName(SerializedType type) {
        return types.classNameOf(type);
    }

    /** The event of an entry. */
    public Object event(Entry entry) {
        return deserialize(
                new SimpleSerializedObject<>(entry.data(), JsonNode.class, EventTypes.fromLogName(entry.type())));
    }
}
