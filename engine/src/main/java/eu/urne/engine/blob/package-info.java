/**
 * What inhabitants write, draw and record: kept outside the log, named in it by salted hashes, found by its words, and
 * erased where it must be.
 */
@org.jspecify.annotations.NullMarked
package eu.urne.engine.blob;
