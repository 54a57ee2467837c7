package eu.urne.api.site;

import eu.urne.api.rest.SlipReply;
import eu.urne.api.web.Everybody;
import eu.urne.api.web.Frontend;
import eu.urne.api.web.WrongCodes;
import eu.urne.engine.Answer;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Engine;
import eu.urne.engine.EngineJson;
import eu.urne.engine.council.Attribute;
import eu.urne.engine.council.Council;
import eu.urne.engine.council.Council.Established;
import eu.urne.engine.council.CouncilDraw;
import eu.urne.engine.council.CouncilId;
import eu.urne.engine.council.DrawCommand.AnswerRole;
import eu.urne.engine.council.DrawId;
import eu.urne.engine.council.DrawTerms;
import eu.urne.engine.vault.CandidacyOffice;
import eu.urne.engine.vault.CandidacyOffice.Standing;
import eu.urne.engine.vault.CandidateProof;
import eu.urne.engine.vault.InvitationOffice;
import eu.urne.engine.vault.StandingCode;
import eu.urne.engine.vault.VaultId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Standing for a council from home, by the code of a letter (docs/adr/0017-standing-by-code.md). The code comes in
 * forms, never in an address, and stands in what answers these; there is no session. No page says a name.
 */
@Controller
@Everybody
@RequestMapping("/stand/{draw}")
public final class StandPages {

    private static final String TOLD = "told-";

    private final Engine engine;
    private final CandidacyOffice office;
    private final InvitationOffice invitations;
    private final MessageSource texts;
    private final Frontend frontend;
    private final Clock clock;
    private final WrongCodes wrong;

    /** Pages for who has a letter of this office. */
    public StandPages(
            Engine engine,
            CandidacyOffice office,
            InvitationOffice invitations,
            MessageSource texts,
            Frontend frontend,
            Clock clock) {
        this.engine = engine;
        this.office = office;
        this.invitations = invitations;
        this.texts = texts;
        this.frontend = frontend;
        this.clock = clock;
        this.wrong = new WrongCodes(clock);
    }

    /** Somebody whose code it is. */
    private record Holder(DrawId draw, VaultId person, String code, CommandOrigin origin) {}

    /** What is told above the page: what was done, or why not. */
    private record Notice(String done, List<String> refused, HttpStatus status) {

        static final Notice NONE = new Notice("", List.of(), HttpStatus.OK);

        static Notice of(String done) {
            return new Notice(done, List.of(), HttpStatus.OK);
        }
    }

    @ModelAttribute
    void keepNothing(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
    }

    @GetMapping
    ModelAndView form(@PathVariable DrawId draw) {
        return page(draw, Map.of(), HttpStatus.OK);
    }

    /** Leads back to the form: what a form was answered cannot be looked at again. */
    @GetMapping({"/candidacy", "/withdrawal", "/slip", "/roles/*"})
    ModelAndView again() {
        return new ModelAndView("redirect:/stand/{draw}");
    }

    @PostMapping
    ModelAndView look(
            @PathVariable DrawId draw, @RequestParam(defaultValue = "") String code, HttpServletRequest request) {
        return with(draw, code, request, holder -> Notice.NONE);
    }

    @PostMapping("/candidacy")
    ModelAndView stand(
            @PathVariable DrawId draw,
            @RequestParam(defaultValue = "") String code,
            @RequestParam Map<String, String> fields,
            HttpServletRequest request) {
        return with(draw, code, request, holder -> {
            Map<String, String> told = new HashMap<>();
            fields.forEach((name, value) -> {
                if (name.startsWith(TOLD) && !value.isEmpty()) {
                    told.put(name.substring(TOLD.length()), value);
                }
            });
            return stood(office.stand(draw, holder.person(), told, holder.origin()));
        });
    }

