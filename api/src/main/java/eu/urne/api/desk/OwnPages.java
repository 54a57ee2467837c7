package eu.urne.api.desk;

import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import java.util.Map;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a user sees of herself, and her password. */
@DeskPage
@Allowed({Role.ANIMATOR, Role.CITY, Role.SECRETARY, Role.TRUSTEE, Role.ADMIN})
@RequestMapping("/desk/me")
public final class OwnPages {

    private final Users users;
    private final Passwords passwords;
    private final SignInDelays delays;

    OwnPages(Users users, Passwords passwords, SignInDelays delays) {
        this.users = users;
        this.passwords = passwords;
        this.delays = delays;
    }

    /** Name, roles and sites. */
    @GetMapping
    ModelAndView me(DeskUser me) {
        return page(me, "", 200);
    }

    private ModelAndView page(DeskUser me, String problem, int status) {
        boolean own = users.byPseudonym(me.pseudonym()).orElseThrow().hash() != null;
        return new ModelAndView(
                "desk/me", Map.of("me", me, "problem", problem, "own", own), HttpStatusCode.valueOf(status));
    }

    /** A new password, which ends all sessions. */
    @PostMapping
    ModelAndView password(
            DeskUser me,
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again) {
        try {
            check(me, current);
            if (!password.equals(again)) {
                throw new ProblemException(Problem.INVALID, "again: it is not the same password");
            }
            users.password(me.pseudonym(), passwords.encode(password, me.name()));
        } catch (ProblemException e) {
            return page(me, e.sentence(), e.problem().status().value());
        }
        return new ModelAndView("redirect:" + DeskSecurity.SIGN_IN + "?chosen");
    }

    /** Who finds a desk that somebody has left may not guess either. */
    private void check(DeskUser me, String current) {
        String hash = users.byPseudonym(me.pseudonym()).orElseThrow().hash();
        boolean right = passwords.match(current, hash);
        if (delays.isLocked(me.name()) || !right) {
            delays.failed(me.name());
            throw new ProblemException(Problem.INVALID, "current: it is wrong, or there were too many attempts");
        }
        delays.succeeded(me.name());
    }
}
