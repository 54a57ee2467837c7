package eu.urne.api.site;

import eu.urne.engine.budget.Site;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the sites of a budget stand on the drawn map of the city: not to scale, since the log knows no coordinates of
 * sites, but always the same for the same list. A map of tiles would tell strangers who looks.
 */
final class SiteMap {

    /** Width of the drawing. */
    static final int WIDTH = 640;

    /** Height of the drawing. */
    static final int HEIGHT = 360;

    /** Most sites that can be told apart on it. */
    static final int MOST = 40;

    /** The angle by which a sunflower turns from seed to seed: no two stand behind each other. */
    private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

    private static final double REACH_X = 250;
    private static final double REACH_Y = 120;

    private SiteMap() {}

    /**
     * A site on the map.
     *
     * @param number by which the list beneath names it, from 1
     * @param projects shown ones of that site
     */
    public record Pin(int number, Site site, int x, int y, long projects) {}

    /**
     * Pins in the order of the list.
     *
     * @param projects for each site how many are shown, in the same order
     */
    static List<Pin> pins(List<Site> sites, List<Long> projects) {
        List<Pin> pins = new ArrayList<>();
        for (int i = 0; i < sites.size(); i++) {
            double away = sites.size() == 1 ? 0 : Math.sqrt((i + 0.5) / sites.size());
            double angle = i * GOLDEN_ANGLE;
            int x = (int) Math.round(WIDTH / 2.0 + REACH_X * away * Math.cos(angle));
            int y = (int) Math.round(HEIGHT / 2.0 + REACH_Y * away * Math.sin(angle));
            pins.add(new Pin(i + 1, sites.get(i), x, y, projects.get(i)));
        }
        return pins;
    }
}