    private Notice stood(Standing standing) {
        return switch (standing) {
            case Standing.Answered(Answer.Refused refused) -> failed();
            case Standing.Answered answered -> Notice.of("councils.stand.done");
            case Standing.NotEligible(var why) ->
                new Notice("", why.sentences(LocaleContextHolder.getLocale()), HttpStatus.FORBIDDEN);
            case Standing.ValuesUnknown(List<Attribute> attributes) ->
                new Notice(
                        "",
                        attributes.stream()
                                .map(each -> text(
                                        each.of() == Attribute.Source.TOLD
                                                ? "councils.stand.tell"
                                                : "councils.stand.unknown",
                                        each.id()))
                                .toList(),
                        HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private Notice failed() {
        return new Notice("", List.of(text("councils.stand.failed")), HttpStatus.CONFLICT);
    }

    @PostMapping("/withdrawal")
    ModelAndView withdraw(
            @PathVariable DrawId draw, @RequestParam(defaultValue = "") String code, HttpServletRequest request) {
        return with(
                draw,
                code,
                request,
                holder -> office.withdraw(draw, holder.person(), holder.origin()) instanceof Answer.Refused
                        ? failed()
                        : Notice.of("councils.stand.withdrawn"));
    }

    @PostMapping("/roles/{role}")
    ModelAndView answer(
            @PathVariable DrawId draw,
            @PathVariable String role,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String answer,
            HttpServletRequest request) {
        return with(draw, code, request, holder -> {
            Optional<CandidateProof> proof = office.proof(draw, holder.person(), holder.origin());
            if (proof.isEmpty() || !answer.matches("yes|no")) {
                return failed();
            }
            AnswerRole command = new AnswerRole(draw, proof.get().index(), role, answer.equals("yes"));
            return engine.commands().send(command, holder.origin()) instanceof Answer.Refused
                    ? failed()
                    : Notice.of("councils.stand.answered");
        });
    }

    /** The slip as a file, or the page where there is none. */
    @PostMapping("/slip")
    Object slip(@PathVariable DrawId draw, @RequestParam(defaultValue = "") String code, HttpServletRequest request) {
        Optional<Holder> holder = tooMany(request) ? Optional.empty() : holder(draw, code, request);
        Optional<CandidateProof> proof = holder.flatMap(known -> office.proof(draw, known.person(), known.origin()));
        if (proof.isEmpty()) {
            return look(draw, code, request);
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + draw + "-slip.json\"")
                .contentType(MediaType.APPLICATION_JSON)
                .body(EngineJson.MAPPER.writeValueAsBytes(SlipReply.of(proof.get())));
    }

    private boolean tooMany(HttpServletRequest request) {
        return wrong.areTooMany(request.getRemoteAddr());
    }

    private ModelAndView with(DrawId draw, String code, HttpServletRequest request, Function<Holder, Notice> step) {
        if (tooMany(request)) {
            return page(draw, Map.of("problem", text("councils.stand.too-many")), HttpStatus.TOO_MANY_REQUESTS);
        }
        Optional<Holder> holder = holder(draw, code, request);
        if (holder.isEmpty()) {
            return page(draw, Map.of("problem", text("councils.stand.wrong")), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Notice notice = step.apply(holder.get());
        Map<String, Object> model = new HashMap<>(Map.of("code", holder.get().code(), "refused", notice.refused()));
        if (!notice.done().isEmpty()) {
            model.put("done", text(notice.done()));
        }
        model.put("story", story(holder.get()));
        return page(draw, model, notice.status());
    }

    /** Whose code it is; a wrong one is counted. */
    private Optional<Holder> holder(DrawId draw, String typed, HttpServletRequest request) {
        CommandOrigin origin = new CommandOrigin(UUID.randomUUID().toString(), "home", clock.millis());
        Optional<Holder> holder;
        try {
            StandingCode code = StandingCode.parse(typed);
            holder = invitations
                    .person(draw, code, origin)
                    .map(person -> new Holder(draw, person, code.toString(), origin));
        } catch (IllegalArgumentException e) { // no code at all is a wrong one
            holder = Optional.empty();
        }
        if (holder.isEmpty()) {
            wrong.add(request.getRemoteAddr());
        }
        return holder;
    }

    private CandidateStory story(Holder holder) {
        DrawId draw = holder.draw();
        CouncilDraw known = engine.draws().draw(draw);
        return CandidateStory.of(
                known,
                council(DrawStory.of(known).terms().council()),
                new CandidateStory.Before(
                        office.attributes(draw, holder.person()),
                        office.waitsForConsent(draw, holder.person(), holder.origin())),
                office.proof(draw, holder.person(), holder.origin()));
    }

    private ModelAndView page(DrawId id, Map<String, Object> model, HttpStatusCode status) {
        CouncilDraw draw = engine.draws().draw(id);
        if (draw instanceof CouncilDraw.Unannounced) {
            throw Unknown.draw(id).get();
        }
        DrawStory story = DrawStory.of(draw);
        DrawTerms terms = story.terms();
        ModelAndView page = new ModelAndView("site/stand", model, status);
        page.addObject("draw", id);
        page.addObject("stage", story.stage().name());
        page.addObject("terms", terms);
        page.addObject("council", council(terms.council()).terms());
        page.addObject(
                "asked",
                terms.attributes().stream()
                        .filter(attribute -> attribute.of() == Attribute.Source.TOLD)
                        .toList());
        page.addObject("script", frontend.script("stand"));
        return page;
    }

    private Established council(CouncilId id) {
        if (engine.draws().council(id) instanceof Council.Established council) {
            return council;
        }
        throw Unknown.council(id).get();
    }

    private String text(String key, Object... arguments) {
        return texts.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
