package eu.urne.api.rest;

import eu.urne.api.upload.BusyException;
import eu.urne.api.upload.MediaFile;
import eu.urne.api.upload.RefusedFileException;
import eu.urne.api.upload.Uploads;
import eu.urne.api.web.Everybody;
import eu.urne.api.web.LargeBody;
import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.api.web.Visitor;
import eu.urne.engine.Answer;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Engine;
import eu.urne.engine.blob.Blob;
import eu.urne.engine.blob.BlobCommand.EraseBlob;
import eu.urne.engine.blob.BlobHash;
import eu.urne.engine.blob.BlobStore;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Texts, pictures and sounds by inhabitants. */
@RestController
@RequestMapping("/api/blobs")
public final class BlobController {

    /** A name stands for one content for ever, but what is erased must vanish from caches too. */
    private static final CacheControl AN_HOUR =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic().immutable();

    private static final int AT_ONCE = 4;
    private static final long PATIENCE_S = 5;
    private static final String POLICY = "default-src 'none'; sandbox";

    private final Engine engine;
    private final PublishedBlobs published;
    private final VisibleReplies replies;
    private final Uploads uploads = new Uploads();
    private final Semaphore free = new Semaphore(AT_ONCE);

    /** Blobs of this engine. */
    public BlobController(Engine engine, PublishedBlobs published, VisibleReplies replies) {
        this.engine = engine;
        this.published = published;
        this.replies = replies;
    }

    /** Takes a picture or sound in. */
    @PostMapping(consumes = {MediaType.APPLICATION_OCTET_STREAM_VALUE, "image/*", "audio/*"})
    @Tag(name = "staff")
    @LargeBody(bytes = Uploads.MAX_BYTES)
    @Operation(
            summary = "Send a picture (JPEG, PNG) or a sound (MP3, OGG), known by its content; it is kept without"
                    + " metadata, pictures upright and at most 2,000 pixels long",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                                            schema = @Schema(type = "string", format = "binary"))))
    ResponseEntity<UploadReply> upload(HttpServletRequest request) {
        if (!isFree()) {
            throw new ProblemException(Problem.BUSY, "too many files are sent at once; send it again later");
        }
        try {
            return kept(uploads.take(body(request)));
        } catch (RefusedFileException e) {
            throw new ProblemException(Problem.INVALID, e.sentence());
        } catch (BusyException e) {
            throw new ProblemException(Problem.BUSY, String.valueOf(e.getMessage()));
        } finally {
            free.release();
        }
    }

    private static byte[] body(HttpServletRequest request) {
        try {
            return request.getInputStream().readAllBytes();
        } catch (IOException e) { // the client has gone
            throw new ProblemException(Problem.BAD_REQUEST, "the body was broken off");
        }
    }

    /** Waits for a place before the body is read, so that memory is bounded. */
    private boolean isFree() {
        try {
            return free.tryAcquire(PATIENCE_S, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private ResponseEntity<UploadReply> kept(MediaFile media) {
        BlobHash blob = engine.blobs().put(media.type(), media.content(), BlobStore.freshSalt());
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(new UploadReply(blob, media.type(), media.content().length));
    }

    /** A text or file. */
    @GetMapping("/{hash}")
    @Everybody
    @Tag(name = "views")
    @Operation(summary = "A text or file of a proposal that is published; the staff gets every one")
    ResponseEntity<Resource> blob(@PathVariable String hash, Visitor visitor) {
        BlobHash name = named(hash);
        boolean open = published.contains(name);
        if (!open && !visitor.staff()) {
            throw unknown(hash);
        }
        Blob blob = engine.blobs().find(name).orElseThrow(() -> missing(name));
        return ResponseEntity.ok()
                .cacheControl(open ? AN_HOUR : CacheControl.noStore())
                .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION)
                .header("Content-Security-Policy", POLICY)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline")
                .eTag(name.hex())
                .contentType(MediaType.parseMediaType(blob.type()))
                .body(new ByteArrayResource(blob.content())); // players ask for a sound piece by piece
    }

    /** Erases a text or file. */
    @DeleteMapping(path = "/{hash}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Tag(name = "staff")
    @Operation(summary = "Erase a text or file for good; the reason is published, and the log stays valid")
    ResponseEntity<Object> erase(
            @PathVariable String hash,
            @RequestBody ReasonBody body,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        BlobHash name = named(hash);
        if (engine.blobs().find(name).isEmpty() && !engine.blobs().isErased(name)) {
            throw unknown(hash);
        }
        Answer answer = engine.commands().send(new EraseBlob(name, body.reason()), origin);
        if (!(answer instanceof Answer.Refused)) {
            engine.blobs().erase(name);
        }
        return replies.of(answer, accept);
    }

    private ProblemException missing(BlobHash blob) {
        return engine.blobs().isErased(blob)
                ? new ProblemException(Problem.ERASED, "the blob " + blob + " is erased")
                : unknown(blob.hex());
    }

    private static BlobHash named(String hash) {
        try {
            return new BlobHash(hash);
        } catch (IllegalArgumentException e) {
            throw unknown(hash);
        }
    }

    private static ProblemException unknown(String hash) {
        return new ProblemException(Problem.UNKNOWN, "there is no blob " + hash);
    }
}
