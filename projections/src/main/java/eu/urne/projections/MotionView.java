package eu.urne.projections;

import eu.urne.engine.council.CouncilId;
import eu.urne.engine.council.Motion;
import eu.urne.engine.council.MotionEvent;
import eu.urne.engine.council.MotionId;
import eu.urne.engine.council.MotionTerms;
import java.util.List;

/**
 * A motion as it is now.
 *
 * @param history from when it was put: amendments, conflicts, votes, the result
 */
public record MotionView(
        CouncilId council, MotionId id, Motion motion, MotionTerms terms, List<Told<MotionEvent>> history) {}
