package eu.urne.engine;

import eu.urne.engine.store.EntryMeta;
import java.util.Map;

/**
 * Where a command comes from. Time, ids and randomness come in with it, the domain has none of its own.
 *
 * @param id of the command; the same id again gives the same result: 1 to 128 characters of A-Z a-z 0-9 . _ : / -
 * @param by who commands: {@code staff/<pseudonym>}, {@code node}, {@code booth} or {@code home}
 * @param atMs milliseconds since the epoch, for information only
 */
public record CommandOrigin(String id, String by, long atMs) {

    private static final long DAY_MS = 86_400_000;

    /** The origin of a further command that follows from this one. */
    public CommandOrigin then(String step) {
        return new CommandOrigin(id + "/" + step, by, atMs);
    }

    /** The same with the time cut to the day, for what must not be put in an order of minutes. */
    public CommandOrigin toTheDay() {
        return new CommandOrigin(id, by, atMs - Math.floorMod(atMs, DAY_MS));
    }

    Map<String, Object> metadata() {
        return Map.of(EntryMeta.CAUSE, id, EntryMeta.BY, by, EntryMeta.AT, atMs);
    }
}
