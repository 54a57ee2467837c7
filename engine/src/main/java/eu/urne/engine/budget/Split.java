package eu.urne.engine.budget;

/** By what a budget is split into parts, each with a poll of its own. */
public enum Split {
    /** It is not: there is one part, and every proposal belongs to it. */
    NONE,
    /** By site: the id of a part is that of a site, to which the place of a proposal belongs. */
    SITE,
    /** By district: the id of a part is that of the district of some sites. */
    DISTRICT,
    /** By theme: the id of a part is the category of a proposal. */
    THEME
}
