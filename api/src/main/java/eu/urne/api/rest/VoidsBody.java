package eu.urne.api.rest;

import eu.urne.engine.poll.Token;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cards with which nobody votes any more.
 *
 * @param tokens of the cards
 * @param channel {@code card} or {@code paper}; null for cards
 */
record VoidsBody(List<Token> tokens, @Nullable String channel) {}
