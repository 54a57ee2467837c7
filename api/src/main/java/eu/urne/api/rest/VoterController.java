package eu.urne.api.rest;

import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.roll.Ineligible;
import eu.urne.engine.vault.AdmittedRegister;
import eu.urne.engine.vault.RegisterId;
import eu.urne.engine.vault.VaultId;
import eu.urne.engine.vault.VoterOffice;
import eu.urne.engine.vault.VoterOffice.Admission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Persons of the vault as voters of a poll: admitted by the poll's rule, and served. */
@RestController
@RequestMapping("/api/polls/{poll}/voters")
@Tag(name = "staff")
public final class VoterController {

    private final VoterOffice office;
    private final VisibleReplies replies;

    /** Voters of this office. */
    public VoterController(VoterOffice office, VisibleReplies replies) {
        this.office = office;
        this.replies = replies;
    }

    /** Who asks to be admitted. */
    record VoterBody(VaultId person) {}

    /** Whose persons are admitted. */
    record VotersBody(RegisterId register) {}

    /** Admits a person. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Admit a person by the rule of the poll; a refusal is recorded, and told in the language of"
                    + " Accept-Language")
    ResponseEntity<Object> admit(
            @PathVariable PollId poll,
            @RequestBody VoterBody body,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        return switch (office.admit(poll, body.person(), origin)) {
            case Admission.Answered(var answer) -> replies.of(answer, accept);
            case Admission.NotEligible(Ineligible why) ->
                throw new ProblemException(
                        Problem.NOT_AUTHORISED, "person: " + String.join("; ", why.sentences(locale(language))));
        };
    }

    static Locale locale(@Nullable String language) {
        return language != null && language.strip().toLowerCase(Locale.ROOT).startsWith("fr")
                ? Locale.FRENCH
                : Locale.ENGLISH;
    }

    /** Admits a register. */
    @PostMapping(path = "/all", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Admit everybody of a register who may vote; tells how many may not, and why")
    AdmittedRegister admitAll(@PathVariable PollId poll, @RequestBody VotersBody body, CommandOrigin origin) {
        return VaultReplies.result(office.admitAll(poll, body.register(), origin));
    }

    /** Records the hand-out of a card. */
    @PostMapping("/{person}/hand-out")
    @Operation(summary = "Record that an admitted person was given a card")
    ResponseEntity<Object> handOut(
            @PathVariable PollId poll,
            @PathVariable VaultId person,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return replies.of(office.handOut(poll, person, origin), accept);
    }
}
