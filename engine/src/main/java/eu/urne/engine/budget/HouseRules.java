package eu.urne.engine.budget;

/**
 * What a budget demands beyond the order of its phases.
 *
 * @param fourEyes whether the study of a proposal is confirmed by somebody other than who wrote it
 * @param guardianConsent whether a guardian's consent must be recorded before a child hands in an idea or votes
 * @param groupsOnly whether ideas come from groups only, never from one person
 */
public record HouseRules(boolean fourEyes, boolean guardianConsent, boolean groupsOnly) {}
