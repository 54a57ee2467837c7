package eu.urne.api.desk;

import eu.urne.api.web.Everybody;
import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pages of who is not signed in: signing in, and choosing a password by a link. */
@DeskPage
public final class SignInPages {

    private final OneTimeLinks links;
    private final boolean elsewhere;

    /** Pages for these links, and for an issuer of the city where there is one. */
    public SignInPages(OneTimeLinks links, Optional<OidcSettings> oidc) {
        this.links = links;
        this.elsewhere = oidc.isPresent();
    }

    /** The form to sign in; the filter before it takes what is sent. */
    @GetMapping(DeskSecurity.SIGN_IN)
    @Everybody
    ModelAndView signIn(HttpServletRequest request) {
        String why = "";
        for (String each : new String[] {"wrong", "over", "out", "chosen", "elsewhere"}) {
            why = request.getParameter(each) == null ? why : each;
        }
        return new ModelAndView("desk/sign-in", Map.of("why", why, "elsewhere", elsewhere));
    }

    /** Leads on who comes back from her organisation: from here the session's cookie comes along. */
    @RequestMapping(DeskSecurity.ARRIVED)
    @Everybody
    ModelAndView arrived() {
        return new ModelAndView("desk/arrived");
    }

    /** What a form from elsewhere is answered. */
    @RequestMapping(DeskSecurity.FORGED)
    @Everybody
    @SuppressWarnings("DoNotCallSuggester") // the dispatcher calls it
    ModelAndView forged() {
        throw new ProblemException(
                Problem.NOT_AUTHORISED, "the form is not from a page of this session; load the page anew");
    }

    /** The form to choose a password. */
    @GetMapping("/desk/link/{token}")
    @Everybody
    ModelAndView link(@PathVariable String token) {
        return links.guest(token).map(guest -> choose(guest, "", "", 200)).orElseGet(SignInPages::over);
    }

    /** Takes the password. */
    @PostMapping("/desk/link/{token}")
    @Everybody
    ModelAndView choose(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again) {
        OneTimeLinks.Guest guest = links.guest(token).orElse(null);
        if (guest == null) {
            return over();
        }
        if (!password.equals(again)) {
            return choose(guest, name, "again: it is not the same password", 422);
        }
        try {
            links.use(token, name, password);
        } catch (ProblemException e) {
            return e.problem() == Problem.ERASED
                    ? over()
                    : choose(guest, name, e.sentence(), e.problem().status().value());
        }
        return new ModelAndView("redirect:" + DeskSecurity.SIGN_IN + "?chosen");
    }

    private static ModelAndView choose(OneTimeLinks.Guest guest, String name, String problem, int status) {
        return new ModelAndView(
                "desk/link", Map.of("guest", guest, "name", name, "problem", problem), HttpStatusCode.valueOf(status));
    }

    private static ModelAndView over() {
        return new ModelAndView("desk/link-over", HttpStatusCode.valueOf(410));
    }
}
