package eu.urne.api.desk;

import eu.urne.api.desk.AdmissionList.Row;
import eu.urne.api.desk.PersonSearch.Asked;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.Answer;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Refusal;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.roll.Ineligible;
import eu.urne.engine.vault.Standing;
import eu.urne.engine.vault.VaultId;
import eu.urne.engine.vault.VoterOffice;
import eu.urne.engine.vault.VoterOffice.Admission;
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
 * Admission at the door: a person is looked for, admitted and given a card by one tap. Names stand in no address: they
 * are sent in forms, and shown in what answers these.
 */
@DeskPage
@Allowed({Role.ANIMATOR, Role.CITY})
@RequestMapping("/desk/polls/{poll}/voters")
public final class AdmissionPages {

    private final PollAccess access;
    private final AdmissionList list;
    private final VoterOffice office;
    private final DeskTexts texts;

    /** Pages of this list. */
    public AdmissionPages(PollAccess access, AdmissionList list, VoterOffice office, DeskTexts texts) {
        this.access = access;
        this.list = list;
        this.office = office;
        this.texts = texts;
    }

    /**
     * What has become of a person.
     *
     * @param kind {@code done}, {@code refused} by the rule, or {@code failed}
     * @param why sentences; none if it is done
     */
    public record Told(String kind, String name, List<String> why) {}

    /** The form to look for somebody. */
    @GetMapping
    ModelAndView form(@PathVariable PollId poll, DeskUser user) {
        return page(poll, user, null);
    }

    /** Leads back to the form: addresses of what was sent in one cannot be looked at again. */
    @GetMapping("/*")
    ModelAndView again() {
        return new ModelAndView("redirect:/desk/polls/{poll}/voters");
    }

    /** Shows who was found. */
    @PostMapping("/search")
    ModelAndView search(
            @PathVariable PollId poll, @RequestParam Map<String, String> fields, DeskUser user, CommandOrigin origin) {
        return results(poll, Asked.of(fields), user, origin);
    }

    /** Admits a person and records the hand-out of a card; shows the same list again, with what has become of it. */
    @PostMapping("/{person}")
    ModelAndView admit(
            @PathVariable PollId poll,
            @PathVariable VaultId person,
            @RequestParam Map<String, String> fields,
            DeskUser user,
            CommandOrigin origin) {
        access.poll(poll, user);
        Told told = told(poll, list.person(poll, person, user, origin), origin);
        return results(poll, Asked.of(fields), user, origin).addObject("told", told);
    }

    private Told told(PollId poll, Row row, CommandOrigin origin) {
        if (row.standing() == Standing.NEW) {
            switch (office.admit(poll, row.person(), origin)) {
                case Admission.NotEligible(Ineligible why) -> {
                    return new Told("refused", row.name(), why.sentences(LocaleContextHolder.getLocale()));
                }
                case Admission.Answered(Answer.Refused(Refusal refusal))
                when refusal.reason() != Refusal.Reason.EXISTS -> {
                    return new Told("failed", row.name(), List.of(texts.of(refusal.sentence())));
                }
                case Admission.Answered admitted -> {}
            }
        }
        return office.handOut(poll, row.person(), origin.then("hand-out")) instanceof Answer.Refused(Refusal refusal)
                ? new Told("failed", row.name(), List.of(texts.of(refusal.sentence())))
                : new Told("done", row.name(), List.of());
    }

    private ModelAndView results(PollId poll, Asked asked, DeskUser user, CommandOrigin origin) {
        ModelAndView page = page(poll, user, asked);
        try {
            page.addObject("found", list.find(poll, asked, user, origin));
        } catch (ProblemException e) {
            page.addObject("refused", texts.of(e.sentence()));
            page.setStatus(e.problem().status());
        }
        return page;
    }

    private ModelAndView page(PollId poll, DeskUser user, @Nullable Asked asked) {
        ModelAndView page = new ModelAndView("desk/voters");
        page.addObject("poll", access.poll(poll, user));
        page.addObject("sites", String.join(", ", user.sites().stream().sorted().toList()));
        list.show(page, asked);
        return page;
    }
}
