package eu.urne.engine.budget;

import org.jspecify.annotations.Nullable;

/**
 * A place where people belong to a budget: a social centre, a school, a district.
 *
 * @param id 1 to 40 characters of a-z, 0-9 and -
 * @param name as the city writes it
 * @param district id of the district in which it stands; null where that is not told
 */
public record Site(String id, String name, @Nullable String district) {

    /** Checks all. */
    public Site {
        Texts.checkId("sites", id);
        Texts.checkTitle("sites: the name of " + id, name);
        if (district != null) {
            Texts.checkId("sites: the district of " + id, district);
        }
    }
}
