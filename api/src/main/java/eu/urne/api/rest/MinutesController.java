package eu.urne.api.rest;

import eu.urne.api.rest.CouncilReplies.Happened;
import eu.urne.api.rest.MinutesBodies.CorrectionBody;
import eu.urne.api.rest.MinutesBodies.DraftBody;
import eu.urne.api.rest.MinutesBodies.SignatureBody;
import eu.urne.api.web.Everybody;
import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.api.web.Sha256;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Engine;
import eu.urne.engine.council.CouncilId;
import eu.urne.engine.council.MeetingId;
import eu.urne.engine.council.Minutes;
import eu.urne.engine.council.MinutesEvent;
import eu.urne.engine.council.MinutesSignature;
import eu.urne.engine.council.MinutesVersion;
import eu.urne.engine.council.SignerRole;
import eu.urne.engine.log.Base64Strict;
import eu.urne.projections.MinutesView;
import eu.urne.projections.Views;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import java.util.Map;
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

/** Minutes of meetings: written by the staff, signed by whoever has the keys. */
@RestController
@RequestMapping("/api/councils/{council}/meetings/{meeting}/minutes")
public final class MinutesController {

    private final Engine engine;
    private final Views views;
    private final VisibleReplies replies;
    private final MinutesKeeper keeper;
    private final Clock clock;

    /** Minutes of this engine. */
    public MinutesController(Engine engine, Views views, VisibleReplies replies, Clock clock) {
        this.engine = engine;
        this.views = views;
        this.replies = replies;
        this.keeper = new MinutesKeeper(engine);
        this.clock = clock;
    }

    /**
     * Minutes.
     *
     * @param state Drafted or Published
     * @param statement what is signed of the latest version, base64
     * @param published version that is published; null if none is
     */
    record MinutesReply(
            String state,
            MinutesVersion latest,
            String statement,
            Map<SignerRole, MinutesSignature> signatures,
            @Nullable Integer published,
            List<Happened<MinutesEvent>> history) {

        static MinutesReply of(MinutesView view) {
            Minutes.Known minutes = view.minutes();
            Minutes.Published published = minutes.published();
            return new MinutesReply(
                    minutes.getClass().getSimpleName(),
                    minutes.latest(),
                    Base64Strict.encode(minutes.latest().statement()),
                    minutes.signatures(),
                    published == null ? null : published.latest().version(),
                    Happened.of(view.history()));
        }
    }

    /** The minutes. */
    @GetMapping
    @Everybody
    @Tag(name = "views")
    @Operation(summary = "Minutes of a meeting: for what they stand, who has signed; texts are public once published")
    MinutesReply minutes(@PathVariable CouncilId council, @PathVariable MeetingId meeting) {
        return views.councils()
                .minutes(council, meeting)
                .map(MinutesReply::of)
                .orElseThrow(() -> new ProblemException(
                        Problem.UNKNOWN, "minutes: there are none of the meeting " + meeting + " of " + council));
    }

    /** Drafts them. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Tag(name = "staff")
    @Operation(summary = "Draft the minutes of a closed meeting; facts come from the log, notes say what was told")
    ResponseEntity<Object> draft(
            @PathVariable CouncilId council,
            @PathVariable MeetingId meeting,
            @RequestBody DraftBody body,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return replies.of(keeper.draft(council, meeting, body.notes(), origin), accept);
    }

    /** Corrects them. */
    @PostMapping(path = "/corrections", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Tag(name = "staff")
    @Operation(summary = "Correct minutes, for a reason: all notes of the new version, which is to be signed again")
    ResponseEntity<Object> correct(
            @PathVariable CouncilId council,
            @PathVariable MeetingId meeting,
            @RequestBody CorrectionBody body,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return replies.of(keeper.correct(council, meeting, body.notes(), body.reason(), origin), accept);
    }

    /** Signs them. */
    @PostMapping(path = "/signatures", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Everybody
    @Tag(name = "signing")
    @Operation(summary = "Sign the latest version of minutes with the key in use; the second signature publishes them")
    ResponseEntity<Object> sign(
            @PathVariable CouncilId council,
            @PathVariable MeetingId meeting,
            @RequestBody SignatureBody body,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        String all = council + "/" + meeting + "/" + body.signer() + "/" + body.version() + "/"
                + body.signature().base64();
        String id = "minutes/" + Sha256.hex(all);
        CommandOrigin origin = new CommandOrigin(id, "home", clock.millis());
        return replies.of(
                engine.minutes().sign(council, meeting, body.version(), body.signer(), body.signature(), origin),
                accept);
    }
}
