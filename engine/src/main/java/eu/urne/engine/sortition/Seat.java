package eu.urne.engine.sortition;

import org.jspecify.annotations.Nullable;

/**
 * A seat and who was drawn for it.
 *
 * @param cell for which the specification has it; 0 with quotas
 * @param member null where it stays empty
 */
public record Seat(int cell, @Nullable Candidate member) {}
