package eu.urne.api.rest;

import eu.urne.api.open.PublisherSettings;
import eu.urne.api.rest.CouncilReplies.CouncilReply;
import eu.urne.api.rest.CouncilReplies.CouncilSummary;
import eu.urne.api.rest.CouncilReplies.MeetingReply;
import eu.urne.api.rest.CouncilReplies.MotionReply;
import eu.urne.api.web.Everybody;
import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.council.CouncilId;
import eu.urne.engine.council.MeetingId;
import eu.urne.engine.council.MotionId;
import eu.urne.projections.CouncilView;
import eu.urne.projections.Views;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What everybody may see of councils, their meetings and motions. */
@RestController
@Everybody
@RequestMapping("/api/councils")
@Tag(name = "views")
public final class CouncilController {

    private final Views views;
    private final Clock clock;
    private final ZoneId zone;

    /** Shows what these views have, on the days of the city. */
    public CouncilController(Views views, Clock clock, PublisherSettings city) {
        this.views = views;
        this.clock = clock;
        this.zone = city.zone();
    }

    private LocalDate day(@Nullable LocalDate asked) {
        return asked == null ? LocalDate.ofInstant(clock.instant(), zone) : asked;
    }

    private CouncilView known(CouncilId council) {
        return views.councils()
                .council(council)
                .orElseThrow(() -> new ProblemException(Problem.UNKNOWN, "there is no council " + council));
    }

    /** All councils. */
    @GetMapping
    @Operation(summary = "All councils, by kind and title, with the seats that are held on a day, today without one")
    List<CouncilSummary> councils(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on) {
        LocalDate day = day(on);
        return views.councils().councils().stream()
                .map(view -> CouncilSummary.of(view, day))
                .toList();
    }

    /** A council. */
    @GetMapping("/{council}")
    @Operation(
            summary = "A council: terms, seats with who holds them on a day and all tenures (draws and indexes into"
                    + " their pools, no names), draws, meetings, motions")
    CouncilReply council(
            @PathVariable CouncilId council,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on) {
        return CouncilReply.of(known(council), day(on));
    }

    /** Its meetings. */
    @GetMapping("/{council}/meetings")
    @Operation(summary = "All meetings of a council in the order called")
    List<MeetingReply> meetings(@PathVariable CouncilId council) {
        return known(council).meetings().stream()
                .flatMap(meeting -> views.councils().meeting(council, meeting).stream())
                .map(MeetingReply::of)
                .toList();
    }

    /** A meeting. */
    @GetMapping("/{council}/meetings/{meeting}")
    @Operation(summary = "A meeting: call, procedure, agenda, who is there, proxies, motions")
    MeetingReply meeting(@PathVariable CouncilId council, @PathVariable MeetingId meeting) {
        return views.councils()
                .meeting(council, meeting)
                .map(MeetingReply::of)
                .orElseThrow(() -> new ProblemException(
                        Problem.UNKNOWN, "meeting: the council " + council + " has no meeting " + meeting));
    }

    /** A motion. */
    @GetMapping("/{council}/motions/{motion}")
    @Operation(summary = "A motion and all that happened to it: amendments, conflicts, votes, result, answer")
    MotionReply motion(@PathVariable CouncilId council, @PathVariable MotionId motion) {
        return views.councils()
                .motion(council, motion)
                .map(MotionReply::of)
                .orElseThrow(() -> new ProblemException(
                        Problem.UNKNOWN, "motion: the council " + council + " has no motion " + motion));
    }
}
