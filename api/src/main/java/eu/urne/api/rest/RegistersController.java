package eu.urne.api.rest;

import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.roll.Spelling;
import eu.urne.engine.vault.AccessLog.Action;
import eu.urne.engine.vault.KnownPerson;
import eu.urne.engine.vault.PersonRecord;
import eu.urne.engine.vault.RegisterId;
import eu.urne.engine.vault.Registers.Register;
import eu.urne.engine.vault.Vault;
import eu.urne.engine.vault.VaultId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Registers of persons in the vault. No name stands in a URL: who looks for one sends it in a body. Who reads names
 * says for what.
 */
@RestController
@RequestMapping("/api/registers")
@Tag(name = "staff")
public final class RegistersController {

    private final Vault vault;

    /** Registers of this vault. */
    public RegistersController(Vault vault) {
        this.vault = vault;
    }

    /** A register to open. */
    record RegisterBody(RegisterId register, String title) {}

    /** The id of a person who was added. */
    record AddedPerson(VaultId person) {}

    /**
     * A person of a register.
     *
     * @param person id in the vault
     * @param known what the register says
     */
    record ShownPerson(VaultId person, RegisterId register, PersonRecord known) {

        static ShownPerson of(KnownPerson person) {
            return new ShownPerson(person.person(), person.register(), person.known());
        }
    }

    /** A page of persons. */
    record PersonsPage(int page, int size, List<ShownPerson> persons) {}

    /**
     * Whom to look for.
     *
     * @param words beginnings of words of the name, without regard to case and accents
     */
    record SearchBody(
            String words, @Nullable Integer page, @Nullable Integer size) {}

    /** Opens a register. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Open a register of persons")
    Register open(@RequestBody RegisterBody body, CommandOrigin origin) {
        return VaultReplies.result(vault.registers().open(body.register(), body.title(), origin));
    }

    /** All registers. */
    @GetMapping
    @Operation(summary = "All registers, with the number of their persons")
    List<Register> all() {
        return vault.registers().all();
    }

    /** A register. */
    @GetMapping("/{register}")
    @Operation(summary = "A register, with the number of its persons")
    Register one(@PathVariable RegisterId register) {
        return vault.registers().find(register).orElseThrow(() -> unknown(register));
    }

    /** Adds a person. */
    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping(path = "/{register}/persons", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Add a person to a register")
    ResponseEntity<AddedPerson> add(
            @PathVariable RegisterId register, @RequestBody PersonBody body, CommandOrigin origin) {
        PersonRecord person;
        try {
            person = body.person();
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.INVALID, String.valueOf(e.getMessage()));
        }
        VaultId added = VaultReplies.result(vault.persons().add(register, person, origin));
        return ResponseEntity.status(HttpStatus.CREATED)
                .header("Cache-Control", "no-store")
                .body(new AddedPerson(added));
    }

    /** Persons of a register. */
    @GetMapping("/{register}/persons")
    @Operation(summary = "Persons of a register, in the order in which they came; Urne-Purpose says for what")
    ResponseEntity<PersonsPage> persons(
            @PathVariable RegisterId register,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size,
            @Parameter(required = true) @RequestHeader(name = Purpose.HEADER, required = false) @Nullable
                    String purpose,
            CommandOrigin origin) {
        String why = Purpose.of(purpose);
        VaultReplies.checkPage(page, size);
        check(register);
        return shown(Action.LIST, vault.persons().page(register, page, size), page, size, why, origin);
    }

    /** Looks for persons. */
    @PostMapping(path = "/{register}/persons/search", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Look for persons of a register by name; Urne-Purpose says for what")
    ResponseEntity<PersonsPage> search(
            @PathVariable RegisterId register,
            @RequestBody SearchBody body,
            @Parameter(required = true) @RequestHeader(name = Purpose.HEADER, required = false) @Nullable
                    String purpose,
            CommandOrigin origin) {
        String why = Purpose.of(purpose);
        int page = body.page() == null ? 0 : body.page();
        int size = body.size() == null ? 20 : body.size();
        VaultReplies.checkPage(page, size);
        check(register);
        if (Spelling.key(body.words()).isEmpty() || body.words().length() > 200) {
            throw new ProblemException(Problem.INVALID, "words: at least one letter or digit, and at most 200");
        }
        return shown(
                Action.SEARCH,
                vault.persons().search(register, body.words(), (long) page * size, size),
                page,
                size,
                why,
                origin);
    }

    private ResponseEntity<PersonsPage> shown(
            Action action, List<KnownPerson> persons, int page, int size, String purpose, CommandOrigin origin) {
        vault.access().add(action, persons, purpose, origin);
        return ResponseEntity.ok()
                .header("Cache-Control", "no-store")
                .body(new PersonsPage(
                        page, size, persons.stream().map(ShownPerson::of).toList()));
    }

    private void check(RegisterId register) {
        if (!vault.registers().exists(register)) {
            throw unknown(register);
        }
    }

    private static ProblemException unknown(RegisterId register) {
        return new ProblemException(Problem.UNKNOWN, "there is no register " + register);
    }
}
