package eu.urne.api.signing;

import eu.urne.api.rest.VisibleReplies;
import eu.urne.api.signing.SigningBodies.CodeBody;
import eu.urne.api.signing.SigningBodies.Inbox;
import eu.urne.api.signing.SigningBodies.InboxBody;
import eu.urne.api.signing.SigningBodies.KeptNote;
import eu.urne.api.signing.SigningBodies.KeyBody;
import eu.urne.api.signing.SigningBodies.Moment;
import eu.urne.api.signing.SigningBodies.SignerReply;
import eu.urne.api.signing.SigningBodies.Waiting;
import eu.urne.api.site.MinutesPaper;
import eu.urne.api.web.Everybody;
import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.api.web.Sha256;
import eu.urne.engine.Answer;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Engine;
import eu.urne.engine.council.CouncilId;
import eu.urne.engine.council.Meeting;
import eu.urne.engine.council.MeetingId;
import eu.urne.engine.council.Minutes;
import eu.urne.engine.council.MinutesNote;
import eu.urne.engine.council.Signer;
import eu.urne.engine.council.SignerCommand.RegisterSignerKey;
import eu.urne.engine.council.SignerRole;
import eu.urne.engine.council.SignerTerms;
import eu.urne.engine.log.Base64Strict;
import eu.urne.projections.CouncilView;
import eu.urne.projections.MeetingView;
import eu.urne.projections.MinutesView;
import eu.urne.projections.SignerView;
import eu.urne.projections.Views;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the device of a signer of minutes asks. A good signature says who asks; the first key needs a code. */
@RestController
@Everybody
@RequestMapping("/api/signing")
@Tag(name = "signing")
public final class SigningController {

    private static final long PATIENCE_MS = Duration.ofMinutes(5).toMillis();

    private final Engine engine;
    private final Views views;
    private final SigningCodes codes;
    private final MinutesPaper paper;
    private final VisibleReplies replies;
    private final Clock clock;

    /** Answers devices. */
    public SigningController(
            Engine engine, Views views, SigningCodes codes, MinutesPaper paper, VisibleReplies replies, Clock clock) {
        this.engine = engine;
        this.views = views;
        this.codes = codes;
        this.paper = paper;
        this.replies = replies;
        this.clock = clock;
    }

    /** The time. */
    @GetMapping("/moment")
    @Operation(summary = "The server's time, which a device signs to ask what waits for it")
    ResponseEntity<Moment> moment() {
        return noStore(new Moment(clock.millis()));
    }

    private static <T> ResponseEntity<T> noStore(T body) {
        return ResponseEntity.ok().header(HttpHeaders.CACHE_CONTROL, "no-store").body(body);
    }

    private static ProblemException notKnown() {
        return new ProblemException(Problem.NOT_AUTHORISED, "signature: it is not one of a key in use of this signer");
    }

    private CouncilView council(CouncilId id) {
        return views.councils().council(id).orElseThrow(SigningController::notKnown);
    }

    /** Whose key a code is for. */
    @PostMapping(path = "/code", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Whose key may be registered with a code from the desk, and which number it will have")
    ResponseEntity<SignerReply> code(@RequestBody CodeBody body, HttpServletRequest request) {
        SigningCodes.Holder holder = codes.holder(body.code(), request.getRemoteAddr());
        SignerView view =
                views.councils().signer(holder.council(), holder.signer()).orElseThrow(SigningController::notKnown);
        return noStore(new SignerReply(
                holder.council(),
                council(holder.council()).council().terms().title(),
                holder.signer(),
                view.signer().terms().title(),
                view.signer().keys() + 1));
    }

    /** Registers a key. */
    @PostMapping(path = "/keys", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Register a key that was made on a signer's device, by a code or by the key in use")
    ResponseEntity<Object> register(
            @RequestBody KeyBody body,
            HttpServletRequest request,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        String code = body.code();
        if (code == null && body.endorsement() == null) {
            throw new ProblemException(Problem.NOT_AUTHORISED, "code: a key is registered with a code from the desk");
        }
        if (code != null) {
            SigningCodes.Holder holder = codes.holder(code, request.getRemoteAddr());
            if (!holder.council().equals(body.council()) || !holder.signer().equals(body.signer())) {
                throw new ProblemException(Problem.NOT_AUTHORISED, "code: it is for somebody else");
            }
        }
        CommandOrigin origin =
                new CommandOrigin("signer-key/" + Sha256.hex(body.withoutCode()), "home", clock.millis());
        Answer answer = engine.commands()
                .send(
                        new RegisterSignerKey(
                                body.council(),
                                body.signer(),
                                body.number(),
                                body.key(),
                                body.proof(),
                                body.endorsement()),
                        origin);
        ResponseEntity<Object> reply = replies.of(answer, accept);
        if (code != null) {
            codes.used(code);
        }
        return reply;
    }

    /** What waits for a signer. */
    @PostMapping(path = "/inbox", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "The minutes that wait for a signature, for whoever signs the server's time with the key in use:"
                    + " \"urne-inbox-v1\", council/signer and the time, each with a line end")
    ResponseEntity<Inbox> inbox(@RequestBody InboxBody body) {
        if (Math.abs(clock.millis() - body.at()) > PATIENCE_MS) {
            throw new ProblemException(Problem.NOT_AUTHORISED, "at: it is not the server's time; ask for that first");
        }
        SignerView view =
                views.councils().signer(body.council(), body.signer()).orElseThrow(SigningController::notKnown);
        byte[] asked = ("urne-inbox-v1\n" + body.council() + "/" + body.signer() + "\n" + body.at() + "\n")
                .getBytes(StandardCharsets.US_ASCII);
        if (!(view.signer() instanceof Signer.Keyed keyed) || !keyed.key().verifies(asked, body.signature())) {
            throw notKnown();
        }
        CouncilView council = council(body.council());
        List<Waiting> waiting = council.meetings().stream()
                .flatMap(meeting -> waiting(body.council(), meeting, keyed.terms()))
                .toList();
        return noStore(
                new Inbox(keyed.terms().title(), council.council().terms().title(), keyed.keys(), waiting));
    }

    private Stream<Waiting> waiting(CouncilId council, MeetingId id, SignerTerms signer) {
        MeetingView meeting = views.councils().meeting(council, id).orElseThrow();
        return views.councils().minutes(council, id).stream()
                .filter(view -> view.minutes() instanceof Minutes.Drafted)
                .filter(view -> !view.minutes().signatures().containsKey(signer.role()))
                .filter(view -> signer.role() == SignerRole.SECRETARY
                        || (meeting.meeting() instanceof Meeting.Closed closed && closed.chair() == signer.seat()))
                .map(view -> waiting(view, meeting));
    }

    private KeptNote kept(MinutesNote note) {
        return engine.blobs()
                .find(note.text())
                .map(blob -> new KeptNote(Base64Strict.encode(blob.salt()), Base64Strict.encode(blob.content())))
                .orElse(new KeptNote("", ""));
    }

    private Waiting waiting(MinutesView view, MeetingView meeting) {
        return new Waiting(
                view.meeting().value(),
                view.minutes().latest().version(),
                meeting.meeting().facts().call().title(),
                Base64Strict.encode(view.minutes().latest().statement()),
                view.minutes().latest().notes().stream().map(this::kept).toList(),
                paper.body(view.council(), view.meeting(), view.minutes(), LocaleContextHolder.getLocale()));
    }
}
