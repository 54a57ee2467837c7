package eu.urne.projections;

import eu.urne.engine.poll.Hash;
import eu.urne.engine.poll.PollId;

/**
 * A poll in a list.
 *
 * @param title as the city words it
 * @param ended whether the booths are locked, though ballots that wait on tablets may still come
 * @param kind what a ballot says: {@code FAVOURITE}, {@code APPROVAL} and so on
 * @param hash of the definition
 * @param options how many
 * @param cards voting cards issued
 */
public record PollSummary(
        PollId poll, String title, PollState state, boolean ended, String kind, Hash hash, int options, long cards) {}
