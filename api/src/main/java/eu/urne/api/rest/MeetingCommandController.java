package eu.urne.api.rest;

import eu.urne.api.open.PublisherSettings;
import eu.urne.api.rest.MeetingBodies.AttendanceBody;
import eu.urne.api.rest.MeetingBodies.CallBody;
import eu.urne.api.rest.MeetingBodies.ItemBody;
import eu.urne.api.rest.MeetingBodies.OpeningBody;
import eu.urne.api.rest.MeetingBodies.ProxyBody;
import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Engine;
import eu.urne.engine.council.CouncilId;
import eu.urne.engine.council.MeetingCall;
import eu.urne.engine.council.MeetingCommand;
import eu.urne.engine.council.MeetingCommand.AddAgendaItem;
import eu.urne.engine.council.MeetingCommand.CallOffMeeting;
import eu.urne.engine.council.MeetingCommand.EvaluateQuorum;
import eu.urne.engine.council.MeetingCommand.GiveProxy;
import eu.urne.engine.council.MeetingCommand.PublishAgenda;
import eu.urne.engine.council.MeetingCommand.RecordAttendance;
import eu.urne.engine.council.MeetingCommand.WithdrawAgendaItem;
import eu.urne.engine.council.MeetingCommand.WithdrawProxy;
import eu.urne.engine.council.MeetingId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the staff asks of meetings of councils. */
@RestController
@RequestMapping("/api/councils/{council}/meetings")
@Tag(name = "staff")
public final class MeetingCommandController {

    private final Engine engine;
    private final VisibleReplies replies;
    private final WordKeeper words;
    private final ZoneId zone;

    /** Commands to this engine, in the city of the settings. */
    public MeetingCommandController(Engine engine, VisibleReplies replies, PublisherSettings city) {
        this.engine = engine;
        this.replies = replies;
        this.words = new WordKeeper(engine);
        this.zone = city.zone();
    }

    private ResponseEntity<Object> send(MeetingCommand command, CommandOrigin origin, @Nullable String accept) {
        return replies.of(engine.commands().send(command, origin), accept);
    }

    private static <T> T sensible(Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.INVALID, String.valueOf(e.getMessage()));
        }
    }

    /** Calls the members. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Call the members to a meeting, today; with a shorter notice than the procedure has, say the"
                    + " urgency")
    ResponseEntity<Object> call(
            @PathVariable CouncilId council,
            @RequestBody CallBody body,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        LocalDate today = Instant.ofEpochMilli(origin.atMs()).atZone(zone).toLocalDate();
        MeetingCall call = sensible(() -> body.on(today));
        return replies.of(engine.meetings().call(council, body.meeting(), call, origin), accept);
    }

    /** Puts something on the agenda. */
    @PostMapping(path = "/{meeting}/items", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Put something on the agenda, for the city, a member or a resident; its text is kept outside"
                    + " the log")
    ResponseEntity<Object> add(
            @PathVariable CouncilId council,
            @PathVariable MeetingId meeting,
            @RequestBody ItemBody body,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return replies.of(
                words.sendWithOrWithout(
                        body.text(), text -> new AddAgendaItem(council, meeting, body.item(text)), origin),
                accept);
    }

    /** Takes something off the agenda. */
    @PostMapping(path = "/{meeting}/items/{item}/withdrawal", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Take something off the agenda, for a reason")
    ResponseEntity<Object> withdraw(
            @PathVariable CouncilId council,
            @PathVariable MeetingId meeting,
            @PathVariable String item,
            @RequestBody ReasonBody body,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return send(new WithdrawAgendaItem(council, meeting, item, body.reason()), origin, accept);
    }

    /** Publishes the agenda. */
    @PostMapping("/{meeting}/agenda")
    @Operation(summary = "Publish the agenda, in the order of the procedure")
    ResponseEntity<Object> publish(
            @PathVariable CouncilId council,
            @PathVariable MeetingId meeting,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return send(new PublishAgenda(council, meeting), origin, accept);
    }

    /** Opens the meeting. */
    @PostMapping(path = "/{meeting}/open", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Open the meeting for the seats that are held on its day")
    ResponseEntity<Object> open(
            @PathVariable CouncilId council,
            @PathVariable MeetingId meeting,
            @RequestBody OpeningBody body,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return replies.of(engine.meetings().open(council, meeting, body.chair(), origin), accept);
    }

    /** Records who is there. */
    @PostMapping(path = "/{meeting}/attendance", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Record whether the member of a seat is there; who is excused is told before the opening too")
    ResponseEntity<Object> attendance(
            @PathVariable CouncilId council,
            @PathVariable MeetingId meeting,
            @RequestBody AttendanceBody body,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return send(new RecordAttendance(council, meeting, body.seat(), body.as()), origin, accept);
    }

    /** Gives a proxy. */
    @PostMapping(path = "/{meeting}/proxies", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Let a member vote for another one while that is not there")
    ResponseEntity<Object> proxy(
            @PathVariable CouncilId council,
            @PathVariable MeetingId meeting,
            @RequestBody ProxyBody body,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return send(new GiveProxy(council, meeting, body.from(), body.to()), origin, accept);
    }

    /** Takes a proxy back. */
    @PostMapping("/{meeting}/proxies/{from}/withdrawal")
    @Operation(summary = "Take back the proxy that a seat has given")
    ResponseEntity<Object> withdrawProxy(
            @PathVariable CouncilId council,
            @PathVariable MeetingId meeting,
            @PathVariable int from,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return send(new WithdrawProxy(council, meeting, from), origin, accept);
    }

    /** Evaluates the quorum. */
    @PostMapping("/{meeting}/quorum")
    @Operation(summary = "Say on the record whether enough members are there")
    ResponseEntity<Object> quorum(
            @PathVariable CouncilId council,
            @PathVariable MeetingId meeting,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return send(new EvaluateQuorum(council, meeting), origin, accept);
    }

    /** Closes the meeting. */
    @PostMapping("/{meeting}/close")
    @Operation(summary = "Close the meeting; no vote of a motion is open")
    ResponseEntity<Object> close(
            @PathVariable CouncilId council,
            @PathVariable MeetingId meeting,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return replies.of(engine.meetings().close(council, meeting, origin), accept);
    }

    /** Calls the meeting off. */
    @PostMapping(path = "/{meeting}/call-off", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Call a meeting off before it is opened")
    ResponseEntity<Object> callOff(
            @PathVariable CouncilId council,
            @PathVariable MeetingId meeting,
            @RequestBody ReasonBody body,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return send(new CallOffMeeting(council, meeting, body.reason()), origin, accept);
    }
}
