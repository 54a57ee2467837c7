package eu.urne.api.desk;

import eu.urne.api.rest.CodeMaker;
import eu.urne.api.rest.WordKeeper;
import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.api.web.StorableText;
import eu.urne.engine.Answer;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Engine;
import eu.urne.engine.EngineJson;
import eu.urne.engine.consult.Finding;
import eu.urne.engine.consult.FindingId;
import eu.urne.engine.consult.FindingState;
import eu.urne.engine.consult.PaperEntry;
import eu.urne.engine.consult.Question;
import eu.urne.engine.consult.Questionnaire;
import eu.urne.engine.consult.QuestionnaireCommand.DefineQuestionnaire;
import eu.urne.engine.consult.QuestionnaireCommand.OpenQuestionnaire;
import eu.urne.engine.consult.QuestionnaireCommand.PublishFinding;
import eu.urne.engine.consult.QuestionnaireCommand.ReviseFinding;
import eu.urne.engine.consult.QuestionnaireCommand.WithdrawQuestionnaire;
import eu.urne.engine.consult.QuestionnaireId;
import eu.urne.engine.consult.QuestionnaireTerms;
import eu.urne.projections.QuestionnaireView;
import eu.urne.projections.Views;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Questionnaires at the desk: defined by a text in YAML, opened, closed, told of. */
@DeskPage
@Allowed(Role.CITY)
@RequestMapping("/desk/questionnaires")
public final class ConsultDesk {

    private static final String PAGE = "/desk/questionnaires";
    private static final YAMLMapper YAML =
            EngineJson.configure(YAMLMapper.builder()).build();

    private final Engine engine;
    private final Views views;
    private final DeskCommands commands;
    private final CodeMaker codes;
    private final WordKeeper words;
    private final Clock clock;

    /** Pages of the questionnaires of this engine. */
    public ConsultDesk(Engine engine, Views views, DeskCommands commands, Clock clock) {
        this.engine = engine;
        this.views = views;
        this.commands = commands;
        this.codes = new CodeMaker(engine);
        this.words = new WordKeeper(engine);
        this.clock = clock;
    }

    private QuestionnaireView known(QuestionnaireId id) {
        return views.consultations()
                .questionnaire(id)
                .orElseThrow(() -> new ProblemException(Problem.UNKNOWN, "there is no questionnaire " + id));
    }

    /** All questionnaires and gatherings; for the city also forms that begin others. */
    @GetMapping
    @Allowed({Role.ANIMATOR, Role.CITY})
    ModelAndView list(DeskUser user) {
        boolean runs = user.is(Role.CITY);
        return new ModelAndView("desk/questionnaires", Map.of("runs", runs))
                .addObject(
                        "questionnaires",
                        views.consultations().questionnaires().stream()
                                .filter(view -> runs || hasSheets(view.state()))
                                .toList())
                .addObject("gatherings", views.consultations().gatherings());
    }

    private static boolean hasSheets(Questionnaire.Known state) {
        return state instanceof Questionnaire.Open && state.terms().paper() != PaperEntry.NONE;
    }

    /** Defines a questionnaire. */
    @PostMapping
    ModelAndView define(
            @RequestParam Map<String, String> fields, DeskUser user, CommandOrigin origin, RedirectAttributes flash) {
        PollAccess.unlimited(user);
        TypedForm form = TypedForm.of("define", fields);
        return commands.send(
                PAGE, flash, "inquiry.defined", form, () -> new DefineQuestionnaire(terms(form.text("terms"))), origin);
    }

    private static QuestionnaireTerms terms(String text) {
        try (JsonParser parser = YAML.createParser(text)) {
            StorableText.check(parser); // what its escapes say
            return YAML.readValue(text, QuestionnaireTerms.class);
        } catch (JacksonException e) {
            Throwable cause = e.getCause();
            String line =
                    e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNr();
            throw new IllegalArgumentException(
                    cause instanceof IllegalArgumentException
                            ? "terms: " + cause.getMessage()
                            : "terms: the text does not say a questionnaire" + line,
                    e);
        }
    }

