package eu.urne.api.desk;

import eu.urne.api.open.PublisherSettings;
import eu.urne.api.web.ProblemException;
import eu.urne.api.web.SettingsFile;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.DataDirectory;
import eu.urne.engine.Engine;
import eu.urne.engine.council.Attribute;
import eu.urne.engine.council.Council.Established;
import eu.urne.engine.council.CouncilId;
import eu.urne.engine.council.CouncilTerms;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Announces draws of a council's members. */
@DeskPage
@Allowed(Role.SECRETARY)
@RequestMapping("/desk/councils/{council}/draws")
public final class DrawPages {

    private final Engine engine;
    private final CouncilFiles files;
    private final DeskCommands commands;
    private final DeskTexts texts;
    private final SettingsFile<CouncilKinds> kinds;
    private final ZoneId zone;

    /** Pages of the draws of this engine. */
    public DrawPages(
            Engine engine, DeskCommands commands, DeskTexts texts, DataDirectory data, PublisherSettings publisher) {
        this.engine = engine;
        this.files = new CouncilFiles(engine);
        this.commands = commands;
        this.texts = texts;
        this.kinds = CouncilKinds.file(data);
        this.zone = publisher.zone();
    }

    /** The form. */
    @GetMapping
    ModelAndView form(@PathVariable CouncilId council, DeskUser user, CommandOrigin asking) {
        Established known = files.council(council, user);
        LocalDate from = Instant.ofEpochMilli(asking.atMs())
                .atZone(zone)
                .toLocalDate()
                .plusMonths(2)
                .withDayOfMonth(1);
        return page(
                known,
                DrawForm.fresh(known.terms(), Math.max(1, known.unoffered(from)), from, consentBelow(known.terms())),
                200);
    }

    /** What the kind of a council has, for a new draw. */
    private @Nullable Integer consentBelow(CouncilTerms terms) {
        return CouncilKinds.read(kinds)
                .find(terms.kind())
                .map(CouncilKinds.Kind::consentBelow)
                .orElse(null);
    }

    /** Announces a draw, or shows the form with its cells or quotas. */
    @PostMapping
    ModelAndView announce(
            @PathVariable CouncilId council,
            @RequestParam Map<String, String> fields,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        Established known = files.council(council, user);
        DrawForm form = DrawForm.of(fields);
        if (form.typed().isTicked("more")) {
            return withCells(known, form);
        }
        Optional<ProblemException> problem =
                commands.attempt(() -> engine.draws().announce(form.terms(known.terms()), origin));
        if (problem.isPresent()) {
            DrawForm refused = new DrawForm(form.typed().refused(problem.get().sentence()));
            return page(known, refused, problem.get().problem().status().value());
        }
        flash.addFlashAttribute("notice", texts.text("secretary.draw.announced"));
        return new ModelAndView("redirect:/desk/draws/" + form.typed().line("draw"));
    }

    private static ModelAndView withCells(Established council, DrawForm form) {
        try {
            return page(council, form.hasQuotas() ? form.withQuotas() : form.withCells(), 200);
        } catch (IllegalArgumentException e) {
            return page(council, new DrawForm(form.typed().refused(String.valueOf(e.getMessage()))), 422);
        }
    }

    private static ModelAndView page(Established council, DrawForm form, int status) {
        List<DrawForm.Field> cells = List.of();
        List<DrawForm.QuotaField> quotas = List.of();
        try {
            cells = form.hasQuotas() ? List.of() : form.cells();
            quotas = form.hasQuotas() ? form.quotas() : List.of();
        } catch (IllegalArgumentException e) { // is told beside the field
        }
        return new ModelAndView(
                "desk/announce",
                Map.of(
                        "terms", council.terms(),
                        "typed", form.typed(),
                        "cells", cells,
                        "quotas", quotas,
                        "kinds", DrawForm.Kind.values(),
                        "rows", DrawForm.ROWS,
                        "sources", Attribute.Source.values(),
                        "shorts", DrawForm.Shortfall.values()),
                HttpStatusCode.valueOf(status));
    }
}
