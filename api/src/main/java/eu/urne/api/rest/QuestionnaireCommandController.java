package eu.urne.api.rest;

import eu.urne.api.rest.ConsultBodies.ClosingBody;
import eu.urne.api.rest.ConsultBodies.CodesBody;
import eu.urne.api.rest.ConsultBodies.FindingBody;
import eu.urne.api.rest.ConsultBodies.SheetBody;
import eu.urne.api.rest.ConsultReplies.ReceivedReply;
import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Engine;
import eu.urne.engine.consult.QuestionnaireCommand.DefineQuestionnaire;
import eu.urne.engine.consult.QuestionnaireCommand.OpenQuestionnaire;
import eu.urne.engine.consult.QuestionnaireCommand.PublishFinding;
import eu.urne.engine.consult.QuestionnaireCommand.ReviseFinding;
import eu.urne.engine.consult.QuestionnaireCommand.WithdrawQuestionnaire;
import eu.urne.engine.consult.QuestionnaireId;
import eu.urne.engine.consult.QuestionnaireTerms;
import eu.urne.engine.consult.Reception;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the staff asks of questionnaires. */
@RestController
@RequestMapping("/api/questionnaires")
@Tag(name = "staff")
public final class QuestionnaireCommandController {

    private final Engine engine;
    private final VisibleReplies replies;
    private final AnswerIntake intake;
    private final CodeMaker codes;
    private final WordKeeper words;

    /** Commands to this engine. */
    public QuestionnaireCommandController(Engine engine, VisibleReplies replies, AnswerIntake intake) {
        this.engine = engine;
        this.replies = replies;
        this.intake = intake;
        this.codes = new CodeMaker(engine);
        this.words = new WordKeeper(engine);
    }

    /** Defines a questionnaire. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Define a questionnaire; it can be withdrawn until it is open, and nothing of it changes")
    ResponseEntity<Object> define(
            @RequestBody QuestionnaireTerms body,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return replies.of(engine.commands().send(new DefineQuestionnaire(body), origin), accept);
    }

    /** Makes codes. */
    @PostMapping(path = "/{questionnaire}/codes", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Make one-time codes, 1 to 500; they are told once, here, and kept nowhere")
    ResponseEntity<Map<String, List<String>>> codes(
            @PathVariable QuestionnaireId questionnaire, @RequestBody CodesBody body, CommandOrigin origin) {
        try {
            CodeMaker.Made made = codes.make(questionnaire, body.codes(), origin);
            replies.shown(made.answer());
            return ResponseEntity.status(HttpStatus.CREATED)
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .body(Map.of("codes", made.codes()));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.INVALID, String.valueOf(e.getMessage()));
        }
    }

    /** Opens it. */
    @PostMapping("/{questionnaire}/open")
    @Operation(summary = "Open a questionnaire: answers are taken from now until it closes")
    ResponseEntity<Object> open(
            @PathVariable QuestionnaireId questionnaire,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return replies.of(engine.commands().send(new OpenQuestionnaire(questionnaire, origin.atMs()), origin), accept);
    }

    /** Withdraws it. */
    @PostMapping(path = "/{questionnaire}/withdrawal", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Withdraw a questionnaire before it is open")
    ResponseEntity<Object> withdraw(
            @PathVariable QuestionnaireId questionnaire,
            @RequestBody ReasonBody body,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return replies.of(
                engine.commands().send(new WithdrawQuestionnaire(questionnaire, body.reason()), origin), accept);
    }

    /** Takes a sheet. */
    @PostMapping(path = "/{questionnaire}/sheets", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Type in a sheet of paper; where two persons must, the first is told that it waits")
    ResponseEntity<Object> type(
            @PathVariable QuestionnaireId questionnaire, @RequestBody SheetBody body, CommandOrigin origin) {
        String sheet = body.sheet() == null ? "" : body.sheet();
        return switch (intake.type(questionnaire, sheet, body.answers(), body.code(), origin)) {
            case Reception.Received received ->
                ResponseEntity.status(HttpStatus.CREATED).body(ReceivedReply.of(received));
            case Reception.Waiting waiting -> ResponseEntity.accepted().body(Map.of("sheet", "waiting"));
            case Reception.Differs differs ->
                throw new ProblemException(
                        Problem.WRONG_STATE, "sheet: two persons have read different things; both type it again");
            case Reception.Refused(var refusal) ->
                throw new ProblemException(Problem.of(refusal.reason()), refusal.sentence());
        };
    }

    /** Closes it. */
    @PostMapping(path = "/{questionnaire}/close", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Close a questionnaire and count its answers; before its time with a reason")
    ResponseEntity<Object> close(
            @PathVariable QuestionnaireId questionnaire,
            @RequestBody ClosingBody body,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return replies.ofSteps(engine.consultations().close(questionnaire, body.reason(), origin), accept);
    }

    /** Publishes results. */
    @PostMapping("/{questionnaire}/results")
    @Operation(summary = "Publish what the answers say, without figures of few persons")
    ResponseEntity<Object> publish(
            @PathVariable QuestionnaireId questionnaire,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return replies.of(engine.consultations().publish(questionnaire, origin), accept);
    }

    /** Tells the free words. */
    @GetMapping("/{questionnaire}/questions/{question}/words")
    @Operation(summary = "What was written to a question, once the questionnaire is closed: for the staff only")
    ResponseEntity<List<String>> words(@PathVariable QuestionnaireId questionnaire, @PathVariable String question) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(engine.consultations().words(questionnaire, question));
    }

    /** Tells a finding. */
    @PostMapping(path = "/{questionnaire}/findings", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Tell what became of a wish; with a reason, tell it otherwise than before")
    ResponseEntity<Object> find(
            @PathVariable QuestionnaireId questionnaire,
            @RequestBody FindingBody body,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        String reason = body.reason();
        return replies.of(
                words.send(
                        body.text(),
                        text -> reason == null
                                ? new PublishFinding(questionnaire, body.finding(text))
                                : new ReviseFinding(questionnaire, body.finding(text), reason),
                        origin),
                accept);
    }

    /** Erases the answers. */
    @PostMapping(path = "/{questionnaire}/erasure", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Erase all answers of a questionnaire whose results are published; the results stay")
    ResponseEntity<Object> erase(
            @PathVariable QuestionnaireId questionnaire,
            @RequestBody ReasonBody body,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return replies.of(engine.consultations().erase(questionnaire, body.reason(), origin), accept);
    }
}
