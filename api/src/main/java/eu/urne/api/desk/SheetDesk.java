package eu.urne.api.desk;

import eu.urne.api.rest.AnswerIntake;
import eu.urne.api.site.AnswerForm;
import eu.urne.api.site.Asked;
import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Engine;
import eu.urne.engine.Refusal;
import eu.urne.engine.consult.Access;
import eu.urne.engine.consult.PaperEntry;
import eu.urne.engine.consult.Questionnaire;
import eu.urne.engine.consult.QuestionnaireId;
import eu.urne.engine.consult.QuestionnaireTerms;
import eu.urne.engine.consult.Reception;
import eu.urne.projections.QuestionnaireView;
import eu.urne.projections.Views;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Sheets of paper of a questionnaire: typed in by one person, or by two, each alone, as its terms say. */
@DeskPage
@Allowed({Role.ANIMATOR, Role.CITY})
@RequestMapping(SheetDesk.PAGE)
public final class SheetDesk {

    static final String PAGE = "/desk/questionnaires/{questionnaire}/sheets";

    private static final String NUMBERED = "sheet/";

    private final Engine engine;
    private final Views views;
    private final AnswerIntake intake;
    private final DeskTexts texts;
    private final Clock clock;

    /** Sheets for this intake. */
    public SheetDesk(Engine engine, Views views, AnswerIntake intake, DeskTexts texts, Clock clock) {
        this.engine = engine;
        this.views = views;
        this.intake = intake;
        this.texts = texts;
        this.clock = clock;
    }

    @ModelAttribute
    void keepNothing(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private QuestionnaireTerms known(QuestionnaireId id) {
        QuestionnaireTerms terms = views.consultations()
                .questionnaire(id)
                .map(view -> view.state().terms())
                .orElseThrow(() -> new ProblemException(Problem.UNKNOWN, "there is no questionnaire " + id));
        if (terms.paper() == PaperEntry.NONE) {
            throw new ProblemException(Problem.WRONG_STATE, "paper: this questionnaire has no sheets of paper");
        }
        return terms;
    }

    private boolean isOpen(QuestionnaireTerms terms) {
        return clock.millis() < terms.closes()
                && views.consultations()
                                .questionnaire(terms.questionnaire())
                                .map(QuestionnaireView::state)
                                .orElseThrow()
                        instanceof Questionnaire.Open;
    }

    /** The form of the next sheet, and which ones wait for a second person. */
    @GetMapping
    ModelAndView form(@PathVariable QuestionnaireId questionnaire) {
        return page(known(questionnaire), AnswerForm.fresh(), TypedForm.NONE, HttpStatus.OK);
    }

    /** Takes a sheet; where something is wrong it is shown again as it was typed, and kept nowhere. */
    @PostMapping
    ModelAndView type(
            @PathVariable QuestionnaireId questionnaire,
            @RequestParam Map<String, String> fields,
            HttpServletRequest request,
            CommandOrigin origin,
            RedirectAttributes flash) {
        QuestionnaireTerms terms = known(questionnaire);
        TypedForm form = TypedForm.of("sheet", fields);
        AnswerForm answers = AnswerForm.of(terms, request.getParameterMap());
        if (!answers.problems().isEmpty()) {
            return page(terms, answers, form, HttpStatus.UNPROCESSABLE_CONTENT)
                    .addObject("refused", texts.text("consult.problem.some"));
        }
        try {
            return switch (take(terms, form, answers, origin)) {
                case Reception.Received received -> next(flash, "notice", texts.text("inquiry.sheet.counted"));
                case Reception.Waiting waiting -> next(flash, "notice", texts.text("inquiry.sheet.waits"));
                case Reception.Differs differs ->
                    next(flash, "refused", texts.of("sheet: two persons have read different things; type it again"));
                case Reception.Refused(Refusal refusal) ->
                    throw new ProblemException(Problem.of(refusal.reason()), refusal.sentence());
            };
        } catch (ProblemException e) {
            return page(terms, answers, form.refused(e.sentence()), e.problem().status())
                    .addObject("refused", texts.of(e.sentence()));
        }
    }

    private Reception take(QuestionnaireTerms terms, TypedForm form, AnswerForm answers, CommandOrigin origin) {
        boolean byCode = terms.access() == Access.TOKEN;
        String code = byCode ? form.line("code") : null;
        if (code != null && code.isEmpty()) {
            throw new ProblemException(Problem.INVALID, "code: this questionnaire is answered with a code");
        }
        String number = form.line("sheet").toLowerCase(Locale.ROOT);
        return intake.type(terms.questionnaire(), number, answers.answers(terms), code, origin);
    }

    private static ModelAndView next(RedirectAttributes flash, String kind, String sentence) {
        flash.addFlashAttribute(kind, sentence);
        return new ModelAndView("redirect:" + PAGE);
    }

    private ModelAndView page(QuestionnaireTerms terms, AnswerForm answers, TypedForm form, HttpStatusCode status) {
        List<String> waiting = engine.consultations().waiting(terms.questionnaire());
        List<String> numbered = waiting.stream()
                .filter(each -> each.startsWith(NUMBERED))
                .map(each -> each.substring(NUMBERED.length()))
                .toList();
        return new ModelAndView("desk/sheets", Map.of("terms", terms, "answers", answers, "typed", form), status)
                .addObject("asked", Asked.all(terms))
                .addObject("isOpen", isOpen(terms))
                .addObject("waiting", numbered)
                .addObject("cards", waiting.size() - numbered.size());
    }
}
