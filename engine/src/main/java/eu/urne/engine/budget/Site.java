package eu.urne.engine.budget;

/**
 * A place where people belong to a budget: a social centre, a school, a district.
 *
 * @param id 1 to 40 characters of a-z, 0-9 and -
 * @param name as the city writes it
 */
public record Site(String id, String name) {

    /** Checks both. */
    public Site {
        Texts.checkId("sites", id);
        Texts.checkTitle("sites: the name of " + id, name);
    }
}
