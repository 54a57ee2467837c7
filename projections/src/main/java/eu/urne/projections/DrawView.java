package eu.urne.projections;

import eu.urne.engine.council.CouncilDraw;
import eu.urne.engine.council.DrawEvent;
import eu.urne.engine.council.DrawTerms;
import java.util.List;

/**
 * A draw as it is now.
 *
 * @param history from its announcement on
 */
public record DrawView(CouncilDraw draw, DrawTerms terms, List<Told<DrawEvent>> history) {}
