package eu.urne.api.open;

import eu.urne.api.web.Everybody;
import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.poll.PollId;
import eu.urne.projections.PollState;
import eu.urne.projections.PollView;
import eu.urne.projections.Views;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The open data of polls, from their outcome on. */
@RestController
@RequestMapping("/api/polls/{poll}")
@Everybody
@Tag(name = "open data")
public final class PollDataController {

    private static final CacheControl CACHE =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

    private final Views views;
    private final OpenDataFiles files;

    /** What these views say is declared, from these files. */
    public PollDataController(Views views, OpenDataFiles files) {
        this.views = views;
        this.files = files;
    }

    /** Options and what became of them. */
    @GetMapping("/open-data.csv")
    @Operation(summary = "The options of a poll and what became of them; from its outcome on")
    ResponseEntity<Resource> csv(@PathVariable PollId poll) {
        return file(poll, "csv", "text/csv;charset=UTF-8");
    }

    /** Everything. */
    @GetMapping("/open-data.json")
    @Operation(summary = "A poll with its outcome and every opened choice; from its outcome on")
    ResponseEntity<Resource> json(@PathVariable PollId poll) {
        return file(poll, "json", "application/json");
    }

    /** For researchers. */
    @GetMapping("/open-data.pb")
    @Operation(summary = "A poll with every opened choice as a file of Pabulib (pabulib.org); from its outcome on")
    ResponseEntity<Resource> pabulib(@PathVariable PollId poll) {
        return file(poll, "pb", "text/plain;charset=UTF-8");
    }

    private ResponseEntity<Resource> file(PollId poll, String format, String type) {
        PollView view = views.polls()
                .poll(poll)
                .orElseThrow(() -> new ProblemException(Problem.UNKNOWN, "there is no poll " + poll));
        if (view.state() != PollState.DECLARED) {
            throw new ProblemException(
                    Problem.WRONG_STATE, "the open data of " + poll + " come with its outcome, not before");
        }
        Path file = files.file(poll, format)
                .orElseThrow(() -> new ProblemException(
                        Problem.UNKNOWN, "the format " + format + " has no ballots of the kind of " + poll));
        return ResponseEntity.ok()
                .cacheControl(CACHE)
                .contentType(MediaType.parseMediaType(type))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(poll + "." + format)
                                .build()
                                .toString())
                .body(new FileSystemResource(file));
    }
}
