/** A tablet for the command line: seals, signs and casts one ballot. */
@org.jspecify.annotations.NullMarked
package eu.urne.api.vote;
