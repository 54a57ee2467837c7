package eu.urne.api.desk;

import eu.urne.api.signing.SigningCodes;
import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Engine;
import eu.urne.engine.council.Council.Established;
import eu.urne.engine.council.CouncilId;
import eu.urne.engine.council.CouncilTerms;
import eu.urne.engine.council.Signer;
import eu.urne.engine.council.SignerCommand.AllowSignerKey;
import eu.urne.engine.council.SignerCommand.RetireSigner;
import eu.urne.engine.council.SignerCommand.RevokeSignerKey;
import eu.urne.engine.council.SignerId;
import eu.urne.engine.council.SignerRole;
import eu.urne.engine.council.SignerTerms;
import eu.urne.projections.Views;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who signs the minutes of a council: named here, given codes for their devices, and new keys by two persons. */
@DeskPage
@Allowed(Role.SECRETARY)
@RequestMapping(SignerPages.PAGE)
public final class SignerPages {

    static final String PAGE = CouncilDesk.PAGE + "/signers";

    private final Engine engine;
    private final Views views;
    private final CouncilFiles files;
    private final SigningCodes codes;
    private final DeskCommands commands;

    /** Pages of this engine's councils. */
    public SignerPages(Engine engine, Views views, SigningCodes codes, DeskCommands commands) {
        this.engine = engine;
        this.views = views;
        this.files = new CouncilFiles(engine);
        this.codes = codes;
        this.commands = commands;
    }

    /** All of them. */
    @GetMapping
    ModelAndView signers(@PathVariable CouncilId council, DeskUser user) {
        Established known = files.council(council, user);
        List<Integer> seats =
                IntStream.rangeClosed(1, known.terms().seats()).boxed().toList();
        return new ModelAndView(
                "desk/signers",
                Map.of(
                        "terms", known.terms(),
                        "seats", seats,
                        "signers", views.councils().signers(council),
                        "roles", SignerRole.values()));
    }

    /** Names one. */
    @PostMapping
    ModelAndView name(
            @PathVariable CouncilId council,
            @RequestParam Map<String, String> fields,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        files.council(council, user);
        TypedForm form = TypedForm.of("signer", fields);
        return commands.step(PAGE, flash, "minutes.signer.named", form, () -> {
            String typed = form.line("id");
            SignerId id = new SignerId(typed.isEmpty() ? TypedForm.nameOf(form.line("title")) : typed);
            SignerTerms terms = new SignerTerms(
                    form.choice("role", SignerRole.class),
                    form.line("seat").isEmpty() ? 0 : form.number("seat", 0, CouncilTerms.MOST_SEATS),
                    form.line("title"));
            return engine.minutes().name(council, id, terms, origin);
        });
    }

    /** Shows a code, once. */
    @PostMapping("/{signer}/code")
    ModelAndView code(@PathVariable CouncilId council, @PathVariable SignerId signer, DeskUser user) {
        Established known = files.council(council, user);
        if (!(engine.minutes().signer(council, signer) instanceof Signer.Awaited awaited)) {
            throw new ProblemException(Problem.WRONG_STATE, "signer: " + signer + " waits for no key");
        }
        return new ModelAndView(
                "desk/signing-code",
                Map.of(
                        "terms", known.terms(),
                        "title", awaited.terms().title(),
                        "shown", codes.make(council, signer)));
    }

    /** Revokes the key in use. */
    @PostMapping("/{signer}/revoke")
    ModelAndView revoke(
            @PathVariable CouncilId council,
            @PathVariable SignerId signer,
            @RequestParam Map<String, String> fields,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        files.council(council, user);
        TypedForm form = TypedForm.of("revoke-" + signer, fields);
        return commands.send(
                PAGE,
                flash,
                "minutes.signer.revoked",
                form,
                () -> new RevokeSignerKey(council, signer, form.text("reason"), origin.by()),
                origin);
    }

    /** Allows a new one. */
    @PostMapping("/{signer}/allow")
    ModelAndView allow(
            @PathVariable CouncilId council,
            @PathVariable SignerId signer,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        files.council(council, user);
        return commands.send(
                PAGE,
                flash,
                "minutes.signer.allowed",
                TypedForm.NONE,
                () -> new AllowSignerKey(council, signer, origin.by()),
                origin);
    }

    /** Retires one. */
    @PostMapping("/{signer}/retire")
    ModelAndView retire(
            @PathVariable CouncilId council,
            @PathVariable SignerId signer,
            @RequestParam Map<String, String> fields,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        files.council(council, user);
        TypedForm form = TypedForm.of("retire-" + signer, fields);
        return commands.send(
                PAGE,
                flash,
                "minutes.signer.retired",
                form,
                () -> new RetireSigner(council, signer, form.text("reason")),
                origin);
    }
}
