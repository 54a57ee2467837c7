package eu.urne.api.desk;

import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.Answer;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Engine;
import eu.urne.engine.Refusal;
import eu.urne.engine.poll.Hash;
import eu.urne.engine.poll.PaperSheet;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.poll.Reconciliation;
import eu.urne.engine.poll.Token;
import eu.urne.projections.PollState;
import eu.urne.projections.SheetView;
import eu.urne.projections.Views;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Sheets of paper: two persons enter each, each alone and in a browser that seals what she has read. What comes here
 * says whether both have read the same, and nothing of what they read.
 */
@DeskPage
@Allowed({Role.ANIMATOR, Role.CITY})
@RequestMapping("/desk/polls/{poll}/paper")
public final class PaperPages {

    private static final int MOST_SHOWN = 1_000;

    private final PollAccess access;
    private final Engine engine;
    private final Views views;
    private final DeskTexts texts;

    /** Pages of the sheets of this engine, whose views these are. */
    public PaperPages(PollAccess access, Engine engine, Views views, DeskTexts texts) {
        this.access = access;
        this.engine = engine;
        this.views = views;
        this.texts = texts;
    }

    /**
     * What one person has read, as a commitment that says nothing of it.
     *
     * @param commitment id of the ballot that the person's browser has made (docs/formats/ballot.md, section 7)
     */
    record EntryBody(Token token, Hash commitment) {}

    /** The forms. */
    @GetMapping
    ModelAndView forms(@PathVariable PollId poll, DeskUser user) {
        PollAccess.Poll found = access.poll(poll, user);
        Reconciliation counts = engine.polls().reconciliation(poll).orElseThrow();
        Map<String, Object> model = new HashMap<>(Map.of(
                "poll",
                found,
                "kind",
                found.view().definition().path("kind").asString(""),
                "open",
                found.view().state() == PollState.OPEN && found.terms().hasPaper(),
                "states",
                states(poll)));
        if (counts.found() != null) {
            model.put("counted", counts.found());
        }
        return new ModelAndView("desk/paper", model);
    }

    /** How many sheets are in each state; those of one state at most {@link #MOST_SHOWN}. */
    private Map<String, Integer> states(PollId poll) {
        Map<String, Integer> states = new LinkedHashMap<>();
        for (SheetView.State state : SheetView.State.values()) {
            states.put(
                    state.code(),
                    views.paper().sheets(poll, state, 0, MOST_SHOWN).size());
        }
        return states;
    }

    /** Takes what one person has read; {@code agreed} says that the ballot is to be cast. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> enter(
            @PathVariable PollId poll, @RequestBody EntryBody body, DeskUser user, CommandOrigin origin) {
        access.poll(poll, user);
        Answer answer = engine.paper().enter(poll, body.token(), body.commitment(), origin);
        PaperSheet sheet = engine.paper().sheet(poll, body.token());
        if (answer instanceof Answer.Refused(Refusal refusal) && !isAgreed(sheet, body.commitment())) {
            throw new ProblemException(Problem.of(refusal.reason()), texts.of(refusal.sentence()));
        }
        return ResponseEntity.ok(Map.of(
                "state",
                switch (sheet) {
                    case PaperSheet.Untouched untouched -> "entered";
                    case PaperSheet.Entered entered -> "entered";
                    case PaperSheet.Disputed disputed -> "disputed";
                    case PaperSheet.Agreed agreed -> "agreed";
                    case PaperSheet.Cast cast -> "cast";
                }));
    }

    /** Whether the ballot that this person has made was agreed on and, where a network failed, may not be in yet. */
    private static boolean isAgreed(PaperSheet sheet, Hash commitment) {
        return sheet instanceof PaperSheet.Agreed(Hash agreed) && agreed.equals(commitment);
    }

    /** Takes how many sheets one person has found in the urn. */
    @PostMapping("/count")
    ModelAndView count(
            @PathVariable PollId poll,
            @RequestParam(defaultValue = "-1") String found,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        access.poll(poll, user);
        if (!found.strip().matches("\\d{1,9}")) {
            flash.addFlashAttribute("refused", texts.text("office.paper.found.wrong"));
        } else if (engine.paper().count(poll, Long.parseLong(found.strip()), origin)
                instanceof Answer.Refused(Refusal refusal)) {
            flash.addFlashAttribute("refused", texts.of(refusal.sentence()));
        } else {
            boolean alike = engine.polls().reconciliation(poll).orElseThrow().found() != null;
            flash.addFlashAttribute("notice", texts.text(alike ? "office.paper.reconciled" : "office.paper.counted"));
        }
        return new ModelAndView("redirect:/desk/polls/{poll}/paper");
    }
}
