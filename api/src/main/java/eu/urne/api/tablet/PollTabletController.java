package eu.urne.api.tablet;

import eu.urne.api.rest.VisibleReplies;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Engine;
import eu.urne.engine.poll.PollCommand.EndVoting;
import eu.urne.engine.poll.PollCommand.WriteOffTablet;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.poll.TabletId;
import eu.urne.projections.Views;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The end of a vote: the booths are locked, and the close waits for the tablets. */
@RestController
@RequestMapping("/api/polls/{poll}")
@Tag(name = "staff")
public final class PollTabletController {

    private final Tablets tablets;
    private final Engine engine;
    private final Views views;
    private final VisibleReplies replies;

    /** Of these tablets. */
    public PollTabletController(Tablets tablets, Engine engine, Views views, VisibleReplies replies) {
        this.tablets = tablets;
        this.engine = engine;
        this.views = views;
        this.replies = replies;
    }

    /** Ends the vote. */
    @PostMapping("/end")
    @Operation(summary = "End the vote: lock the booths; ballots that wait on tablets can still come until the close")
    ResponseEntity<Object> end(
            @PathVariable PollId poll,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return replies.of(engine.commands().send(new EndVoting(poll), origin), accept);
    }

    /** The tablets of the poll. */
    @GetMapping("/tablets")
    @Operation(summary = "The tablets of the poll, and for which its close still waits")
    List<PollTabletReply> tablets(@PathVariable PollId poll) {
        Map<TabletId, EnrolledTablet> known =
                tablets.all().stream().collect(Collectors.toMap(EnrolledTablet::tablet, Function.identity()));
        return views.polls().tablets(poll).stream()
                .map(told -> PollTabletReply.of(poll, told, known.get(told.tablet())))
                .toList();
    }

    /** Asks to write a tablet off. */
    @PostMapping(path = "/tablets/{tablet}/write-off", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Ask not to wait for a tablet any more; two persons must before the poll is closed without it")
    ResponseEntity<Object> writeOff(
            @PathVariable PollId poll,
            @PathVariable TabletId tablet,
            @RequestBody WriteOffBody body,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        WriteOffTablet command = new WriteOffTablet(poll, tablet, body.reason(), origin.by());
        return replies.of(engine.commands().send(command, origin), accept);
    }
}
