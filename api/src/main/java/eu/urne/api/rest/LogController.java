package eu.urne.api.rest;

import eu.urne.api.evidence.EvidencePart;
import eu.urne.api.evidence.EvidenceWriter;
import eu.urne.api.evidence.LogFiles;
import eu.urne.api.evidence.PartEvidenceWriter;
import eu.urne.api.web.Everybody;
import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.api.witness.Publication;
import eu.urne.engine.Engine;
import eu.urne.engine.council.Council;
import eu.urne.engine.council.CouncilId;
import eu.urne.engine.council.DrawId;
import eu.urne.engine.council.MotionId;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.store.LogName;
import eu.urne.engine.store.LogReader.SizedNote;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The published logs as files, for mirrors, witnesses and verifiers. The register log is for the staff only. */
@RestController
@Tag(name = "log")
public final class LogController {
    private static final List<String> SEALED = List.of("urne.poll.PollSealed.v1");
    private static final List<String> DECIDED =
            List.of("urne.council.MotionDeclared.v1", "urne.council.MotionWithdrawn.v1");

    private static final CacheControl FULL =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    private static final CacheControl PARTIAL =
            CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic();
    private static final MediaType TEXT = MediaType.parseMediaType("text/plain;charset=UTF-8");

    /** Archives written at a time. */
    private static final int ARCHIVES = 4;

    private final Engine engine;
    private final Publication publication;
    private final Semaphore archives = new Semaphore(ARCHIVES);

    /** The logs of this engine, of which the outside sees what was published. */
    public LogController(Engine engine, Publication publication) {
        this.engine = engine;
        this.publication = publication;
    }

    private LogFiles files(LogName log) {
        return new LogFiles(engine.log(), log);
    }

    /** Latest checkpoint. */
    @Everybody
    @GetMapping(path = "/log/checkpoint")
    @Operation(
            summary = "The latest checkpoint of the public log, a signed note; where witnesses are asked, the latest"
                    + " that they cosigned")
    ResponseEntity<byte[]> checkpoint() {
        return checkpoint(published());
    }

    private SizedNote published() {
        return publication
                .checkpoint()
                .orElseThrow(() -> new ProblemException(
                        Problem.UNAVAILABLE,
                        publication.waiting().orElse("the first checkpoint waits for its witnesses")));
    }

    /** Verifier key. */
    @Everybody
    @GetMapping(path = "/log/vkey")
    @Operation(summary = "The verifier key of the public log")
    ResponseEntity<byte[]> verifierKey() {
        return verifierKey(LogName.PUBLIC);
    }

    /** A tile or bundle. */
    @Everybody
    @GetMapping("/log/tile/{*path}")
    @Operation(summary = "A hash tile or entry bundle of the public log (c2sp.org/tlog-tiles)")
    ResponseEntity<byte[]> tile(@PathVariable String path) {
        return tile(LogName.PUBLIC, path);
    }

    /** Latest checkpoint of the register log. */
    @GetMapping("/api/register-log/checkpoint")
    @Operation(summary = "The latest checkpoint of the register log")
    ResponseEntity<byte[]> registerCheckpoint() {
        return checkpoint(engine.log().latestCheckpoint(LogName.REGISTER));
    }

    /** Verifier key of the register log. */
    @GetMapping("/api/register-log/vkey")
    @Operation(summary = "The verifier key of the register log")
    ResponseEntity<byte[]> registerVerifierKey() {
        return verifierKey(LogName.REGISTER);
    }

    /** A tile or bundle of the register log. */
    @GetMapping("/api/register-log/tile/{*path}")
    @Operation(summary = "A hash tile or entry bundle of the register log")
    ResponseEntity<byte[]> registerTile(@PathVariable String path) {
        return tile(LogName.REGISTER, path);
    }

    private static ResponseEntity<byte[]> checkpoint(SizedNote checkpoint) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .contentType(TEXT)
                .body(checkpoint.note().getBytes(StandardCharsets.UTF_8));
    }

    private ResponseEntity<byte[]> verifierKey(LogName log) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .contentType(TEXT)
                .body(files(log).verifierKey());
    }

    private ResponseEntity<byte[]> tile(LogName log, String path) {
        byte[] bytes = files(log)
                .read("tile" + path)
                .orElseThrow(() -> new ProblemException(Problem.UNKNOWN, "the published tree has no such tile"));
        CacheControl cache = log == LogName.REGISTER ? CacheControl.noStore() : LogFiles.isFull(path) ? FULL : PARTIAL;
        return ResponseEntity.ok()
                .cacheControl(cache)
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(bytes);
    }

    /** The evidence archive of the public log. */
    @Everybody
    @GetMapping("/api/evidence.zip")
    @Operation(summary = "The evidence archive of the public log, for urne audit")
    void evidence(HttpServletResponse response) throws IOException {
        SizedNote checkpoint = published();
        archive("evidence", response, out -> EvidenceWriter.write(engine.log(), LogName.PUBLIC, checkpoint, out));
    }

    /** The evidence archive of a poll. */
    @Everybody
    @GetMapping("/api/polls/{poll}/evidence.zip")
    @Operation(summary = "The evidence archive of one poll that is sealed, for urne audit")
    void evidence(@PathVariable PollId poll, HttpServletResponse response) throws IOException {
        require(poll.stream(), "there is no poll " + poll);
        part(poll.stream(), SEALED, "the poll " + poll + " is not sealed yet", EvidencePart.of(poll), response);
    }

    /** The evidence archive of a motion. */
    @Everybody
    @GetMapping("/api/councils/{council}/motions/{motion}/evidence.zip")
    @Operation(summary = "The evidence archive of one motion that is decided, for urne audit")
    void evidence(@PathVariable CouncilId council, @PathVariable MotionId motion, HttpServletResponse response)
            throws IOException {
        String stream = motion.stream(council);
        require(stream, "motion: the council " + council + " has no motion " + motion);
        List<DrawId> draws =
                engine.draws().council(council) instanceof Council.Established known ? known.draws() : List.of();
        part(
                stream,
                DECIDED,
                "the motion " + motion + " is not decided yet",
                EvidencePart.of(
                        council,
                        motion,
                        draws,
                        engine.meetings().poll(council, motion).orElse(null)),
                response);
    }

    private void require(String stream, String otherwise) {
        if (engine.log().reader().lastSeq(stream).isEmpty()) {
            throw new ProblemException(Problem.UNKNOWN, otherwise);
        }
    }

    private void part(
            String stream, List<String> ends, String otherwise, EvidencePart part, HttpServletResponse response)
            throws IOException {
        SizedNote checkpoint = published();
        if (!PartEvidenceWriter.hasEnded(engine.log(), stream, ends, checkpoint)) {
            throw new ProblemException(Problem.WRONG_STATE, otherwise);
        }
        archive(
                part.id().replace('/', '-'),
                response,
                out -> PartEvidenceWriter.write(engine.log(), part, checkpoint, out));
    }

    /** Writes an archive into a stream. */
    private interface ArchiveWriter {
        void write(OutputStream out) throws IOException;
    }

    private void archive(String name, HttpServletResponse response, ArchiveWriter writer) throws IOException {
        if (!archives.tryAcquire()) {
            throw new ProblemException(Problem.BUSY, ARCHIVES + " archives are being written; try again later");
        }
        try {
            response.setContentType("application/zip");
            response.setHeader("Content-Disposition", "attachment; filename=\"" + name + ".zip\"");
            response.setHeader("Cache-Control", "no-cache");
            writer.write(response.getOutputStream());
        } finally {
            archives.release();
        }
    }
}
