package eu.urne.engine.council;

/** How the items of a meeting's agenda are put in order. */
public enum AgendaOrder {
    /** Those of the city, then those of members and residents. */
    CITY_FIRST,
    /** Those of members and residents, then those of the city. */
    RESIDENTS_FIRST,
    /** By turns one of members and residents, and one of the city. */
    ALTERNATE,
    /** In the order in which they were handed in. */
    BY_DAY
}
