package eu.urne.api.tablet;

import eu.urne.engine.poll.TabletId;

/**
 * What a tablet is told once, when it becomes known.
 *
 * @param secret by which it is known from now on; kept on the tablet only
 * @param name as the staff calls it
 * @param site id of the site where it stands
 */
public record NewTablet(TabletId tablet, String secret, String name, String site) {}
