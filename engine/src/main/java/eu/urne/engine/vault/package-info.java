/**
 * Who the persons behind the pseudonyms are: names, birth dates and all that decides about a right to vote, sealed
 * under a key per person, outside both logs (docs/vault.md).
 */
@org.jspecify.annotations.NullMarked
package eu.urne.engine.vault;
