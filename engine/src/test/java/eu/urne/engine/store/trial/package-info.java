/** A server that speaks EventStoreDB's protocol, for tests. */
@org.jspecify.annotations.NullMarked
package eu.urne.engine.store.trial;
