package eu.urne.api.tablet;

import eu.urne.api.web.Everybody;
import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.poll.TabletId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How tablets become known, and are forgotten. */
@RestController
@RequestMapping("/api/tablets")
public final class TabletController {

    private final Tablets tablets;

    /** Of these tablets. */
    public TabletController(Tablets tablets) {
        this.tablets = tablets;
    }

    /** A code to type on a tablet. */
    @PostMapping(path = "/enrolments", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "A code with which one tablet becomes known, once and within ten minutes")
    @Tag(name = "staff")
    ResponseEntity<Enrolment> newEnrolment(@RequestBody TabletPlace place, CommandOrigin origin) {
        return secret(HttpStatus.CREATED, tablets.newEnrolment(place, origin.by()));
    }

    /** Makes a tablet known. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Make a tablet known by a code from the desk; its secret is told here only")
    @Everybody
    @Tag(name = "tablets")
    ResponseEntity<NewTablet> enrol(@RequestBody CodeBody body, HttpServletRequest request) {
        return secret(HttpStatus.CREATED, tablets.enrol(body.code(), request.getRemoteAddr()));
    }

    private static <T> ResponseEntity<T> secret(HttpStatus status, T body) {
        return ResponseEntity.status(status)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(body);
    }

    /** The tablets that are known. */
    @GetMapping
    @Operation(summary = "The tablets that are known, when each gave a sign of life, and how many ballots wait on it")
    @Tag(name = "staff")
    List<EnrolledTablet> list() {
        return tablets.list();
    }

    /** Forgets a tablet. */
    @DeleteMapping("/{tablet}")
    @Operation(summary = "Know a tablet no more; a close that waits for it needs two persons who write it off")
    @Tag(name = "staff")
    ResponseEntity<Void> remove(@PathVariable TabletId tablet) {
        if (!tablets.remove(tablet)) {
            throw new ProblemException(Problem.UNKNOWN, "there is no tablet " + tablet);
        }
        return ResponseEntity.noContent().build();
    }
}
