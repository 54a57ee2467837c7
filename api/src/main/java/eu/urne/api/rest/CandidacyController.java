package eu.urne.api.rest;

import eu.urne.api.rest.CandidacyReplies.CandidateReply;
import eu.urne.api.rest.CandidacyReplies.CandidatesReply;
import eu.urne.api.rest.CandidacyReplies.InvitationsReply;
import eu.urne.api.rest.DrawBodies.CandidacyBody;
import eu.urne.api.rest.DrawBodies.InvitationsBody;
import eu.urne.api.rest.DrawBodies.PoolBody;
import eu.urne.api.rest.DrawBodies.SourceBody;
import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Engine;
import eu.urne.engine.council.Attribute;
import eu.urne.engine.council.CouncilDraw;
import eu.urne.engine.council.DrawId;
import eu.urne.engine.roll.Ineligible;
import eu.urne.engine.vault.AccessLog.Action;
import eu.urne.engine.vault.CandidacyOffice;
import eu.urne.engine.vault.CandidacyOffice.PanelFinder;
import eu.urne.engine.vault.CandidacyOffice.Standing;
import eu.urne.engine.vault.InvitationOffice;
import eu.urne.engine.vault.InvitationOffice.Invitation;
import eu.urne.engine.vault.InvitationOffice.Invitations;
import eu.urne.engine.vault.KnownPerson;
import eu.urne.engine.vault.Vault;
import eu.urne.engine.vault.VaultId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
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

/** Persons of the vault who stand for a draw, until the pool of them is frozen. */
@RestController
@RequestMapping("/api/draws/{draw}")
@Tag(name = "staff")
public final class CandidacyController {

    private final Engine engine;
    private final Vault vault;
    private final CandidacyOffice office;
    private final InvitationOffice invitations;
    private final PanelFinder panels;
    private final VisibleReplies replies;

    /** Candidates of this office, and panels of this finder. */
    public CandidacyController(
            Engine engine,
            Vault vault,
            CandidacyOffice office,
            InvitationOffice invitations,
            PanelFinder panels,
            VisibleReplies replies) {
        this.engine = engine;
        this.vault = vault;
        this.office = office;
        this.invitations = invitations;
        this.panels = panels;
        this.replies = replies;
    }

    /** Lets a person stand. */
    @PostMapping(path = "/candidacies", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Let a person stand by the rule of the draw; a refusal is recorded, and told in the language of"
                    + " Accept-Language")
    ResponseEntity<Object> stand(
            @PathVariable DrawId draw,
            @RequestBody CandidacyBody body,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        checkTold(draw, body);
        Locale locale = VoterController.locale(language);
        return switch (office.stand(draw, body.person(), body.words(), origin)) {
            case Standing.Answered(var answer) -> replies.of(answer, accept);
            case Standing.NotEligible(Ineligible why) ->
                throw new ProblemException(
                        Problem.NOT_AUTHORISED, "person: " + String.join("; ", why.sentences(locale)));
            case Standing.ValuesUnknown(List<Attribute> unknown) ->
                throw new ProblemException(
                        Problem.INVALID, CandidacyReplies.sentence(unknown, locale.equals(Locale.FRENCH)));
        };
    }

    /** What is told by mistake would be lost without a word. */
    private void checkTold(DrawId draw, CandidacyBody body) {
        if (!(engine.draws().draw(draw) instanceof CouncilDraw.Announced announced)) {
            return; // the office says so
        }
        for (String id : body.words().keySet()) {
            boolean asked = announced.terms().attributes().stream()
                    .anyMatch(attribute -> attribute.of() == Attribute.Source.TOLD
                            && attribute.id().equals(id));
            if (!asked) {
                throw new ProblemException(
                        Problem.INVALID, "told: the draw " + draw + " does not ask persons for \"" + id + "\"");
            }
        }
    }

