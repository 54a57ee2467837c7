package eu.urne.api.desk;

import eu.urne.api.desk.Freezings.Freezing;
import eu.urne.api.open.PublisherSettings;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Engine;
import eu.urne.engine.council.Composition;
import eu.urne.engine.council.CouncilDraw;
import eu.urne.engine.council.DrawCommand.Source;
import eu.urne.engine.council.DrawId;
import eu.urne.engine.council.DrawTerms;
import eu.urne.engine.sortition.Pool;
import eu.urne.engine.vault.CandidacyOffice;
import eu.urne.engine.vault.CandidacyOffice.PanelFinder;
import eu.urne.engine.vault.Candidate;
import eu.urne.engine.vault.VaultId;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who stands for a draw, and its steps: freezing the pool, telling the randomness, calling it off. */
@DeskPage
@Allowed(Role.SECRETARY)
@RequestMapping(DrawDesk.PAGE)
public final class DrawStepPages {

    private static final int MOST_SOURCES = 5;

    /** So long a browser waits before it is shown that the search goes on. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final String LOOK_AGAIN_SECONDS = "3";

    private final Engine engine;
    private final CouncilFiles files;
    private final CandidacyOffice office;
    private final PanelFinder panels;
    private final DeskCommands commands;
    private final DeskTexts texts;
    private final Freezings freezings;
    private final ZoneId zone;

    /** Steps of the draws of this engine. */
    public DrawStepPages(
            Engine engine,
            CandidacyOffice office,
            PanelFinder panels,
            DeskCommands commands,
            DeskTexts texts,
            PublisherSettings publisher,
            Clock clock) {
        this.engine = engine;
        this.files = new CouncilFiles(engine);
        this.office = office;
        this.panels = panels;
        this.commands = commands;
        this.texts = texts;
        this.freezings = new Freezings(clock);
        this.zone = publisher.zone();
    }

    /**
     * A group of candidates of whom the pool will tell the same.
     *
     * @param count how many they are
     */
    public record Alike(String values, int count) {}

    /** Who stands, and the form that freezes the pool; while panels are searched, for how long. */
    @GetMapping("/standing")
    ModelAndView standing(
            @PathVariable DrawId draw,
            DeskUser user,
            CommandOrigin asking,
            HttpServletResponse response,
            RedirectAttributes flash) {
        files.draw(draw, user);
        Optional<Freezing> ended = freezings.ended(draw);
        if (ended.isPresent()) {
            return ended(draw, ended.get(), user, asking, flash);
        }
        Optional<Long> seconds = freezings.seconds(draw);
        seconds.ifPresent(since -> response.setHeader("Refresh", LOOK_AGAIN_SECONDS));
        return page(draw, FreezeForm.fresh(), 200, user, asking).addObject("searchedSeconds", seconds.orElse(null));
    }

    private ModelAndView ended(
            DrawId draw, Freezing freezing, DeskUser user, CommandOrigin asking, RedirectAttributes flash) {
        Optional<ProblemException> problem = freezing.result();
        if (problem.isPresent()) {
            FreezeForm refused =
                    new FreezeForm(freezing.form().typed().refused(problem.get().sentence()));
            return page(draw, refused, problem.get().problem().status().value(), user, asking);
        }
        flash.addFlashAttribute("notice", texts.text("secretary.draw.frozen"));
        return new ModelAndView("redirect:" + DrawDesk.PAGE);
    }

