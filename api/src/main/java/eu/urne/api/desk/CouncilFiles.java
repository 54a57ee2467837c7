package eu.urne.api.desk;

import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.Engine;
import eu.urne.engine.council.Council.Established;
import eu.urne.engine.council.CouncilDraw;
import eu.urne.engine.council.CouncilId;
import eu.urne.engine.council.DrawId;
import eu.urne.engine.council.DrawTerms;
import java.util.List;
import java.util.Optional;

/** The councils as the log has them now, for users who are not limited to sites: a council is of more than one. */
final class CouncilFiles {

    private static final String STREAMS = "council/";

    private final Engine engine;

    /** The councils of this engine. */
    CouncilFiles(Engine engine) {
        this.engine = engine;
    }

    /** All councils, in the order of their ids. */
    List<Established> all(DeskUser user) {
        PollAccess.unlimited(user);
        return engine.log().reader().streams(STREAMS).stream()
                .map(stream -> find(new CouncilId(stream.substring(STREAMS.length()))))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Established> find(CouncilId id) {
        return engine.draws().council(id) instanceof Established council ? Optional.of(council) : Optional.empty();
    }

    /**
     * A council.
     *
     * @throws ProblemException if there is none of that name, or the user is limited to sites
     */
    Established council(CouncilId id, DeskUser user) {
        PollAccess.unlimited(user);
        return find(id).orElseThrow(() -> new ProblemException(Problem.UNKNOWN, "there is no council " + id));
    }

    /**
     * A draw that is announced.
     *
     * @throws ProblemException if there is none of that name, or the user is limited to sites
     */
    CouncilDraw draw(DrawId id, DeskUser user) {
        PollAccess.unlimited(user);
        CouncilDraw draw = engine.draws().draw(id);
        if (draw instanceof CouncilDraw.Unannounced) {
            throw new ProblemException(Problem.UNKNOWN, "draw: there is no draw " + id);
        }
        return draw;
    }

    /**
     * The terms of a draw that is announced.
     *
     * @throws ProblemException if there is none of that name, or the user is limited to sites
     */
    DrawTerms terms(DrawId id, DeskUser user) {
        return switch (draw(id, user)) {
            case CouncilDraw.Unannounced nothing -> throw new IllegalStateException("no draw");
            case CouncilDraw.Announced announced -> announced.terms();
            case CouncilDraw.Frozen frozen -> frozen.terms();
            case CouncilDraw.Drawn drawn -> drawn.terms();
            case CouncilDraw.CalledOff calledOff -> calledOff.terms();
        };
    }
}
