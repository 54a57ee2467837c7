package eu.urne.engine.store;

import eu.urne.engine.EngineJson;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

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

    /** Axon's type for the name of an event in the log. */
    public static SerializedType axonType(String logName) {
        return EventTypes.fromLogName(logName);
    }
}
