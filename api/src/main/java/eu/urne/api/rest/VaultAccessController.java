package eu.urne.api.rest;

import eu.urne.engine.vault.AccessLog.Access;
import eu.urne.engine.vault.Vault;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who read or changed what in the vault. */
@RestController
@Tag(name = "staff")
public final class VaultAccessController {

    private final Vault vault;

    /** The access log of this vault. */
    public VaultAccessController(Vault vault) {
        this.vault = vault;
    }

    /**
     * A page of the access log.
     *
     * @param total lines that there are
     */
    record AccessPage(int page, int size, long total, List<Access> lines) {}

    /** The access log. */
    @GetMapping("/api/vault/access")
    @Operation(summary = "Who read or changed what in the vault, and for what; the latest first")
    AccessPage access(@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "20") int size) {
        VaultReplies.checkPage(page, size);
        return new AccessPage(page, size, vault.access().size(), vault.access().page(page, size));
    }
}
