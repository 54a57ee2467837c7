package eu.urne.engine.vault;

import eu.urne.engine.roll.PersonFacts;
import eu.urne.engine.vault.internal.Identity;

/** A person as far as it takes to decide about a right to vote: without a name. */
record Subject(VaultId person, Identity identity, PersonFacts facts) {}
