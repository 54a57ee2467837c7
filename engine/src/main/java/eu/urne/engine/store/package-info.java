/**
 * The sequenced store: one writer that gives every event its place in a log, checks the guards, extends the Merkle tree
 * and signs a checkpoint, all in one transaction; and Axon's event storage on top of it.
 */
@org.jspecify.annotations.NullMarked
package eu.urne.engine.store;
