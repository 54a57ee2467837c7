/** The database of the blobs. */
@org.jspecify.annotations.NullMarked
package eu.urne.engine.blob.internal;
