package eu.urne.api.desk;

import eu.urne.api.web.ProblemException;
import eu.urne.engine.Answer;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Engine;
import eu.urne.engine.Refusal;
import eu.urne.engine.council.Attribute;
import eu.urne.engine.council.CouncilDraw.Announced;
import eu.urne.engine.council.DrawId;
import eu.urne.engine.vault.CandidacyOffice;
import eu.urne.engine.vault.CandidacyOffice.Standing;
import eu.urne.engine.vault.KnownPerson;
import eu.urne.engine.vault.RegisterId;
import eu.urne.engine.vault.Registers.Register;
import eu.urne.engine.vault.Vault;
import eu.urne.engine.vault.VaultId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Candidacies at the desk: a person is looked for, and stands by one tap. Names stand in no address: they are sent in
 * forms, and shown in what answers these.
 */
@DeskPage
@Allowed(Role.SECRETARY)
@RequestMapping("/desk/draws/{draw}/candidacies")
public final class CandidacyPages {

    private static final int MOST_PAGES = 1_000;
    private static final String TOLD = "told-";

    private final CouncilFiles files;
    private final Vault vault;
    private final PersonSearch persons;
    private final CandidacyOffice office;
    private final DeskTexts texts;

    /** Pages of the candidacies of this office. */
    public CandidacyPages(Engine engine, Vault vault, CandidacyOffice office, DeskTexts texts) {
        this.files = new CouncilFiles(engine);
        this.vault = vault;
        this.persons = new PersonSearch(vault);
        this.office = office;
        this.texts = texts;
    }

    /**
     * What has become of a person.
     *
     * @param kind {@code done}, {@code already}, {@code refused} by the rule, or {@code failed}
     * @param why sentences; none if it is done
     */
    public record Told(String kind, String name, List<String> why) {}

    /** The form to look for somebody. */
    @GetMapping
    ModelAndView form(@PathVariable DrawId draw, DeskUser user) {
        return page(draw, user, new HashMap<>());
    }

    /** Leads back to the form: addresses of what was sent in one cannot be looked at again. */
    @GetMapping("/*")
    ModelAndView again() {
        return new ModelAndView("redirect:/desk/draws/{draw}/candidacies");
    }

    /** Shows who was found. */
    @PostMapping("/search")
    ModelAndView search(
            @PathVariable DrawId draw, @RequestParam Map<String, String> fields, DeskUser user, CommandOrigin origin) {
        files.draw(draw, user);
        return results(draw, TypedForm.of("search", fields), user, origin, new HashMap<>());
    }

    /** Lets a person stand; shows the same list again, with what has become of it. */
    @PostMapping("/{person}")
    ModelAndView stand(
            @PathVariable DrawId draw,
            @PathVariable VaultId person,
            @RequestParam Map<String, String> fields,
            DeskUser user,
            CommandOrigin origin) {
        files.draw(draw, user);
        KnownPerson known = persons.person(person, purpose(draw), origin);
        Map<String, String> told = new HashMap<>();
        fields.forEach((name, value) -> {
            if (name.startsWith(TOLD) && !value.isEmpty()) {
                told.put(name.substring(TOLD.length()), value);
            }
        });
        Told answer = told(PersonSearch.name(known), office.stand(draw, person, told, origin));
        return results(draw, TypedForm.of("search", fields), user, origin, new HashMap<>(Map.of("told", answer)));
    }

    private Told told(String name, Standing standing) {
        return switch (standing) {
            case Standing.NotEligible(var why) ->
                new Told("refused", name, why.sentences(LocaleContextHolder.getLocale()));
            case Standing.ValuesUnknown(List<Attribute> attributes) ->
                new Told(
                        "refused",
                        name,
                        attributes.stream()
                                .map(each -> texts.text("secretary.stand.unknown", each.id()))
                                .toList());
            case Standing.Answered(Answer.Refused(Refusal refusal)) ->
                new Told("failed", name, List.of(texts.of(refusal.sentence())));
            case Standing.Answered(Answer.Unchanged unchanged) -> new Told("already", name, List.of());
            case Standing.Answered(Answer.Accepted accepted) -> new Told("done", name, List.of());
        };
    }

    private ModelAndView results(
            DrawId draw, TypedForm form, DeskUser user, CommandOrigin origin, Map<String, Object> model) {
        int at = form.line("page").matches("[0-9]{1,4}")
                ? Math.clamp(Integer.parseInt(form.line("page")), 0, MOST_PAGES)
                : 0;
        model.putAll(Map.of("register", form.of("register"), "words", form.of("words"), "page", at));
        try {
            RegisterId register = new RegisterId(form.line("register"));
            model.put("found", persons.find(register, form.line("words"), at, purpose(draw), origin));
            return page(draw, user, model);
        } catch (IllegalArgumentException e) {
            return refused(draw, "there is no register " + form.of("register"), 404, user, model);
        } catch (ProblemException e) {
            return refused(draw, e.sentence(), e.problem().status().value(), user, model);
        }
    }

    private ModelAndView refused(DrawId draw, String sentence, int status, DeskUser user, Map<String, Object> model) {
        model.put("refused", texts.of(sentence));
        ModelAndView page = page(draw, user, model);
        page.setStatus(HttpStatusCode.valueOf(status));
        return page;
    }

    private ModelAndView page(DrawId draw, DeskUser user, Map<String, Object> model) {
        List<Register> registers = vault.registers().all();
        boolean open = files.draw(draw, user) instanceof Announced;
        model.put("draw", draw);
        model.put("isOpen", open);
        model.put(
                "title",
                files.council(files.terms(draw, user).council(), user).terms().title());
        model.put(
                "asked",
                files.terms(draw, user).attributes().stream()
                        .filter(attribute -> attribute.of() == Attribute.Source.TOLD)
                        .toList());
        model.put("registers", registers);
        model.putIfAbsent(
                "register",
                registers.isEmpty() ? "" : registers.getFirst().register().value());
        model.putIfAbsent("words", "");
        model.putIfAbsent("page", 0);
        return new ModelAndView("desk/candidacies", model);
    }

    private static String purpose(DrawId draw) {
        return "candidacies for the draw " + draw + " at the desk";
    }
}
