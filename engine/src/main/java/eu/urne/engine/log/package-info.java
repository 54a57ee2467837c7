/**
 * The signed log: entries, canonical JSON, signatures, the Merkle tree, checkpoints, tiles and proofs, as specified in
 * docs/formats/log.md. Knows nothing of polls, of Axon or of any database.
 */
@org.jspecify.annotations.NullMarked
package eu.urne.engine.log;
