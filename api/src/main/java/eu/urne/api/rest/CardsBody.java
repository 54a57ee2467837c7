package eu.urne.api.rest;

import eu.urne.engine.poll.Token;
import java.util.List;

/**
 * A batch of voting cards.
 *
 * @param label such as a group of sites, 1 to 64 characters
 * @param tokens public keys of the cards
 */
record CardsBody(String label, List<Token> tokens) {}
