package eu.urne.projections;

import eu.urne.engine.poll.Hash;
import eu.urne.engine.poll.PollId;
import tools.jackson.databind.JsonNode;

/**
 * A poll with everything that its voters need.
 *
 * @param ended whether the booths are locked, though ballots that wait on tablets may still come
 * @param hash of the definition
 * @param cards voting cards issued
 * @param definition the whole one, options and trustees included (docs/formats/events.md, section 2)
 */
public record PollView(PollId poll, PollState state, boolean ended, Hash hash, long cards, JsonNode definition) {}
