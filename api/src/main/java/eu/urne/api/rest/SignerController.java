package eu.urne.api.rest;

import eu.urne.api.rest.CouncilReplies.Happened;
import eu.urne.api.rest.MinutesBodies.SignerBody;
import eu.urne.api.signing.SigningCodes;
import eu.urne.api.web.Everybody;
import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Engine;
import eu.urne.engine.council.CouncilId;
import eu.urne.engine.council.Signer;
import eu.urne.engine.council.SignerCommand;
import eu.urne.engine.council.SignerCommand.AllowSignerKey;
import eu.urne.engine.council.SignerCommand.RetireSigner;
import eu.urne.engine.council.SignerCommand.RevokeSignerKey;
import eu.urne.engine.council.SignerEvent;
import eu.urne.engine.council.SignerId;
import eu.urne.engine.council.SignerKey;
import eu.urne.engine.council.SignerTerms;
import eu.urne.projections.SignerView;
import eu.urne.projections.Views;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who signs minutes of a council, and with which keys. */
@RestController
@RequestMapping("/api/councils/{council}/signers")
public final class SignerController {

    private final Engine engine;
    private final Views views;
    private final VisibleReplies replies;
    private final SigningCodes codes;

    /** Signers of this engine's councils. */
    public SignerController(Engine engine, Views views, VisibleReplies replies, SigningCodes codes) {
        this.engine = engine;
        this.views = views;
        this.replies = replies;
        this.codes = codes;
    }

    /**
     * A signer.
     *
     * @param state Awaited, Keyed, Barred or Retired
     * @param keys registered so far
     * @param key in use; null if none is
     */
    record SignerReply(
            SignerId signer,
            String state,
            SignerTerms terms,
            int keys,
            @Nullable SignerKey key,
            List<Happened<SignerEvent>> history) {

        static SignerReply of(SignerView view) {
            return new SignerReply(
                    view.id(),
                    view.signer().getClass().getSimpleName(),
                    view.signer().terms(),
                    view.signer().keys(),
                    view.signer() instanceof Signer.Keyed keyed ? keyed.key() : null,
                    Happened.of(view.history()));
        }
    }

    private ResponseEntity<Object> send(SignerCommand command, CommandOrigin origin, @Nullable String accept) {
        return replies.of(engine.commands().send(command, origin), accept);
    }

    /** Who signs. */
    @GetMapping
    @Everybody
    @Tag(name = "views")
    @Operation(summary = "Who signs minutes of a council: offices, keys and their history, no names")
    List<SignerReply> signers(@PathVariable CouncilId council) {
        if (views.councils().council(council).isEmpty()) {
            throw new ProblemException(Problem.UNKNOWN, "there is no council " + council);
        }
        return views.councils().signers(council).stream().map(SignerReply::of).toList();
    }

    /** Names one. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Tag(name = "staff")
    @Operation(summary = "Name an office that signs minutes: the chair with a seat (0 for none), or the secretary")
    ResponseEntity<Object> name(
            @PathVariable CouncilId council,
            @RequestBody SignerBody body,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        try {
            return replies.of(engine.minutes().name(council, body.signer(), body.terms(), origin), accept);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.INVALID, String.valueOf(e.getMessage()));
        }
    }

    /** Makes a code. */
    @PostMapping("/{signer}/codes")
    @Tag(name = "staff")
    @Operation(summary = "A code with which a signer's device registers its key, once and within an hour")
    ResponseEntity<SigningCodes.Shown> code(
            @PathVariable CouncilId council, @PathVariable SignerId signer, CommandOrigin origin) {
        if (!(engine.minutes().signer(council, signer) instanceof Signer.Awaited)) {
            throw new ProblemException(
                    Problem.WRONG_STATE,
                    "signer: " + signer + " of " + council + " waits for no key; revoke the one in use first, and let"
                            + " another person allow a new one");
        }
        return ResponseEntity.status(HttpStatus.CREATED)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(codes.make(council, signer));
    }

    /** Revokes the key in use. */
    @PostMapping(path = "/{signer}/revocation", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Tag(name = "staff")
    @Operation(summary = "Revoke the key in use: the device is lost")
    ResponseEntity<Object> revoke(
            @PathVariable CouncilId council,
            @PathVariable SignerId signer,
            @RequestBody ReasonBody body,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return send(new RevokeSignerKey(council, signer, body.reason(), origin.by()), origin, accept);
    }

    /** Allows a new key. */
    @PostMapping("/{signer}/allowance")
    @Tag(name = "staff")
    @Operation(summary = "Allow a new key behind a revoked one; another person than who revoked")
    ResponseEntity<Object> allow(
            @PathVariable CouncilId council,
            @PathVariable SignerId signer,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return send(new AllowSignerKey(council, signer, origin.by()), origin, accept);
    }

    /** Retires one. */
    @PostMapping(path = "/{signer}/retirement", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Tag(name = "staff")
    @Operation(summary = "Let somebody sign no longer: the office has ended")
    ResponseEntity<Object> retire(
            @PathVariable CouncilId council,
            @PathVariable SignerId signer,
            @RequestBody ReasonBody body,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return send(new RetireSigner(council, signer, body.reason()), origin, accept);
    }
}
