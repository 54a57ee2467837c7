package eu.urne.engine.council;

import eu.urne.engine.sortition.PanelList;
import eu.urne.engine.sortition.Pool;
import eu.urne.engine.sortition.PublicRandomness;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of a draw. A candidate is an index into its pool, from 0. */
public sealed interface DrawCommand {

    /** The draw. */
    DrawId draw();

    /** Name of the draw's stream, which is its aggregate identifier. */
    @TargetAggregateIdentifier
    default String stream() {
        return draw().stream();
    }

    /** Announce a draw, for which persons can stand from now on. */
    record AnnounceDraw(DrawTerms terms) implements DrawCommand {
        @Override
        public DrawId draw() {
            return terms.draw();
        }
    }

    /**
     * A public source of randomness.
     *
     * @param fromMs the moment before which its value cannot exist, milliseconds since the epoch
     */
    record Source(PublicRandomness randomness, long fromMs) {}

    /**
     * Freeze who can be drawn, by what, and from which randomness.
     *
     * @param panels with quotas; null with strata
     * @param sources in the order in which their values are joined
     * @param checkpoint signed note of the register log
     * @param nowMs time of the command, milliseconds since the epoch
     */
    record FreezePool(
            DrawId draw, Pool pool, @Nullable PanelList panels, List<Source> sources, String checkpoint, long nowMs)
            implements DrawCommand {}

    /**
     * Tell the values of the randomness; a second person who tells the same draws the members.
     *
     * @param by who tells them, as the origin of the command says
     * @param values in the order of the sources
     * @param nowMs time of the command, milliseconds since the epoch
     */
    record ReadRandomness(DrawId draw, String by, List<String> values, long nowMs) implements DrawCommand {}

    /** Pass over somebody in the reserve. */
    record PassOverCandidate(DrawId draw, int candidate, PassOver reason) implements DrawCommand {}

    /** Open a role to those who were not drawn. */
    record OpenRole(DrawId draw, Role role) implements DrawCommand {}

    /** Offer a role to one of them. */
    record OfferRole(DrawId draw, int candidate, String role) implements DrawCommand {}

    /** Record the answer. */
    record AnswerRole(DrawId draw, int candidate, String role, boolean accepted) implements DrawCommand {}

    /** Call the draw off, before anybody is drawn. */
    record CallOffDraw(DrawId draw, String reason) implements DrawCommand {}
}