    /** Lets a person stand no longer. */
    @PostMapping("/candidacies/{person}/withdrawal")
    @Operation(summary = "Let a person stand no longer, before the pool is frozen")
    ResponseEntity<Object> withdraw(
            @PathVariable DrawId draw,
            @PathVariable VaultId person,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return replies.of(office.withdraw(draw, person, origin), accept);
    }

    /** Records a guardian's consent. */
    @PostMapping("/candidacies/{person}/consent")
    @Operation(summary = "Record in the vault that the consent of a guardian to a candidacy was seen; no log has it")
    ResponseEntity<Void> consent(@PathVariable DrawId draw, @PathVariable VaultId person, CommandOrigin origin) {
        VaultReplies.result(office.consent(draw, person, origin));
        return ResponseEntity.noContent().build();
    }

    /** Makes letters. */
    @PostMapping(path = "/invitations", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Make codes by which those of a register who may stand can do so from home: for whoever has none"
                    + " yet, up to 500 at once; they are told here and never again. Urne-Purpose says for what the"
                    + " names are read")
    ResponseEntity<InvitationsReply> invite(
            @PathVariable DrawId draw,
            @RequestBody InvitationsBody body,
            @Parameter(required = true) @RequestHeader(name = Purpose.HEADER, required = false) @Nullable
                    String purpose,
            CommandOrigin origin) {
        String why = Purpose.of(purpose);
        Invitations made = VaultReplies.result(invitations.invite(draw, body.register(), origin));
        List<KnownPerson> persons =
                made.letters().stream().map(Invitation::person).toList();
        vault.access().add(Action.READ, persons, why, origin);
        return unstored(InvitationsReply.of(made));
    }

    /** Who stands. */
    @GetMapping("/candidacies")
    @Operation(
            summary = "Who stands, with names, and from the freezing on with the index in the pool; Urne-Purpose"
                    + " says for what it is read")
    ResponseEntity<CandidatesReply> candidates(
            @PathVariable DrawId draw,
            @Parameter(required = true) @RequestHeader(name = Purpose.HEADER, required = false) @Nullable
                    String purpose,
            CommandOrigin origin) {
        String why = Purpose.of(purpose);
        if (engine.draws().draw(draw) instanceof CouncilDraw.Unannounced) {
            throw DrawController.unknown(draw);
        }
        return unstored(new CandidatesReply(
                draw,
                office.candidates(draw, why, origin).stream()
                        .map(CandidateReply::of)
                        .toList()));
    }

    /** The slip of a candidate. */
    @GetMapping("/candidacies/{person}/slip")
    @Operation(
            summary = "With what a candidate proves her place in the frozen pool, to be given to her alone;"
                    + " Urne-Purpose says for what it is read")
    ResponseEntity<SlipReply> slip(
            @PathVariable DrawId draw,
            @PathVariable VaultId person,
            @Parameter(required = true) @RequestHeader(name = Purpose.HEADER, required = false) @Nullable
                    String purpose,
            CommandOrigin origin) {
        String why = Purpose.of(purpose);
        KnownPerson known = vault.persons()
                .find(person)
                .orElseThrow(() -> new ProblemException(Problem.UNKNOWN, "there is no such person, or not any more"));
        SlipReply slip = office.proof(draw, person, origin)
                .map(SlipReply::of)
                .orElseThrow(() -> new ProblemException(
                        Problem.UNKNOWN, "person: has no place in a frozen pool of the draw " + draw));
        vault.access().add(Action.READ, List.of(known), why, origin);
        return unstored(slip);
    }

    /** Freezes the pool. */
    @PostMapping(path = "/pool", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Close the candidacies and freeze the pool, before the randomness exists; where the composition"
                    + " has quotas, panels are searched first")
    ResponseEntity<Object> freeze(
            @PathVariable DrawId draw,
            @RequestBody PoolBody body,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return replies.of(
                office.freeze(
                        draw, body.sources().stream().map(SourceBody::source).toList(), panels, origin),
                accept);
    }

    private static <T> ResponseEntity<T> unstored(T body) {
        return ResponseEntity.ok().header("Cache-Control", "no-store").body(body);
    }
}
