package eu.urne.engine.budget;

/** For whom a budget is. */
public enum Audience {
    /** Children and young people of sites, with the rules that protect them. */
    CHILDREN,
    /** Inhabitants. */
    ADULTS
}