    /** A questionnaire. */
    @GetMapping("/{questionnaire}")
    ModelAndView one(@PathVariable QuestionnaireId questionnaire) {
        QuestionnaireView view = known(questionnaire);
        Questionnaire.Known state = view.state();
        Map<String, List<String>> written = new LinkedHashMap<>();
        for (Question question : state.terms().questions()) {
            if (question instanceof Question.Text text) {
                written.put(text.title(), engine.consultations().words(questionnaire, text.id()));
            }
        }
        return new ModelAndView("desk/questionnaire", Map.of("view", view, "terms", state.terms()))
                .addObject("state", state.getClass().getSimpleName().toLowerCase(Locale.ROOT))
                .addObject("sheets", hasSheets(state))
                .addObject("inTime", clock.millis() >= state.terms().closes())
                .addObject("written", written)
                .addObject("states", FindingState.values())
                .addObject(
                        "findings",
                        state instanceof Questionnaire.Published published
                                ? published.findings().values()
                                : List.of());
    }

    /** Makes codes, shown once to be printed. */
    @PostMapping("/{questionnaire}/codes")
    ModelAndView make(
            @PathVariable QuestionnaireId questionnaire,
            @RequestParam Map<String, String> fields,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash,
            HttpServletResponse response) {
        PollAccess.unlimited(user);
        TypedForm form = TypedForm.of("codes", fields);
        CodeMaker.Made[] made = new CodeMaker.Made[1];
        var problem = commands.attempt(() -> {
            made[0] = codes.make(questionnaire, form.number("codes", 1, CodeMaker.MOST), origin);
            return made[0].answer();
        });
        if (problem.isPresent()) {
            ProblemException refused = problem.get();
            return commands.step(PAGE + "/" + questionnaire, flash, "inquiry.coded", form, () -> {
                throw refused;
            });
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return new ModelAndView(
                "desk/codes",
                Map.of(
                        "codes",
                        made[0].codes(),
                        "terms",
                        known(questionnaire).state().terms()));
    }

    /** Opens it. */
    @PostMapping("/{questionnaire}/open")
    ModelAndView open(
            @PathVariable QuestionnaireId questionnaire,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        PollAccess.unlimited(user);
        return commands.send(
                PAGE + "/" + questionnaire,
                flash,
                "inquiry.opened",
                TypedForm.NONE,
                () -> new OpenQuestionnaire(questionnaire, origin.atMs()),
                origin);
    }

    /** Withdraws it before it is open. */
    @PostMapping("/{questionnaire}/withdrawal")
    ModelAndView withdraw(
            @PathVariable QuestionnaireId questionnaire,
            @RequestParam Map<String, String> fields,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        PollAccess.unlimited(user);
        TypedForm form = TypedForm.of("withdraw", fields);
        return commands.send(
                PAGE + "/" + questionnaire,
                flash,
                "inquiry.withdrawn",
                form,
                () -> new WithdrawQuestionnaire(questionnaire, form.text("reason")),
                origin);
    }

    /** Closes it. */
    @PostMapping("/{questionnaire}/close")
    ModelAndView close(
            @PathVariable QuestionnaireId questionnaire,
            @RequestParam Map<String, String> fields,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        TypedForm form = TypedForm.of("close", fields);
        String reason = form.text("reason");
        return step(questionnaire, user, flash, "inquiry.closed", form, () -> engine.consultations()
                .close(questionnaire, reason.isEmpty() ? null : reason, origin));
    }

    /** Publishes what the answers say. */
    @PostMapping("/{questionnaire}/results")
    ModelAndView publish(
            @PathVariable QuestionnaireId questionnaire,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        return step(questionnaire, user, flash, "inquiry.told", TypedForm.NONE, () -> engine.consultations()
                .publish(questionnaire, origin));
    }

    /** Tells what became of a wish. */
    @PostMapping("/{questionnaire}/findings")
    ModelAndView find(
            @PathVariable QuestionnaireId questionnaire,
            @RequestParam Map<String, String> fields,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        TypedForm form = TypedForm.of("finding", fields);
        String reason = form.text("reason");
        return step(
                questionnaire,
                user,
                flash,
                "inquiry.found",
                form,
                () -> words.send(
                        form.text("text"),
                        text -> {
                            Finding finding = new Finding(
                                    new FindingId(form.line("finding")),
                                    form.line("wish"),
                                    FindingState.valueOf(form.line("state")),
                                    text,
                                    List.of());
                            return reason.isEmpty()
                                    ? new PublishFinding(questionnaire, finding)
                                    : new ReviseFinding(questionnaire, finding, reason);
                        },
                        origin));
    }

    private ModelAndView step(
            QuestionnaireId id,
            DeskUser user,
            RedirectAttributes flash,
            String done,
            TypedForm form,
            Supplier<Answer> asking) {
        PollAccess.unlimited(user);
        return commands.step(PAGE + "/" + id, flash, done, form, asking);
    }
}
