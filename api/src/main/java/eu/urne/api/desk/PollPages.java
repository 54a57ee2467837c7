package eu.urne.api.desk;

import eu.urne.api.desk.Confirmations.Asking;
import eu.urne.api.desk.Confirmations.Step;
import eu.urne.api.tablet.EnrolledTablet;
import eu.urne.api.tablet.Tablets;
import eu.urne.engine.Engine;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.poll.Reconciliation;
import eu.urne.engine.poll.TabletId;
import eu.urne.projections.PollTablet;
import eu.urne.projections.PollView;
import eu.urne.projections.Views;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The running of votes: what state a poll is in, what is next, who takes part. */
@DeskPage
@Allowed({Role.ANIMATOR, Role.CITY, Role.TRUSTEE})
@RequestMapping("/desk/polls")
public final class PollPages {

    private final PollAccess access;
    private final Engine engine;
    private final Views views;
    private final Tablets tablets;
    private final Confirmations confirmations;
    private final Users users;

    /** Pages of the polls of this engine. */
    public PollPages(
            PollAccess access, Engine engine, Views views, Tablets tablets, Confirmations confirmations, Users users) {
        this.access = access;
        this.engine = engine;
        this.views = views;
        this.tablets = tablets;
        this.confirmations = confirmations;
        this.users = users;
    }

    /**
     * What waits for a second person, or what two persons have done.
     *
     * @param by who has asked
     * @param own whether the user of the page has
     * @param decidedBy who has confirmed; empty for nobody yet
     */
    public record Two(Asking asking, String by, boolean own, String decidedBy) {}

    /**
     * A tablet of the poll.
     *
     * @param known as the desk knows it; null for not
     * @param waiting ballots of this poll that wait on it
     * @param asked who has asked to write it off, and why
     */
    public record TabletRow(PollTablet told, @Nullable EnrolledTablet known, long waiting, List<Asked> asked) {

        /** Its name, else its id. */
        public String name() {
            return known == null ? told.tablet().hex() : known.name();
        }
    }

    /** Who has asked to write a tablet off, and why. */
    public record Asked(String by, String reason) {}

    /** All polls of the user's sites. */
    @GetMapping
    ModelAndView list(DeskUser user) {
        return new ModelAndView("desk/polls", Map.of("polls", access.all(user).reversed()));
    }

    /** A poll. */
    @GetMapping("/{poll}")
    ModelAndView poll(@PathVariable PollId poll, DeskUser user) {
        PollAccess.Poll found = access.poll(poll, user);
        Reconciliation counts = engine.polls().reconciliation(poll).orElseThrow();
        Map<String, Object> model = new HashMap<>(Map.of(
                "poll", found,
                "stages", PollStages.of(found.view()),
                "turnout", views.polls().turnout(poll).orElseThrow(),
                "tablets", rows(poll),
                "done",
                        confirmations.done(poll).stream()
                                .map(asking -> two(asking, user))
                                .toList(),
                "runs", user.is(Role.ANIMATOR, Role.TRUSTEE),
                "counts", counts,
                "serves", user.is(Role.ANIMATOR, Role.CITY),
                "counter", user.is(Role.TRUSTEE),
                "next", PollStages.next(found.view())));
        model.put("ends", PollAccess.ends(found, user));
        waiting(poll, found.view()).ifPresent(asking -> model.put("waiting", two(asking, user)));
        return new ModelAndView("desk/poll", model);
    }

    private Optional<Asking> waiting(PollId poll, PollView view) {
        return switch (view.state()) {
            case PREPARED -> confirmations.waiting(poll, Step.OPEN);
            case OPEN -> confirmations.waiting(poll, Step.CLOSE);
            case CLOSED, SEALED, REVEALED, DECLARED -> Optional.empty();
        };
    }

    private Two two(Asking asking, DeskUser user) {
        return new Two(
                asking,
                users.name(asking.by()).orElse(asking.by()),
                asking.by().equals(user.pseudonym()),
                asking.decidedBy() == null ? "" : users.name(asking.decidedBy()).orElse(asking.decidedBy()));
    }

    private List<TabletRow> rows(PollId poll) {
        Map<TabletId, EnrolledTablet> known =
                tablets.all().stream().collect(Collectors.toMap(EnrolledTablet::tablet, Function.identity()));
        Map<TabletId, Long> waiting = tablets.waiting(poll);
        return views.polls().tablets(poll).stream()
                .map(told -> new TabletRow(
                        told,
                        known.get(told.tablet()),
                        waiting.getOrDefault(told.tablet(), 0L),
                        told.asked().stream().map(this::asked).toList()))
                .toList();
    }

    private Asked asked(PollTablet.WriteOff asking) {
        return new Asked(users.nameOf(asking.by()), asking.reason());
    }

    /** How many have taken part, as a piece of the page that brings itself up to date. */
    @GetMapping("/{poll}/turnout")
    ModelAndView turnout(@PathVariable PollId poll, DeskUser user) {
        access.poll(poll, user);
        return new ModelAndView(
                "desk/poll :: turnout",
                Map.of(
                        "turnout", views.polls().turnout(poll).orElseThrow(),
                        "counts", engine.polls().reconciliation(poll).orElseThrow()));
    }
}
