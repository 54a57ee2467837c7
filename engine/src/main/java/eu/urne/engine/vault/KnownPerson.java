package eu.urne.engine.vault;

/**
 * A person of a register.
 *
 * @param person id in the vault
 */
public record KnownPerson(VaultId person, RegisterId register, PersonRecord known) {}
