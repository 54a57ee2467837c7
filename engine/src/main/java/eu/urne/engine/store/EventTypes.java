package eu.urne.engine.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.jspecify.annotations.Nullable;

/**
 * The names of events in the log, {@code urne.<context>.<Event>.v<n>}, and the classes they stand for. Of a class that
 * is not registered the name is that of the class.
 */
public final class EventTypes {

    private static final Pattern VERSIONED = Pattern.compile("(.+)\\.v([1-9][0-9]*)");

    private final Map<Class<?>, SerializedType> typeOfClass = new HashMap<>();
    private final Map<String, Class<?>> classOfName = new HashMap<>();
    private final Map<String, Class<?>> classOfLogName = new HashMap<>();

    /**
     * The types of these events.
     *
     * @param byContext the classes of each context; their simple names are the events' names, their version is 1
     */
    public EventTypes(Map<String, ? extends Collection<? extends Class<?>>> byContext) {
        byContext.forEach((context, events) -> events.forEach(event -> {
            String name = "urne." + context + "." + event.getSimpleName();
            typeOfClass.put(event, new SimpleSerializedType(name, "1"));
            classOfName.put(name, event);
            classOfLogName.put(name + ".v1", event);
        }));
    }

    /** The class of an event by its name in the log, with the version; null for what is not registered. */
    @Nullable
    Class<?> classOf(String logName) {
        return classOfLogName.get(logName);
    }

    SerializedType typeOf(Class<?> event) {
        return typeOfClass.getOrDefault(event, new SimpleSerializedType(event.getName(), null));
    }

    String classNameOf(SerializedType type) {
        Class<?> known = classOfName.get(type.getName());
        return known == null ? type.getName() : known.getName();
    }

    /** Name in the log of an Axon type. */
    static String logName(SerializedType type) {
        return type.getRevision() == null ? type.getName() : type.getName() + ".v" + type.getRevision();
    }

    /** Axon type of a name in the log. */
    static SerializedType fromLogName(String name) {
        Matcher matcher = VERSIONED.matcher(name);
        return matcher.matches()
                ? new SimpleSerializedType(matcher.group(1), matcher.group(2))
                : new SimpleSerializedType(name, null);
    }
}
