/** What is printed: voting cards, made offline, so that the server sees public keys only; letters and slips. */
@org.jspecify.annotations.NullMarked
package eu.urne.api.cards;
