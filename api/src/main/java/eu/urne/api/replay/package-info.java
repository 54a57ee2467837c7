/** Real elections through the engine: {@code urne replay}. Does over REST what staff, animators and tablets would. */
@org.jspecify.annotations.NullMarked
package eu.urne.api.replay;
