package eu.urne.engine.vault;

import eu.urne.engine.CommandOrigin;
import eu.urne.engine.DataDirectory;
import eu.urne.engine.vault.Registers.Register;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

/** A vault with one register, on 13 April 2026. */
final class TestVault {

    static final RegisterId REGISTER = new RegisterId("children");
    static final CommandOrigin ORIGIN = new CommandOrigin(
            "test", "staff/1", Instant.parse("2026-04-13T10:00:00Z").toEpochMilli());

    private TestVault() {}

    /** With the same key on every node. */
    static Vault open(DataDirectory data) {
        Vault vault =
                Vault.open(data, Map.of("URNE_VAULT_KEY", Base64.getEncoder().encodeToString(new byte[32])));
        vault.registers().open(REGISTER, "Enfants", ORIGIN);
        return vault;
    }

    static ImportReport read(Vault vault, ImportMode mode, byte[] file) {
        try {
            return switch (vault.imports().read(REGISTER, new ByteArrayInputStream(file), mode, ORIGIN)) {
                case VaultAnswer.Done<ImportReport>(ImportReport report) -> report;
                case VaultAnswer.Refused<ImportReport>(var refusal) -> throw new AssertionError(refusal.sentence());
            };
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static ImportReport read(Vault vault, ImportMode mode, String file) {
        return read(vault, mode, file.getBytes(StandardCharsets.UTF_8));
    }

    static long size(Vault vault) {
        return vault.registers().find(REGISTER).map(Register::persons).orElseThrow();
    }
}
