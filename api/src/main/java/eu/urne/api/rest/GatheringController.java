package eu.urne.api.rest;

import eu.urne.api.rest.ConsultBodies.CheckInBody;
import eu.urne.api.rest.ConsultBodies.EvaluationBody;
import eu.urne.api.rest.ConsultReplies.GatheringReply;
import eu.urne.api.web.Everybody;
import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Engine;
import eu.urne.engine.Refusal;
import eu.urne.engine.consult.GatheringCommand.AnnounceGathering;
import eu.urne.engine.consult.GatheringCommand.CallOffGathering;
import eu.urne.engine.consult.GatheringCommand.LinkEvaluation;
import eu.urne.engine.consult.GatheringId;
import eu.urne.engine.consult.GatheringTerms;
import eu.urne.projections.Views;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Gatherings: what everybody may see, and what the staff asks. */
@RestController
@RequestMapping("/api/gatherings")
@Tag(name = "staff")
public final class GatheringController {

    private final Engine engine;
    private final Views views;
    private final VisibleReplies replies;

    /** Gatherings of this engine and these views. */
    public GatheringController(Engine engine, Views views, VisibleReplies replies) {
        this.engine = engine;
        this.views = views;
        this.replies = replies;
    }

    private static ProblemException unknown(GatheringId gathering) {
        return new ProblemException(Problem.UNKNOWN, "gathering: there is no gathering " + gathering);
    }

    /** All gatherings. */
    @GetMapping
    @Everybody
    @Tag(name = "views")
    @Operation(summary = "All gatherings, the last announced first")
    List<GatheringReply> gatherings() {
        return views.consultations().gatherings().stream()
                .map(GatheringReply::of)
                .toList();
    }

    /** A gathering. */
    @GetMapping("/{gathering}")
    @Everybody
    @Tag(name = "views")
    @Operation(summary = "A gathering, and how many came once that is told")
    GatheringReply gathering(@PathVariable GatheringId gathering) {
        return views.consultations()
                .gathering(gathering)
                .map(GatheringReply::of)
                .orElseThrow(() -> unknown(gathering));
    }

    /** Announces one. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Announce a gathering: a participation day, an open house")
    ResponseEntity<Object> announce(
            @RequestBody GatheringTerms body,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return replies.of(engine.commands().send(new AnnounceGathering(body), origin), accept);
    }

    /** Counts persons. */
    @PostMapping(path = "/{gathering}/check-ins", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Count persons who come, by site and age band, or take them back; nobody is named")
    Map<String, Long> checkIn(
            @PathVariable GatheringId gathering, @RequestBody CheckInBody body, CommandOrigin origin) {
        Optional<Refusal> refused = engine.gatherings()
                .checkIn(
                        gathering,
                        body.form() == null ? origin.id() : body.form(),
                        body.site() == null ? GatheringTerms.UNKNOWN : body.site(),
                        body.age() == null ? GatheringTerms.UNKNOWN : body.age(),
                        body.persons());
        refused.ifPresent(refusal -> {
            throw new ProblemException(Problem.of(refusal.reason()), refusal.sentence());
        });
        return engine.gatherings().attendance(gathering);
    }

    /** Tells how many came. */
    @PostMapping("/{gathering}/held")
    @Operation(summary = "Tell how many came, without figures of few persons; once")
    ResponseEntity<Object> hold(
            @PathVariable GatheringId gathering,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return replies.of(engine.gatherings().hold(gathering, origin), accept);
    }

    /** Names the evaluation. */
    @PostMapping(path = "/{gathering}/evaluation", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Name the questionnaire by which a gathering is evaluated")
    ResponseEntity<Object> evaluate(
            @PathVariable GatheringId gathering,
            @RequestBody EvaluationBody body,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return replies.of(engine.commands().send(new LinkEvaluation(gathering, body.questionnaire()), origin), accept);
    }

    /** Calls it off. */
    @PostMapping(path = "/{gathering}/call-off", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Call a gathering off")
    ResponseEntity<Object> callOff(
            @PathVariable GatheringId gathering,
            @RequestBody ReasonBody body,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return replies.of(engine.commands().send(new CallOffGathering(gathering, body.reason()), origin), accept);
    }
}
