package eu.urne.projections;

import eu.urne.engine.consult.Gathering;
import eu.urne.engine.consult.GatheringEvent;
import java.util.List;

/**
 * A gathering as it is now.
 *
 * @param history from its announcement
 */
public record GatheringView(Gathering.Announced state, List<Told<GatheringEvent>> history) {}
