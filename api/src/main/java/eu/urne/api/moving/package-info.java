/** Commands on a whole installation: check and copy its log, back it up, restore it. */
@org.jspecify.annotations.NullMarked
package eu.urne.api.moving;
