package eu.urne.engine.store;

import eu.urne.engine.log.Entry;
import eu.urne.engine.store.LogReader.SizedNote;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The checkpoints of both logs at one point of their order, as they stand in the stream of checkpoints of an
 * EventStoreDB server: {@code {"public":{"note":…,"size":…},"register":{…}}}.
 *
 * @param notes of each log that has entries
 */
record Seal(Map<LogName, SizedNote> notes) {

    /** Name of the event on the server. */
    static final String TYPE = "urne.log.Sealed.v1";

    private static final JsonMapper JSON = new JsonMapper();

    /** Number of entries of a log below the seal. */
    long size(LogName log) {
        SizedNote note = notes.get(log);
        return note == null ? 0 : note.size();
    }

    /** The same for the same sizes, whichever node seals them. */
    UUID id() {
        return Entry.id("seal:" + size(LogName.PUBLIC) + ":" + size(LogName.REGISTER), 0);
    }

    byte[] bytes() {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        notes.forEach((log, note) ->
                object.putObject(member(log)).put("note", note.note()).put("size", note.size()));
        return JSON.writeValueAsBytes(object);
    }

    /**
     * Reads what a node wrote.
     *
     * @throws IllegalArgumentException if it is no seal
     */
    static Seal read(byte[] bytes) {
        try {
            JsonNode object = JSON.readTree(bytes);
            Map<LogName, SizedNote> notes = new EnumMap<>(LogName.class);
            for (LogName log : LogName.values()) {
                JsonNode member = object.get(member(log));
                if (member != null) {
                    notes.put(
                            log,
                            new SizedNote(
                                    member.path("size").asLong(0),
                                    member.path("note").asString("")));
                }
            }
            return new Seal(notes);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("a seal must be JSON", e);
        }
    }

    private static String member(LogName log) {
        return log.name().toLowerCase(Locale.ROOT);
    }
}
