package eu.urne.api.rest;

import eu.urne.api.rest.RegistersController.ShownPerson;
import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.budget.BudgetId;
import eu.urne.engine.roll.Person;
import eu.urne.engine.vault.AccessLog.Action;
import eu.urne.engine.vault.KnownPerson;
import eu.urne.engine.vault.OwnData;
import eu.urne.engine.vault.OwnDataReader;
import eu.urne.engine.vault.Vault;
import eu.urne.engine.vault.VaultId;
import eu.urne.engine.vault.VoterOffice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
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

/** One person of the vault: read, given out, consented for, erased. */
@RestController
@RequestMapping("/api/persons/{person}")
@Tag(name = "staff")
public final class PersonController {

    private final Vault vault;
    private final VoterOffice office;
    private final OwnDataReader ownData;
    private final VisibleReplies replies;

    /** Persons of this vault. */
    public PersonController(Vault vault, VoterOffice office, OwnDataReader ownData, VisibleReplies replies) {
        this.vault = vault;
        this.office = office;
        this.ownData = ownData;
        this.replies = replies;
    }

    /** Names a budget. */
    record InBudgetBody(BudgetId budget) {}

    /** The name under which the public log knows a person in a budget. */
    record PseudonymReply(Person pseudonym) {}

    /** Why a person is erased. */
    record ErasureBody(String reason) {}

    /**
     * What was erased.
     *
     * @param registers in which the person stood
     */
    record ErasedReply(int registers) {}

    /** A person. */
    @GetMapping
    @Operation(summary = "What a register says of a person; Urne-Purpose says for what it is read")
    ResponseEntity<ShownPerson> read(
            @PathVariable VaultId person,
            @Parameter(required = true) @RequestHeader(name = Purpose.HEADER, required = false) @Nullable
                    String purpose,
            CommandOrigin origin) {
        String why = Purpose.of(purpose);
        KnownPerson known = known(person);
        vault.access().add(Action.READ, List.of(known), why, origin);
        return unstored(ShownPerson.of(known));
    }

    /** All that is known of a person. */
    @GetMapping("/export")
    @Operation(summary = "All that is known of a person, to be given to this person; Urne-Purpose says for what")
    ResponseEntity<OwnData> export(
            @PathVariable VaultId person,
            @Parameter(required = true) @RequestHeader(name = Purpose.HEADER, required = false) @Nullable
                    String purpose,
            CommandOrigin origin) {
        String why = Purpose.of(purpose);
        vault.access().add(Action.EXPORT, List.of(known(person)), why, origin);
        return unstored(ownData.of(person).orElseThrow(PersonController::nobody));
    }

    /** Records a guardian's consent. */
    @PostMapping(path = "/consents", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Record that a guardian has consented to a child's part in a budget")
    ResponseEntity<Object> consent(
            @PathVariable VaultId person,
            @RequestBody InBudgetBody body,
            CommandOrigin origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return replies.of(office.consent(person, body.budget(), origin), accept);
    }

    /** The pseudonym of a person in a budget. */
    @PostMapping(path = "/pseudonyms", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "The pseudonym of a person as author in a budget, made on first use")
    ResponseEntity<PseudonymReply> pseudonym(
            @PathVariable VaultId person, @RequestBody InBudgetBody body, CommandOrigin origin) {
        Person pseudonym = VaultReplies.result(office.pseudonym(person, body.budget()));
        vault.access().add(Action.PSEUDONYM, List.of(known(person)), "author in " + body.budget(), origin);
        return unstored(new PseudonymReply(pseudonym));
    }

    /** Erases a person. */
    @DeleteMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Erase a person from all registers; the logs stay as they are")
    ErasedReply erase(@PathVariable VaultId person, @RequestBody ErasureBody body, CommandOrigin origin) {
        return new ErasedReply(VaultReplies.result(office.erase(person, body.reason(), origin)));
    }

    private KnownPerson known(VaultId person) {
        return vault.persons().find(person).orElseThrow(PersonController::nobody);
    }

    private static ProblemException nobody() {
        return new ProblemException(Problem.UNKNOWN, "there is no such person, or not any more");
    }

    private static <T> ResponseEntity<T> unstored(T body) {
        return ResponseEntity.ok().header("Cache-Control", "no-store").body(body);
    }
}
