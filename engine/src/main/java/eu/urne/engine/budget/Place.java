package eu.urne.engine.budget;

import org.jspecify.annotations.Nullable;

/**
 * Where an idea would be built.
 *
 * @param site one of the budget's
 * @param point a point on the map; null where none was set
 */
public record Place(String site, @Nullable Point point) {

    /** Checks the site's form. */
    public Place {
        Texts.checkId("place: the site", site);
    }

    /**
     * A point on the map (WGS 84).
     *
     * @param latitude in millionths of a degree, from -90,000,000 to 90,000,000
     * @param longitude in millionths of a degree, from -180,000,000 to 180,000,000
     */
    public record Point(int latitude, int longitude) {
        /** Checks the ranges. */
        public Point {
            if (Math.abs((long) latitude) > 90_000_000L || Math.abs((long) longitude) > 180_000_000L) {
                throw new IllegalArgumentException("place: the point is not on the globe");
            }
        }
    }
}
