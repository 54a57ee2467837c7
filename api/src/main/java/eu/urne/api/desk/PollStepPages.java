package eu.urne.api.desk;

import eu.urne.api.desk.Confirmations.Step;
import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.poll.TabletId;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the buttons of a poll's page do. Each leads back to the page, which says what was done or why not. */
@DeskPage
@Allowed({Role.ANIMATOR, Role.TRUSTEE})
@RequestMapping("/desk/polls/{poll}")
public final class PollStepPages {

    private final PollAccess access;
    private final PollSteps steps;
    private final Confirmations confirmations;
    private final DeskTexts texts;

    /** Buttons for these steps. */
    public PollStepPages(PollAccess access, PollSteps steps, Confirmations confirmations, DeskTexts texts) {
        this.access = access;
        this.steps = steps;
        this.confirmations = confirmations;
        this.texts = texts;
    }

    /** Asks for opening or closing. */
    @PostMapping("/ask/{step}")
    ModelAndView ask(@PathVariable PollId poll, @PathVariable Step step, DeskUser user, RedirectAttributes flash) {
        return done(poll, user, flash, "asked", () -> confirmations.ask(poll, step, user.pseudonym()));
    }

    /** Takes an asking back. */
    @PostMapping("/withdraw/{step}")
    ModelAndView withdraw(@PathVariable PollId poll, @PathVariable Step step, DeskUser user, RedirectAttributes flash) {
        return done(poll, user, flash, "withdrawn", () -> confirmations.withdraw(poll, step));
    }

    /** Opens or closes, as another person has asked. */
    @PostMapping("/confirm/{step}")
    ModelAndView confirm(
            @PathVariable PollId poll,
            @PathVariable Step step,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        String what = step == Step.OPEN ? "opened" : "closed";
        return done(poll, user, flash, what, () -> steps.confirm(poll, step, user, origin));
    }

    /** Locks the booths of all sites of the poll, so who ends it must be there for all of them. */
    @PostMapping("/end")
    ModelAndView end(@PathVariable PollId poll, DeskUser user, CommandOrigin origin, RedirectAttributes flash) {
        return done(poll, user, flash, "ended", () -> {
            if (!PollAccess.ends(access.poll(poll, user), user)) {
                throw new ProblemException(
                        Problem.NOT_AUTHORISED,
                        "people of other sites than yours vote here too: a trustee, or an animator of all its sites,"
                                + " ends the vote");
            }
            steps.end(poll, origin);
        });
    }

    /** Publishes the poll key. */
    @PostMapping("/reveal")
    @Allowed(Role.TRUSTEE)
    ModelAndView reveal(@PathVariable PollId poll, DeskUser user, CommandOrigin origin, RedirectAttributes flash) {
        return done(poll, user, flash, "revealed", () -> steps.reveal(poll, origin));
    }

    /** Counts and declares. */
    @PostMapping("/declare")
    @Allowed(Role.TRUSTEE)
    ModelAndView declare(@PathVariable PollId poll, DeskUser user, CommandOrigin origin, RedirectAttributes flash) {
        return done(poll, user, flash, "declared", () -> steps.declare(poll, origin));
    }

    /** Records why the counts do not add up. */
    @PostMapping("/discrepancy")
    ModelAndView discrepancy(
            @PathVariable PollId poll,
            @RequestParam(defaultValue = "") String reason,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        return done(poll, user, flash, "explained", kept(reason, flash, () -> steps.explain(poll, reason, origin)));
    }

    /** Asks not to wait for a tablet. */
    @PostMapping("/tablets/{tablet}/write-off")
    ModelAndView writeOff(
            @PathVariable PollId poll,
            @PathVariable TabletId tablet,
            @RequestParam(defaultValue = "") String reason,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        return done(poll, user, flash, "written-off", kept(reason, flash, () -> {
            steps.checkSite(tablet, user);
            steps.writeOff(poll, tablet, reason, origin);
        }));
    }

    /** What was typed is shown again where it was refused. */
    private static Runnable kept(String reason, RedirectAttributes flash, Runnable step) {
        return () -> {
            try {
                step.run();
            } catch (ProblemException e) {
                flash.addFlashAttribute("reason", reason);
                throw e;
            }
        };
    }

    private ModelAndView done(PollId poll, DeskUser user, RedirectAttributes flash, String what, Runnable step) {
        access.poll(poll, user);
        try {
            step.run();
            flash.addFlashAttribute("notice", texts.text("desk.poll.done." + what));
        } catch (ProblemException e) {
            flash.addFlashAttribute("refused", texts.of(e.sentence()));
        }
        return new ModelAndView("redirect:/desk/polls/{poll}");
    }
}
