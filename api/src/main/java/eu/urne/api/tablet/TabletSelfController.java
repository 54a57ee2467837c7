package eu.urne.api.tablet;

import eu.urne.api.rest.VisibleReplies;
import eu.urne.api.tablet.TabletReply.TabletPoll;
import eu.urne.api.web.Everybody;
import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.Answer;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Engine;
import eu.urne.engine.poll.PollCommand.EmptyTablet;
import eu.urne.engine.poll.PollCommand.EnrolTablet;
import eu.urne.engine.poll.PollId;
import eu.urne.projections.PollTablet.State;
import eu.urne.projections.Views;
import eu.urne.projections.VotingPoll;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a tablet asks, known by its header {@code Authorization: Tablet <tablet>.<secret>}. */
@RestController
@RequestMapping("/api/tablets/self")
@Everybody
@Tag(name = "tablets")
public final class TabletSelfController {

    /** What the log has as commander of what tablets tell themselves. */
    private static final String BY = "booth";

    private final Tablets tablets;
    private final Engine engine;
    private final Views views;
    private final VisibleReplies replies;
    private final Clock clock;

    /** Of these tablets. */
    public TabletSelfController(Tablets tablets, Engine engine, Views views, VisibleReplies replies, Clock clock) {
        this.tablets = tablets;
        this.engine = engine;
        this.views = views;
        this.replies = replies;
        this.clock = clock;
    }

    /** A sign of life. */
    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Give a sign of life and tell how many ballots wait; answered with the polls to vote in")
    ResponseEntity<TabletReply> seen(KnownTablet self, @RequestBody WaitingBody body) {
        tablets.seen(self.tablet(), body.polls());
        Map<PollId, State> states = views.polls().statesOf(self.tablet());
        List<TabletPoll> polls = views.polls().voting().stream()
                .filter(poll -> PollSites.admit(poll.who(), self.site()))
                .map(poll -> told(poll, states.get(poll.poll().poll())))
                .toList();
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(new TabletReply(self.name(), self.site(), polls));
    }

    private static TabletPoll told(VotingPoll voting, @Nullable State state) {
        var poll = voting.poll();
        return new TabletPoll(
                poll.poll(),
                poll.title(),
                poll.state(),
                poll.hash(),
                poll.ended(),
                state != null,
                state == State.EMPTIED || state == State.WRITTEN_OFF);
    }

    /** Takes part in a poll. */
    @PostMapping("/polls/{poll}")
    @Operation(summary = "Take part in a poll: its close waits for this tablet from here on")
    ResponseEntity<Object> join(
            KnownTablet self,
            @PathVariable PollId poll,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        if (views.polls().voting().stream()
                .anyMatch(each -> each.poll().poll().equals(poll) && !PollSites.admit(each.who(), self.site()))) {
            throw new ProblemException(
                    Problem.NOT_AUTHORISED, "poll: nobody of the site " + self.site() + " votes in the poll " + poll);
        }
        return replies.of(
                engine.commands().send(new EnrolTablet(poll, self.tablet()), origin(self, poll, "join")), accept);
    }

    /** Tells that nothing waits. */
    @PostMapping("/polls/{poll}/empty")
    @Operation(summary = "Tell, once the vote has ended, that no ballot of the poll waits on this tablet")
    ResponseEntity<Object> empty(
            KnownTablet self,
            @PathVariable PollId poll,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        Answer answer = engine.commands().send(new EmptyTablet(poll, self.tablet()), origin(self, poll, "empty"));
        if (!(answer instanceof Answer.Refused)) {
            tablets.emptied(self.tablet(), poll);
        }
        return replies.of(answer, accept);
    }

    /** The same thing told again is the same command; of when only the day, since it stands among ballots. */
    private CommandOrigin origin(KnownTablet self, PollId poll, String what) {
        String id = String.join("/", "tablet", self.tablet().hex(), poll.value(), what);
        return new CommandOrigin(id, BY, clock.millis()).toTheDay();
    }
}
