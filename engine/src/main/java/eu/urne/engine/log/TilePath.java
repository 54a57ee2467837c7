package eu.urne.engine.log;

/** Names of tiles and entry bundles (c2sp.org/tlog-tiles; docs/formats/log.md, section 8). */
public final class TilePath {

    private TilePath() {}

    /** Name of a hash tile. */
    public static String tile(int level, long number, int width) {
        return "tile/" + level + "/" + number(number) + suffix(width);
    }

    /** Name of an entry bundle. */
    public static String entries(long number, int width) {
        return "tile/entries/" + number(number) + suffix(width);
    }

    private static String suffix(int width) {
        return width == Tile.WIDTH ? "" : ".p/" + width;
    }

    /** A tile number in groups of three digits: 1234067 is {@code x001/x234/067}. */
    public static String number(long number) {
        String last = String.format("%03d", number % 1000);
        StringBuilder path = new StringBuilder(last);
        for (long rest = number / 1000; rest > 0; rest /= 1000) {
            path.insert(0, String.format("x%03d/", rest % 1000));
        }
        return path.toString();
    }

    /**
     * The tile number of a path.
     *
     * @throws IllegalArgumentException if the path is not exactly what {@link #number(long)} writes
     */
    public static long parseNumber(String path) {
        String digits = path.replace("/", "").replace("x", "");
        if (!digits.matches("[0-9]{3,18}") || !number(Long.parseLong(digits)).equals(path)) {
            throw new IllegalArgumentException("\"" + path + "\" is not a tile number");
        }
        return Long.parseLong(digits);
    }
}
