package eu.urne.projections;

import eu.urne.engine.council.CouncilId;
import eu.urne.engine.council.Meeting;
import eu.urne.engine.council.MeetingEvent;
import eu.urne.engine.council.MeetingId;
import eu.urne.engine.council.MotionId;
import java.util.List;

/**
 * A meeting as it is now.
 *
 * @param history from its call on
 * @param motions put to it, in the order put
 */
public record MeetingView(
        CouncilId council,
        MeetingId id,
        Meeting.Known meeting,
        List<Told<MeetingEvent>> history,
        List<MotionId> motions) {}
