package eu.urne.projections;

import eu.urne.engine.roll.EligibilityRule;
import org.jspecify.annotations.Nullable;

/**
 * A poll that is open.
 *
 * @param who the rule of who may vote; null where its definition has none
 */
public record VotingPoll(PollSummary poll, @Nullable EligibilityRule who) {}
