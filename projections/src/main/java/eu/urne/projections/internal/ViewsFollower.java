package eu.urne.projections.internal;

import eu.urne.engine.store.LogReader;
import java.time.Instant;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;

/** Hands every event of both logs to the projectors, as it comes. */
@ProcessingGroup(ViewsFollower.PROCESSOR)
public final class ViewsFollower {

    /** Name of the event processor. */
    public static final String PROCESSOR = "views";

    private final List<Projector> projectors;
    private final Positions positions;
    private final LogReader log;

    /** A follower for these projectors of what stands in that log, as long as it has the right to. */
    public ViewsFollower(List<Projector> projectors, Positions positions, LogReader log) {
        this.projectors = List.copyOf(projectors);
        this.positions = positions;
        this.log = log;
    }

    @EventHandler
    void on(Object event, TrackingToken token, @Timestamp Instant at) {
        positions.hold(PROCESSOR);
        long position = token.position().orElseThrow();
        LogEvent placed = new LogEvent(position, at.toEpochMilli(), event, () -> log.at(position)
                .orElseThrow(() -> new IllegalStateException("there is no entry at the position " + position)));
        projectors.forEach(projector -> projector.on(placed));
    }
}
