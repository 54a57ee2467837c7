package eu.urne.api.site;

import eu.urne.api.open.PublisherSettings;
import eu.urne.api.rest.AnswerIntake;
import eu.urne.api.web.Everybody;
import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.Engine;
import eu.urne.engine.Refusal;
import eu.urne.engine.blob.BlobStore;
import eu.urne.engine.consult.Choice;
import eu.urne.engine.consult.Finding;
import eu.urne.engine.consult.GatheringId;
import eu.urne.engine.consult.Questionnaire;
import eu.urne.engine.consult.QuestionnaireId;
import eu.urne.engine.consult.Reception;
import eu.urne.projections.GatheringView;
import eu.urne.projections.QuestionnaireView;
import eu.urne.projections.Views;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Questionnaires for everybody: how to answer, what was answered and what became of it; gatherings beside them. */
@Controller
@Everybody
public final class QuestionnairePages {

    private static final int FORM_BYTES = 16;

    private final Views views;
    private final KeptTexts texts;
    private final AnswerIntake intake;
    private final Clock clock;
    private final ZoneId zone;

    /** Pages of what these views have; answers go to this intake. */
    public QuestionnairePages(
            Engine engine, Views views, AnswerIntake intake, Clock clock, PublisherSettings publisher) {
        this.views = views;
        this.texts = new KeptTexts(engine);
        this.intake = intake;
        this.clock = clock;
        this.zone = publisher.zone();
    }

    @ModelAttribute
    void keepNothing(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
    }

    @GetMapping("/questionnaires")
    ModelAndView all() {
        List<QuestionnaireView> shown = views.consultations().questionnaires().stream()
                .filter(view -> !(view.state() instanceof Questionnaire.Drafted)
                        && !(view.state() instanceof Questionnaire.Withdrawn))
                .toList();
        return new ModelAndView(
                "site/questionnaires",
                Map.of(
                        "open", shown.stream().filter(this::isOpen).toList(),
                        "past", shown.stream().filter(view -> !isOpen(view)).toList(),
                        "gatherings", views.consultations().gatherings()));
    }

    private boolean isOpen(QuestionnaireView view) {
        return view.state() instanceof Questionnaire.Open open
                && clock.millis() < open.terms().closes();
    }

    @GetMapping("/questionnaires/{questionnaire}")
    ModelAndView one(@PathVariable QuestionnaireId questionnaire) {
        return page(known(questionnaire), AnswerForm.fresh(), freshForm(), "", 200);
    }

    private static String freshForm() {
        return HexFormat.of().formatHex(Arrays.copyOf(BlobStore.freshSalt(), FORM_BYTES));
    }

    private QuestionnaireView known(QuestionnaireId id) {
        return views.consultations()
                .questionnaire(id)
                .filter(view -> !(view.state() instanceof Questionnaire.Drafted))
                .orElseThrow(() -> new ProblemException(Problem.UNKNOWN, "there is no questionnaire " + id));
    }

    @PostMapping("/questionnaires/{questionnaire}")
    ModelAndView answer(
            @PathVariable QuestionnaireId questionnaire,
            @RequestParam(defaultValue = "") String form,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request) {
        QuestionnaireView view = known(questionnaire);
        AnswerForm typed = AnswerForm.of(view.state().terms(), request.getParameterMap());
        String name = form.matches("[0-9a-f]{32}") ? form : freshForm();
        if (!typed.problems().isEmpty()) {
            return page(view, typed, name, "consult.problem.some", 422).addObject("code", code);
        }
        try {
            Reception reception = intake.take(
                    questionnaire, name, typed.answers(view.state().terms()), code, request.getRemoteAddr());
            return switch (reception) {
                case Reception.Received received ->
                    new ModelAndView(
                                    "site/answered",
                                    Map.of("terms", view.state().terms()))
                            .addObject("receipt", received.receipt().code().text())
                            .addObject("leaf", received.kept().leaf().hex())
                            .addObject(
                                    "salt",
                                    HexFormat.of().formatHex(received.kept().salt()));
                case Reception.Refused(Refusal refusal) ->
                    page(
                                    view,
                                    typed,
                                    name,
                                    problem(refusal),
                                    Problem.of(refusal.reason()).status().value())
                            .addObject("code", code);
                case Reception.Waiting waiting -> throw new IllegalStateException("answers online wait for nobody");
                case Reception.Differs differs -> throw new IllegalStateException("answers online are typed by one");
            };
        } catch (ProblemException e) {
            String key = e.problem() == Problem.BUSY ? "consult.problem.busy" : "consult.problem.code";
            return page(view, typed, name, key, e.problem().status().value()).addObject("code", code);
        }
    }

    private static String problem(Refusal refusal) {
        return "consult.problem."
                + switch (refusal.reason()) {
                    case NOT_AUTHORISED -> "code";
                    case USED -> "used";
                    case WRONG_STATE, UNKNOWN, EXISTS -> "closed";
                    case INVALID -> "some";
                };
    }

    private ModelAndView page(QuestionnaireView view, AnswerForm typed, String form, String problem, int status) {
        Questionnaire.Known state = view.state();
        ModelAndView page = new ModelAndView("site/questionnaire", HttpStatusCode.valueOf(status));
        page.addObject("terms", state.terms())
                .addObject("view", view)
                .addObject("state", state.getClass().getSimpleName().toLowerCase(Locale.ROOT))
                .addObject("isOpen", isOpen(view))
                .addObject(
                        "closes", Instant.ofEpochMilli(state.terms().closes()).atZone(zone))
                .addObject("form", form)
                .addObject("typed", typed)
                .addObject("problem", problem)
                .addObject("asked", Asked.all(state.terms()));
        if (state instanceof Questionnaire.Published published) {
            List<Finding> findings = List.copyOf(published.findings().values());
            page.addObject(
                            "results",
                            ResultStory.of(state.terms(), published.results().tables()))
                    .addObject("findings", findings)
                    .addObject("texts", texts.of(findings.stream().map(Finding::text)));
        }
        return page;
    }

    @GetMapping("/gatherings/{gathering}")
    ModelAndView gathering(@PathVariable GatheringId gathering) {
        GatheringView view = views.consultations()
                .gathering(gathering)
                .orElseThrow(() -> new ProblemException(Problem.UNKNOWN, "there is no gathering " + gathering));
        return new ModelAndView("site/gathering", Map.of("state", view.state()))
                .addObject(
                        "names",
                        view.state().terms().sites().stream().collect(Collectors.toMap(Choice::id, Choice::title)));
    }
}
