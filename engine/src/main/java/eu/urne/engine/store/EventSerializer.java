package eu.urne.engine.store;

import eu.urne.engine.EngineJson;
import eu.urne.engine.log.Entry;
import eu.urne.engine.log.EntryCodec;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;

/**
 * Events to JSON and back, under the names of {@link EventTypes}. Absent values are left out; unknown members are an
 * error.
 */
public final class EventSerializer extends Jackson3Serializer {

    private static final byte[] BEFORE_TYPE = ",\"type\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BEHIND_TYPE = "\",\"v\":1}".getBytes(StandardCharsets.US_ASCII);

    private final EventTypes types;
    private final Map<Class<?>, ObjectReader> readers = new ConcurrentHashMap<>();

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
        Class<?> known = types.classOf(entry.type());
        if (known != null) {
            return EngineJson.MAPPER.treeToValue(entry.data(), known);
        }
        return deserialize(
                new SimpleSerializedObject<>(entry.data(), JsonNode.class, EventTypes.fromLogName(entry.type())));
    }

    /**
     * What an entry tells of what happened.
     *
     * @param atMs when it was told to have happened, milliseconds since the epoch
     */
    public record Told(long atMs, Object event) {}

    /**
     * The event in the bytes of an entry as the log has them: as {@link #event}, but straight from the bytes, which
     * takes half the time. The canonical order has time and data first, and the type at the end.
     */
    public Told told(byte[] sealed) {
        Class<?> known = typeAtTheEnd(sealed).map(types::classOf).orElse(null);
        if (known == null) {
            Entry entry = EntryCodec.read(sealed);
            return new Told(entry.at(), event(entry));
        }
        try (JsonParser json = EngineJson.MAPPER.createParser(sealed)) {
            json.nextToken();
            long atMs = 0;
            for (String name = json.nextName(); name != null; name = json.nextName()) {
                json.nextToken();
                if (name.equals("at")) {
                    atMs = json.getLongValue();
                } else if (name.equals("data")) {
                    return new Told(atMs, reader(known).readValue(json));
                } else {
                    json.skipChildren();
                }
            }
        }
        throw new IllegalStateException("a stored entry lacks \"data\": the database is damaged");
    }

    private ObjectReader reader(Class<?> event) {
        return readers.computeIfAbsent(
                event,
                type -> EngineJson.MAPPER.readerFor(type).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS));
    }

    /** What stands between the last but one quotes, if the bytes end as those of an entry. */
    private static Optional<String> typeAtTheEnd(byte[] sealed) {
        int end = sealed.length - BEHIND_TYPE.length;
        if (end < 0 || !Arrays.equals(sealed, end, sealed.length, BEHIND_TYPE, 0, BEHIND_TYPE.length)) {
            return Optional.empty();
        }
        int start = end;
        while (start > 0 && sealed[start - 1] != '"') {
            start--;
        }
        int name = start - BEFORE_TYPE.length;
        return name >= 0 && Arrays.equals(sealed, name, start, BEFORE_TYPE, 0, BEFORE_TYPE.length)
                ? Optional.of(new String(sealed, start, end - start, StandardCharsets.US_ASCII))
                : Optional.empty();
    }
}
