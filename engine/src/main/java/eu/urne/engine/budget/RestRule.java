package eu.urne.engine.budget;

/** How the common rest of a budget is spent once all its polls are counted. */
public enum RestRule {
    /** It is not spent. */
    NONE,
    /** For the losers of all polls, by their share of the votes (docs/formats/events.md, section 6.1). */
    BEST_SHARE
}
