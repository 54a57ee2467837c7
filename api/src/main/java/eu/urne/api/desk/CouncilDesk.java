package eu.urne.api.desk;

import eu.urne.api.open.PublisherSettings;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Engine;
import eu.urne.engine.council.AgendaOrder;
import eu.urne.engine.council.Council.Established;
import eu.urne.engine.council.CouncilCommand.ReviseCouncil;
import eu.urne.engine.council.CouncilId;
import eu.urne.engine.council.CouncilTerms;
import eu.urne.engine.council.PassOver;
import eu.urne.engine.council.VacancyReason;
import eu.urne.engine.poll.MotionRule.Majority;
import eu.urne.engine.vault.CandidacyOffice;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A council for those who run it: its terms, draws and meetings. */
@DeskPage
@Allowed(Role.SECRETARY)
@RequestMapping(CouncilDesk.PAGE)
public final class CouncilDesk {

    static final String PAGE = "/desk/councils/{council}";

    private final CouncilFiles files;
    private final CouncilSeats seats;
    private final DeskCommands commands;
    private final ZoneId zone;

    /** Pages of the councils of this engine. */
    public CouncilDesk(Engine engine, CandidacyOffice office, DeskCommands commands, PublisherSettings publisher) {
        this.files = new CouncilFiles(engine);
        this.seats = new CouncilSeats(engine.draws(), office);
        this.zone = publisher.zone();
        this.commands = commands;
    }

    /** A council. */
    @GetMapping
    ModelAndView council(@PathVariable CouncilId council, DeskUser user, CommandOrigin asking, Model flashed) {
        Established known = files.council(council, user);
        Map<String, Object> model = new HashMap<>(Map.of(
                "terms",
                known.terms(),
                "draws",
                known.draws(),
                "majorities",
                Majority.values(),
                "agendas",
                AgendaOrder.values()));
        LocalDate today = Instant.ofEpochMilli(asking.atMs()).atZone(zone).toLocalDate();
        model.put("seats", seats.of(known, today, asking));
        model.put("today", today);
        model.put("reasons", VacancyReason.values());
        model.put("passes", PassOver.values());
        boolean refused = flashed.getAttribute("typed") instanceof TypedForm form && form.is(CouncilForm.REVISE);
        model.put("isRevised", refused);
        model.put(
                "form",
                refused
                        ? flashed.getAttribute("typed")
                        : CouncilForm.of(known.terms()).typed());
        return new ModelAndView("desk/council", model);
    }

    /** Gives the council other terms. */
    @PostMapping("/terms")
    ModelAndView revise(
            @PathVariable CouncilId council,
            @RequestParam Map<String, String> fields,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        CouncilTerms earlier = files.council(council, user).terms();
        TypedForm form = TypedForm.of(CouncilForm.REVISE, fields);
        return commands.send(
                PAGE,
                flash,
                "secretary.council.revised",
                form,
                () -> new ReviseCouncil(new CouncilForm(form).revised(earlier), form.text("reason")),
                origin);
    }
}
