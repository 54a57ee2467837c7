package eu.urne.api.desk;

import eu.urne.api.desk.PersonSearch.Asked;
import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.Answer;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Engine;
import eu.urne.engine.Refusal;
import eu.urne.engine.council.Attribute;
import eu.urne.engine.council.CouncilDraw.Announced;
import eu.urne.engine.council.DrawId;
import eu.urne.engine.council.DrawTerms;
import eu.urne.engine.vault.CandidacyOffice;
import eu.urne.engine.vault.CandidacyOffice.Standing;
import eu.urne.engine.vault.KnownPerson;
import eu.urne.engine.vault.Vault;
import eu.urne.engine.vault.VaultAnswer;
import eu.urne.engine.vault.VaultId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
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

    private static final String TOLD = "told-";

    private final CouncilFiles files;
    private final PersonSearch persons;
    private final CandidacyOffice office;
    private final DeskTexts texts;

    /** Pages of the candidacies of this office. */
    public CandidacyPages(Engine engine, Vault vault, CandidacyOffice office, DeskTexts texts) {
        this.files = new CouncilFiles(engine);
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
        return page(draw, user, null);
    }

    /** Leads back to the form: addresses of what was sent in one cannot be looked at again. */
    @GetMapping({"/*", "/*/consent"})
    ModelAndView again() {
        return new ModelAndView("redirect:/desk/draws/{draw}/candidacies");
    }

    /** Shows who was found. */
    @PostMapping("/search")
    ModelAndView search(
            @PathVariable DrawId draw, @RequestParam Map<String, String> fields, DeskUser user, CommandOrigin origin) {
        return results(draw, Asked.of(fields), user, origin);
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
        Map<String, String> said = said(fields);
        Told told = told(known.known().name(), office.stand(draw, person, said, origin));
        return results(draw, Asked.of(fields), user, origin)
                .addObject("told", told)
                .addObject("who", person)
                .addObject("said", said)
                .addObject("waits", office.waitsForConsent(draw, person, origin));
    }

    /** Records that the consent of a guardian was seen, and lets the person stand. */
    @PostMapping("/{person}/consent")
    ModelAndView consent(
            @PathVariable DrawId draw,
            @PathVariable VaultId person,
            @RequestParam Map<String, String> fields,
            DeskUser user,
            CommandOrigin origin) {
        files.draw(draw, user);
        if (office.consent(draw, person, origin) instanceof VaultAnswer.Refused<Boolean>(Refusal refusal)) {
            ModelAndView page = results(draw, Asked.of(fields), user, origin);
            page.addObject("refused", texts.of(refusal.sentence()));
            page.setStatus(Problem.of(refusal.reason()).status());
            return page;
        }
        return stand(draw, person, fields, user, origin.then("stand"));
    }

    private static Map<String, String> said(Map<String, String> fields) {
        Map<String, String> said = new HashMap<>();
        fields.forEach((name, value) -> {
            if (name.startsWith(TOLD) && !value.isEmpty()) {
                said.put(name.substring(TOLD.length()), value);
            }
        });
        return said;
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

    private ModelAndView results(DrawId draw, Asked asked, DeskUser user, CommandOrigin origin) {
        ModelAndView page = page(draw, user, asked);
        try {
            page.addObject("found", persons.find(asked, each -> true, purpose(draw), origin));
        } catch (ProblemException e) {
            page.addObject("refused", texts.of(e.sentence()));
            page.setStatus(e.problem().status());
        }
        return page;
    }

    private ModelAndView page(DrawId draw, DeskUser user, @Nullable Asked asked) {
        ModelAndView page = new ModelAndView("desk/candidacies");
        DrawTerms terms = files.terms(draw, user);
        page.addObject("draw", draw);
        page.addObject("isOpen", files.draw(draw, user) instanceof Announced);
        page.addObject("title", files.council(terms.council(), user).terms().title());
        page.addObject(
                "asked",
                terms.attributes().stream()
                        .filter(attribute -> attribute.of() == Attribute.Source.TOLD)
                        .toList());
        persons.show(page, asked);
        return page;
    }

    private static String purpose(DrawId draw) {
        return "candidacies for the draw " + draw + " at the desk";
    }
}
