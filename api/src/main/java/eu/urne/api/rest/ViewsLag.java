package eu.urne.api.rest;

import eu.urne.engine.Engine;
import eu.urne.projections.Views;

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

    /** Whether they have seen everything. */
    public boolean isNone() {
        return entries == 0;
    }
}
