package eu.urne.api.rest;

import eu.urne.engine.Engine;
import eu.urne.engine.store.LogName;
import eu.urne.projections.Views;
import java.util.OptionalLong;

/**
 * How far the views are behind the log.
 *
 * @param entries of both logs that they have not seen, from 0
 */
public record ViewsLag(long entries) {

    /** How far these views are behind the log of this engine. */
    public static ViewsLag of(Engine engine, Views views) {
        long seen = views.position();
        boolean none = engine.log().reader().eventsAfter(seen, 1).isEmpty(); // the logs' own entries are not for views
        return new ViewsLag(none ? 0 : engine.log().reader().lastPosition() - seen);
    }

    /**
     * Entries of the public log that these views have not seen, from 0: those of the register log would tell when
     * somebody was served.
     */
    public static long ofPublic(Engine engine, Views views) {
        OptionalLong first = engine.log().reader().firstEventAfter(LogName.PUBLIC, views.position());
        return first.isEmpty()
                ? 0
                : Math.max(1, engine.log().checkpoint(LogName.PUBLIC).size() - first.getAsLong());
    }

    /** Whether they have seen everything. */
    public boolean isNone() {
        return entries == 0;
    }
}
