package eu.urne.api.desk;

import eu.urne.api.web.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where the staff begins: what waits for her, and what each of her roles is there for. */
@DeskPage
@Allowed({Role.ANIMATOR, Role.CITY, Role.SECRETARY, Role.TRUSTEE, Role.ADMIN})
public final class DeskHome {

    /**
     * Something that another person has asked and that waits for a second one.
     *
     * @param title of the poll
     * @param by who has asked
     */
    public record Waiting(String poll, String title, String by, Confirmations.Step step) {}

    private final Confirmations confirmations;
    private final PollAccess access;
    private final Users users;

    /** A home that shows what waits. */
    public DeskHome(Confirmations confirmations, PollAccess access, Users users) {
        this.confirmations = confirmations;
        this.access = access;
        this.users = users;
    }

    /** What waits, and the places of the user's roles. */
    @GetMapping(DeskSecurity.PATH)
    ModelAndView home(DeskUser user) {
        List<Waiting> waiting = user.is(Role.ANIMATOR, Role.TRUSTEE)
                ? confirmations.forOthersThan(user.pseudonym()).stream()
                        .flatMap(each -> waiting(each, user).stream())
                        .toList()
                : List.of();
        return new ModelAndView("desk/home", Map.of("waiting", waiting));
    }

    private Optional<Waiting> waiting(Confirmations.Waiting waiting, DeskUser user) {
        try {
            String title = access.poll(waiting.poll(), user).terms().title();
            String by = waiting.asking().by();
            return Optional.of(new Waiting(
                    waiting.poll().value(),
                    title,
                    users.name(by).orElse(by),
                    waiting.asking().step()));
        } catch (ProblemException e) { // of other sites
            return Optional.empty();
        }
    }
}
