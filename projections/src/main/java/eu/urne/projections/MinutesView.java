package eu.urne.projections;

import eu.urne.engine.council.CouncilId;
import eu.urne.engine.council.MeetingId;
import eu.urne.engine.council.Minutes;
import eu.urne.engine.council.MinutesEvent;
import java.util.List;

/**
 * Minutes as they are now.
 *
 * @param history from the first draft on: corrections and signatures
 */
public record MinutesView(
        CouncilId council, MeetingId meeting, Minutes.Known minutes, List<Told<MinutesEvent>> history) {}
