package eu.urne.api.desk;

import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Who may sign in: made, changed and disabled by administrators. */
@DeskPage
@Allowed(Role.ADMIN)
@RequestMapping(UserPages.PATH)
public final class UserPages {

    static final String PATH = "/desk/users";

    private final Users users;
    private final OneTimeLinks links;
    private final DeskTexts texts;

    /** Pages of these users. */
    public UserPages(Users users, OneTimeLinks links, DeskTexts texts) {
        this.users = users;
        this.links = links;
        this.texts = texts;
    }

    /**
     * What was typed, to be corrected.
     *
     * @param problem the sentence; empty for none
     */
    public record Form(String name, Set<Role> roles, String sites, String problem) {

        static final Form EMPTY = new Form("", Set.of(), "", "");
    }

    /** All users, and a form for another. */
    @GetMapping
    ModelAndView list() {
        return list(Form.EMPTY, 200);
    }

    private ModelAndView list(Form form, int status) {
        return new ModelAndView(
                "desk/users",
                Map.of("users", users.all(), "form", form, "roles", Role.values()),
                HttpStatusCode.valueOf(status));
    }

    /** Makes a user, and shows the link with which she chooses her password. */
    @PostMapping
    ModelAndView create(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") List<String> roles,
            @RequestParam(defaultValue = "") String sites,
            DeskUser me) {
        PollAccess.unlimited(me);
        Set<Role> chosen = roles(roles);
        try {
            String pseudonym = users.create(name, chosen, sites(sites));
            return link(pseudonym);
        } catch (ProblemException e) {
            return list(
                    new Form(name, chosen, sites, e.sentence()),
                    e.problem().status().value());
        }
    }

    private ModelAndView link(String pseudonym) {
        String address = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path(links.forUser(pseudonym))
                .toUriString();
        return new ModelAndView(
                "desk/user-link",
                Map.of(
                        "name",
                        users.name(pseudonym).orElseThrow(),
                        "link",
                        address,
                        "hours",
                        OneTimeLinks.VALID.toHours()));
    }

    /** A user. */
    @GetMapping("/{pseudonym}")
    ModelAndView user(@PathVariable String pseudonym) {
        KnownUser known = known(pseudonym);
        DeskUser user = known.user();
        return user(known, new Form(user.name(), user.roles(), String.join(" ", user.sites()), ""), 200);
    }

    private static ModelAndView user(KnownUser known, Form form, int status) {
        return new ModelAndView(
                "desk/user",
                Map.of("known", known, "form", form, "roles", Role.values()),
                HttpStatusCode.valueOf(status));
    }

    private KnownUser known(String pseudonym) {
        return users.all().stream()
                .filter(each -> each.user().pseudonym().equals(pseudonym))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.UNKNOWN, "there is no such user"));
    }

    /** Changes roles and sites. */
    @PostMapping("/{pseudonym}")
    ModelAndView change(
            @PathVariable String pseudonym,
            @RequestParam(defaultValue = "") List<String> roles,
            @RequestParam(defaultValue = "") String sites,
            DeskUser me,
            RedirectAttributes flash) {
        PollAccess.unlimited(me);
        KnownUser known = known(pseudonym);
        Set<Role> chosen = roles(roles);
        try {
            if (me.pseudonym().equals(pseudonym) && !chosen.contains(Role.ADMIN)) {
                throw ownself();
            }
            users.change(pseudonym, chosen, sites(sites));
        } catch (ProblemException e) {
            Form form = new Form(known.user().name(), chosen, sites, e.sentence());
            return user(known, form, e.problem().status().value());
        }
        flash.addFlashAttribute(
                "notice", texts.text("desk.users.changed", known.user().name()));
        return new ModelAndView("redirect:" + PATH);
    }

    /** Lets a user not sign in any more; her sessions end at once. */
    @PostMapping("/{pseudonym}/disable")
    ModelAndView disable(@PathVariable String pseudonym, DeskUser me, RedirectAttributes flash) {
        if (me.pseudonym().equals(pseudonym)) {
            throw ownself();
        }
        return enabled(pseudonym, false, flash);
    }

    /** Lets her sign in again. */
    @PostMapping("/{pseudonym}/enable")
    ModelAndView enable(@PathVariable String pseudonym, RedirectAttributes flash) {
        return enabled(pseudonym, true, flash);
    }

    private ModelAndView enabled(String pseudonym, boolean enabled, RedirectAttributes flash) {
        users.disable(pseudonym, !enabled);
        String key = enabled ? "desk.users.enabled" : "desk.users.disabled";
        flash.addFlashAttribute("notice", texts.text(key, users.name(pseudonym).orElse("")));
        return new ModelAndView("redirect:" + PATH);
    }

    /** Shows a new link to choose a password. */
    @PostMapping("/{pseudonym}/link")
    ModelAndView newLink(@PathVariable String pseudonym) {
        return link(pseudonym);
    }

    /** So that there is always an administrator. */
    private static ProblemException ownself() {
        return new ProblemException(
                Problem.WRONG_STATE, "another administrator must take your own role or account away");
    }

    private static Set<Role> roles(List<String> names) {
        try {
            return names.stream()
                    .filter(name -> !name.isBlank())
                    .map(Role::valueOf)
                    .collect(Collectors.toSet());
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.INVALID, "roles: there is no such role");
        }
    }

    private static Set<String> sites(String typed) {
        return Arrays.stream(typed.split("[\\s,;]+"))
                .filter(site -> !site.isEmpty())
                .collect(Collectors.toSet());
    }
}
