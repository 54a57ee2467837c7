/** Voting cards, made offline: the server sees public keys only. */
@org.jspecify.annotations.NullMarked
package eu.urne.api.cards;
