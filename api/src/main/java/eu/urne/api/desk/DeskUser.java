package eu.urne.api.desk;

import java.util.Set;

/**
 * Who is signed in at the desk. A handler of the desk takes one as an argument.
 *
 * @param name by which the person signs in; never in the log
 * @param pseudonym what the log says of who commanded, 16 hex digits
 * @param roles at least one
 * @param sites ids of the sites to which an animator is limited; empty for all
 */
public record DeskUser(String name, String pseudonym, Set<Role> roles, Set<String> sites) {

    /** A copy that nobody can change. */
    public DeskUser {
        roles = Set.copyOf(roles);
        sites = Set.copyOf(sites);
    }

    /** Whether the person has one of these roles. */
    public boolean is(Role... any) {
        for (Role role : any) {
            if (roles.contains(role)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the person may act for a site. */
    public boolean at(String site) {
        return sites.isEmpty() || sites.contains(site);
    }
}
