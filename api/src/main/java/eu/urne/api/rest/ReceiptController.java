package eu.urne.api.rest;

import eu.urne.api.web.Everybody;
import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.api.witness.Publication;
import eu.urne.engine.Answer;
import eu.urne.engine.Engine;
import eu.urne.engine.receipt.ReceiptCode;
import eu.urne.engine.store.LogName;
import eu.urne.engine.store.LogReader.SizedNote;
import eu.urne.engine.store.StoredEntry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Receipts of the public log, and the entries that they prove. */
@RestController
@Everybody
@Tag(name = "voters")
public final class ReceiptController {

    private static final Pattern BALLOT_ID = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,15}");
    private static final CacheControl FOREVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final Engine engine;
    private final Publication publication;

    /** Receipts of this engine's public log, by what was published of it. */
    public ReceiptController(Engine engine, Publication publication) {
        this.engine = engine;
        this.publication = publication;
    }

    /** The receipt of an acknowledged ballot, as it was given, or of any entry. */
    @GetMapping("/api/receipts/{entry}")
    @Operation(
            summary = "The receipt that a ballot was given, by its id; or the receipt of an entry of the public log by "
                    + "the latest checkpoint, by its index")
    ResponseEntity<Object> receipt(
            @PathVariable String entry,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        if (BALLOT_ID.matcher(entry).matches()) {
            Answer.Accepted ballot = engine.commands()
                    .find(entry)
                    .orElseThrow(() -> new ProblemException(Problem.UNKNOWN, "there is no ballot of that id"));
            return Replies.of(ballot, accept);
        }
        return Replies.of(latest(stored(entry)), accept);
    }

    /** The same as a file. */
    @GetMapping("/api/receipts/{index}.tlog-proof")
    @Operation(summary = "The receipt of an entry by the latest checkpoint as a file (c2sp.org/tlog-proof)")
    ResponseEntity<byte[]> file(@PathVariable String index) {
        Answer.Accepted receipt = latest(stored(index));
        return download("entry-" + index + ".tlog-proof")
                .contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
                .cacheControl(CacheControl.noCache())
                .body(receipt.receipt().text().getBytes(StandardCharsets.UTF_8));
    }

    /** An entry of the public log. */
    @GetMapping("/api/entries/{index}")
    @Operation(summary = "The exact bytes of an entry of the public log")
    ResponseEntity<byte[]> entry(@PathVariable String index) {
        return download("entry-" + index + ".json")
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(FOREVER)
                .body(stored(index).sealed());
    }

    private static ResponseEntity.BodyBuilder download(String name) {
        ContentDisposition file = ContentDisposition.attachment().filename(name).build();
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_DISPOSITION, file.toString());
    }

    private Answer.Accepted latest(StoredEntry entry) {
        ReceiptCode code = ReceiptCode.of(entry);
        SizedNote checkpoint = publication
                .checkpoint()
                .filter(published -> published.size() > entry.index())
                .orElseGet(() -> engine.log().checkpoint(entry.log()));
        var receipt =
                engine.log().receipt(entry.log(), entry.index(), checkpoint).withExtra(code.text());
        return new Answer.Accepted(entry.log(), 1, code, receipt, true);
    }

    private StoredEntry stored(String index) {
        long size = engine.log().checkpoint(LogName.PUBLIC).size();
        if (!INDEX.matcher(index).matches() || Long.parseLong(index) >= size) {
            throw new ProblemException(Problem.UNKNOWN, "the public log has no ballot or entry " + index);
        }
        return engine.log()
                .reader()
                .range(LogName.PUBLIC, Long.parseLong(index), 1)
                .getFirst();
    }
}
