/** What happens: commands, events, aggregates, counting rules, the signed log and its stores. */
@org.jspecify.annotations.NullMarked
package eu.urne.engine;