    private ModelAndView page(DrawId draw, FreezeForm form, int status, DeskUser user, CommandOrigin asking) {
        CouncilDraw known = files.draw(draw, user);
        List<Candidate> standing = office.candidates(draw, "who stands for the draw " + draw + ", at the desk", asking);
        Map<String, Integer> groups = new TreeMap<>();
        standing.forEach(
                each -> groups.merge(String.join(" · ", each.attributes().values()), 1, Integer::sum));
        List<Alike> few = groups.entrySet().stream()
                .filter(group -> group.getValue() < Pool.FEWEST_ALIKE)
                .map(group -> new Alike(group.getKey(), group.getValue()))
                .toList();
        Map<String, Object> model = new HashMap<>(Map.of(
                "draw",
                draw,
                "standing",
                standing,
                "lacking",
                known instanceof CouncilDraw.Announced announced
                        ? Lacking.of(
                                announced.terms(),
                                standing.stream().map(Candidate::attributes).toList())
                        : List.of(),
                "kind",
                kind(files.terms(draw, user)),
                "few",
                few,
                "fewest",
                Pool.FEWEST_ALIKE,
                "isOpen",
                known instanceof CouncilDraw.Announced,
                "typed",
                form.typed()));
        return new ModelAndView("desk/standing", model, HttpStatusCode.valueOf(status));
    }

    private static String kind(DrawTerms terms) {
        return switch (terms.composition()) {
            case Composition.Strata strata -> "STRATA";
            case Composition.Quotas quotas -> "QUOTAS";
        };
    }

    /** Lets somebody stand no longer. */
    @PostMapping("/standing/{person}/withdraw")
    ModelAndView withdraw(
            @PathVariable DrawId draw,
            @PathVariable VaultId person,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        files.draw(draw, user);
        told(flash, "secretary.stand.withdrawn", commands.attempt(() -> office.withdraw(draw, person, origin)));
        return new ModelAndView("redirect:" + DrawDesk.PAGE + "/standing");
    }

    private void told(RedirectAttributes flash, String done, Optional<ProblemException> problem) {
        problem.ifPresentOrElse(
                each -> flash.addFlashAttribute("refused", texts.of(each.sentence())),
                () -> flash.addFlashAttribute("notice", texts.text(done)));
    }

    /** Freezes the pool. */
    @PostMapping("/standing")
    ModelAndView freeze(
            @PathVariable DrawId draw,
            @RequestParam Map<String, String> fields,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        files.draw(draw, user);
        FreezeForm form = new FreezeForm(TypedForm.of(FreezeForm.NAME, fields));
        List<Source> sources;
        try {
            sources = form.sources(zone);
        } catch (IllegalArgumentException e) {
            return page(draw, new FreezeForm(form.typed().refused(String.valueOf(e.getMessage()))), 422, user, origin);
        }
        freezings.begin(
                draw, form, () -> commands.attempt(() -> office.freeze(draw, sources, panels, origin)), PATIENCE);
        return freezings
                .ended(draw)
                .map(freezing -> ended(draw, freezing, user, origin, flash))
                .orElseGet(() -> new ModelAndView("redirect:" + DrawDesk.PAGE + "/standing"));
    }

    /** Tells the values of the randomness. */
    @PostMapping("/randomness")
    ModelAndView read(
            @PathVariable DrawId draw,
            @RequestParam Map<String, String> fields,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        files.draw(draw, user);
        TypedForm form = TypedForm.of("read", fields);
        List<String> values = new ArrayList<>();
        for (int i = 0; i < MOST_SOURCES && form.fields().containsKey("value-" + i); i++) {
            values.add(form.line("value-" + i).replaceAll("\\s+", " "));
        }
        Optional<ProblemException> problem =
                commands.attempt(() -> engine.draws().read(draw, values, origin));
        problem.ifPresent(each -> flash.addFlashAttribute("typed", form.refused(each.sentence())));
        boolean drawn = engine.draws().draw(draw) instanceof CouncilDraw.Drawn;
        told(flash, drawn ? "secretary.draw.drawn" : "secretary.draw.read", problem);
        return new ModelAndView("redirect:" + DrawDesk.PAGE);
    }

    /** Calls the draw off. */
    @PostMapping("/call-off")
    ModelAndView callOff(
            @PathVariable DrawId draw,
            @RequestParam Map<String, String> fields,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        files.draw(draw, user);
        TypedForm form = TypedForm.of("off", fields);
        return commands.step(DrawDesk.PAGE, flash, "secretary.draw.off", form, () -> engine.draws()
                .callOff(draw, form.text("reason"), origin));
    }
}
