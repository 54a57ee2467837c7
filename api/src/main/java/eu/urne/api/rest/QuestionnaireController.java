package eu.urne.api.rest;

import eu.urne.api.rest.ConsultBodies.AnswerBody;
import eu.urne.api.rest.ConsultReplies.QuestionnaireReply;
import eu.urne.api.rest.ConsultReplies.ReceivedReply;
import eu.urne.api.site.KeptTexts;
import eu.urne.api.web.Everybody;
import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.Engine;
import eu.urne.engine.consult.Finding;
import eu.urne.engine.consult.Questionnaire;
import eu.urne.engine.consult.QuestionnaireId;
import eu.urne.engine.consult.Reception;
import eu.urne.projections.QuestionnaireView;
import eu.urne.projections.Views;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What everybody may see of questionnaires, and how they are answered. */
@RestController
@Everybody
@RequestMapping("/api/questionnaires")
@Tag(name = "views")
public final class QuestionnaireController {

    private final Views views;
    private final KeptTexts texts;
    private final AnswerIntake intake;

    /** Shows what these views have. */
    public QuestionnaireController(Engine engine, Views views, AnswerIntake intake) {
        this.views = views;
        this.texts = new KeptTexts(engine);
        this.intake = intake;
    }

    private QuestionnaireReply reply(QuestionnaireView view) {
        return QuestionnaireReply.of(
                view,
                texts.of(
                        view.state() instanceof Questionnaire.Published published
                                ? published.findings().values().stream().map(Finding::text)
                                : Stream.empty()));
    }

    /** All questionnaires. */
    @GetMapping
    @Operation(summary = "All questionnaires, the latest first, with results and findings where they are published")
    List<QuestionnaireReply> questionnaires() {
        return views.consultations().questionnaires().stream().map(this::reply).toList();
    }

    /** A questionnaire. */
    @GetMapping("/{questionnaire}")
    @Operation(summary = "A questionnaire: terms, number of answers, and once published what they say and the findings")
    QuestionnaireReply questionnaire(@PathVariable QuestionnaireId questionnaire) {
        return views.consultations()
                .questionnaire(questionnaire)
                .map(this::reply)
                .orElseThrow(() -> new ProblemException(
                        Problem.UNKNOWN, "questionnaire: there is no questionnaire " + questionnaire));
    }

    /** Takes an answer. */
    @PostMapping(path = "/{questionnaire}/answers", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Answer a questionnaire. The same form again gets the same receipt; with the salt one finds one's"
                    + " answer among those counted (docs/formats/consultations.md)")
    ResponseEntity<ReceivedReply> answer(
            @PathVariable QuestionnaireId questionnaire, @RequestBody AnswerBody body, HttpServletRequest request) {
        Reception reception =
                intake.take(questionnaire, body.form(), body.answers(), body.code(), request.getRemoteAddr());
        return switch (reception) {
            case Reception.Received received ->
                ResponseEntity.status(received.receipt().repeated() ? HttpStatus.OK : HttpStatus.CREATED)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .body(ReceivedReply.of(received));
            case Reception.Refused(var refusal) ->
                throw new ProblemException(Problem.of(refusal.reason()), refusal.sentence());
            case Reception.Waiting waiting -> throw new IllegalStateException("answers online wait for nobody");
            case Reception.Differs differs -> throw new IllegalStateException("answers online are typed by one");
        };
    }
}
