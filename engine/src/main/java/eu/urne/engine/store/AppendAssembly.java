package eu.urne.engine.store;

import io.kurrent.dbclient.RecordedEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * Puts the events of one append together again: the server writes them one directly behind another, and their metadata
 * says how many there are. Used by one thread.
 */
final class AppendAssembly {

    private static final JsonMapper JSON = new JsonMapper();

    private final List<RecordedEvent> parts = new ArrayList<>();

    /**
     * Metadata of an event of an append of several.
     *
     * @param entry its number in the append, from 0
     */
    static byte[] meta(int entry, int of) {
        return ("{\"entry\":" + entry + ",\"of\":" + of + "}").getBytes(StandardCharsets.UTF_8);
    }

    /** Whether an append is not whole yet. */
    boolean isUnderWay() {
        return !parts.isEmpty();
    }

    /** Begins anew. */
    void forget() {
        parts.clear();
    }

    /**
     * Takes the next event.
     *
     * @return the appends that end with it or before it: none, one, or two if one was broken off
     */
    List<ServerAppend> add(RecordedEvent event) {
        JsonNode meta = meta(event);
        int entry = meta.path("entry").asInt(0);
        int of = meta.path("of").asInt(1);
        List<ServerAppend> ended = new ArrayList<>();
        boolean follows = entry == parts.size()
                && (parts.isEmpty() || parts.getFirst().getStreamId().equals(event.getStreamId()));
        if (!follows && !parts.isEmpty()) {
            ended.add(take(false));
        }
        parts.add(event);
        if (entry != parts.size() - 1) {
            ended.add(take(false));
        } else if (parts.size() >= of) {
            ended.add(take(true));
        }
        return ended;
    }

    private static JsonNode meta(RecordedEvent event) {
        try {
            byte[] bytes = event.getUserMetadata();
            return bytes.length == 0 ? MissingNode.getInstance() : JSON.readTree(bytes);
        } catch (JacksonException e) {
            return MissingNode.getInstance(); // a stranger's
        }
    }

    private ServerAppend take(boolean whole) {
        RecordedEvent last = parts.getLast();
        ServerAppend append = new ServerAppend(
                last.getPosition(),
                last.getStreamId(),
                whole,
                parts.stream().map(RecordedEvent::getEventId).toList(),
                parts.stream().map(RecordedEvent::getEventData).toList());
        parts.clear();
        return append;
    }
}
