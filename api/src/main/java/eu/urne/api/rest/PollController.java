package eu.urne.api.rest;

import eu.urne.api.web.Everybody;
import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.Engine;
import eu.urne.engine.participation.ParticipationPublished;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.store.LogName;
import eu.urne.projections.OutcomeView;
import eu.urne.projections.PollSummary;
import eu.urne.projections.PollView;
import eu.urne.projections.Turnout;
import eu.urne.projections.Views;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What everybody may see of polls. With {@code after} an answer waits until the views have the entry of the public log
 * with that index, so that a client sees what it has just written.
 */
@RestController
@RequestMapping("/api/polls")
@Everybody
@Tag(name = "views")
public final class PollController {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Engine engine;
    private final Views views;

    /** Views that follow this engine. */
    public PollController(Engine engine, Views views) {
        this.engine = engine;
        this.views = views;
    }

    /** All polls. */
    @GetMapping
    @Operation(summary = "All polls in the order of their definition")
    List<PollSummary> polls(@RequestParam(required = false) @Nullable Long after) {
        await(after);
        return views.polls().all();
    }

    /** A poll. */
    @GetMapping("/{poll}")
    @Operation(summary = "A poll with its definition and state")
    PollView poll(@PathVariable PollId poll, @RequestParam(required = false) @Nullable Long after) {
        await(after);
        return views.polls().poll(poll).orElseThrow(unknown(poll));
    }

    /** The turnout of a poll. */
    @GetMapping("/{poll}/turnout")
    @Operation(summary = "How many took part; never for what")
    Turnout turnout(@PathVariable PollId poll, @RequestParam(required = false) @Nullable Long after) {
        await(after);
        return views.polls().turnout(poll).orElseThrow(unknown(poll));
    }

    /** Who took part in a poll. */
    @GetMapping("/{poll}/participation")
    @Operation(
            summary = "Who took part, by site, district and age; figures that could single somebody out are"
                    + " withheld; 404 before the close")
    ParticipationPublished participation(
            @PathVariable PollId poll, @RequestParam(required = false) @Nullable Long after) {
        await(after);
        return views.polls()
                .participation(poll)
                .orElseThrow(() -> new ProblemException(
                        Problem.UNKNOWN, "there are no figures of who took part in a poll " + poll + ", or not yet"));
    }

    /** The outcome of a poll. */
    @GetMapping("/{poll}/outcome")
    @Operation(summary = "The declared outcome, with the reason for every option; 404 before")
    OutcomeView outcome(@PathVariable PollId poll, @RequestParam(required = false) @Nullable Long after) {
        await(after);
        return views.polls()
                .outcome(poll)
                .orElseThrow(() -> new ProblemException(
                        Problem.UNKNOWN, "there is no outcome of a poll " + poll + ", or not yet"));
    }

    private void await(@Nullable Long index) {
        if (index == null) {
            return;
        }
        long position = engine.log()
                .reader()
                .position(LogName.PUBLIC, index)
                .orElseThrow(() -> new ProblemException(Problem.INVALID, "after: the log has no entry " + index));
        if (!views.await(position, PATIENCE) && !ViewsLag.of(engine, views).isNone()) {
            throw new ProblemException(Problem.BEHIND, "after: the views have not yet reached the entry " + index);
        }
    }

    private static Supplier<ProblemException> unknown(PollId poll) {
        return () -> new ProblemException(Problem.UNKNOWN, "there is no poll " + poll);
    }
}
