package eu.urne.projections;

import eu.urne.engine.poll.Hash;
import eu.urne.engine.poll.PollId;
import tools.jackson.databind.JsonNode;

/**
 * A poll with everything that its voters need.
 *
 * @param hash of the definition
 * @param cards voting cards issued
 * @param definition the whole one, options and trustees included (docs/formats/events.md, section 2)
 */
public record PollView(PollId poll, PollState state, Hash hash, long cards, JsonNode definition) {}
