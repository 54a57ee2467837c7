package eu.urne.api.rest;

import eu.urne.api.rest.CouncilReplies.DrawReply;
import eu.urne.api.web.Everybody;
import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.Engine;
import eu.urne.engine.council.CouncilDraw;
import eu.urne.engine.council.CouncilDraw.Announced;
import eu.urne.engine.council.CouncilDraw.CalledOff;
import eu.urne.engine.council.CouncilDraw.Drawn;
import eu.urne.engine.council.CouncilDraw.Frozen;
import eu.urne.engine.council.CouncilDraw.Lots;
import eu.urne.engine.council.CouncilDraw.Unannounced;
import eu.urne.engine.council.DrawId;
import eu.urne.engine.sortition.DrawDocument;
import eu.urne.projections.Views;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What everybody may see of draws. */
@RestController
@Everybody
@RequestMapping("/api/draws")
@Tag(name = "views")
public final class DrawController {

    private final Engine engine;
    private final Views views;

    /** Shows draws of this engine, whose views these are. */
    public DrawController(Engine engine, Views views) {
        this.engine = engine;
        this.views = views;
    }

    /** A draw. */
    @GetMapping("/{draw}")
    @Operation(
            summary = "A draw: terms, state, sources of randomness and their values, who was drawn and who is in"
                    + " reserve (indexes into the pool), roles; the pool stands in its document")
    DrawReply draw(@PathVariable DrawId draw) {
        return views.councils().draw(draw).map(DrawReply::of).orElseThrow(() -> unknown(draw));
    }

    /** A draw for a verifier. */
    @GetMapping("/{draw}/document")
    @Operation(
            summary = "The document of a draw whose pool is frozen (docs/formats/draw.md, section 8): pool, spec,"
                    + " panels, and once they are known values and result, for everybody to draw again")
    JsonNode document(@PathVariable DrawId draw) {
        CouncilDraw state = engine.draws().draw(draw);
        return switch (state) {
            case Frozen frozen -> unread(draw, frozen.lots()).json();
            case Drawn drawn -> drawn.lots().with(draw, drawn.values()).json();
            case Unannounced nothing -> throw unknown(draw);
            case Announced announced ->
                throw new ProblemException(Problem.WRONG_STATE, "draw: " + draw + " has no frozen pool yet");
            case CalledOff calledOff ->
                throw new ProblemException(Problem.WRONG_STATE, "draw: " + draw + " was called off");
        };
    }

    private static DrawDocument unread(DrawId draw, Lots lots) {
        return new DrawDocument(draw.value(), lots.panels(), lots.pool(), lots.spec(), null);
    }

    static ProblemException unknown(DrawId draw) {
        return new ProblemException(Problem.UNKNOWN, "there is no draw " + draw);
    }
}
