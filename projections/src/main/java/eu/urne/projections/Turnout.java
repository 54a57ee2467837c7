package eu.urne.projections;

import eu.urne.engine.poll.PollId;
import org.jspecify.annotations.Nullable;

/**
 * How many took part in a poll; never for what.
 *
 * @param ended whether the booths are locked, though ballots that wait on tablets may still come
 * @param cards voting cards issued
 * @param ballots ballots in the log, superseded ones included
 * @param sheets those of the voting cards that are sheets of paper; null where nobody votes on paper
 * @param paper those of the ballots that were on paper; null where nobody votes so
 * @param admitted persons in the register, as last published; null before the opening
 * @param handedOut cards handed out, as last published; null before the opening
 */
public record Turnout(
        PollId poll,
        PollState state,
        boolean ended,
        long cards,
        long ballots,
        @Nullable Long sheets,
        @Nullable Long paper,
        @Nullable Long admitted,
        @Nullable Long handedOut) {}
