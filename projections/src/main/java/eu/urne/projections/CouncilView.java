package eu.urne.projections;

import eu.urne.engine.council.Council;
import eu.urne.engine.council.CouncilEvent;
import eu.urne.engine.council.DrawId;
import eu.urne.engine.council.MeetingId;
import eu.urne.engine.council.MotionId;
import java.util.List;

/**
 * A council as it is now.
 *
 * @param history from its establishment on
 * @param draws in the order announced
 * @param meetings in the order called
 * @param motions in the order put
 */
public record CouncilView(
        Council.Established council,
        List<Told<CouncilEvent>> history,
        List<DrawId> draws,
        List<MeetingId> meetings,
        List<MotionId> motions) {}
