package eu.urne.audit.tree;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a hash tile or of an entry bundle (docs/formats/log.md, section 8; c2sp.org/tlog-tiles).
 *
 * @param level the level from 0, or {@link #ENTRIES} for an entry bundle
 * @param number the number of the tile in its level, from 0
 * @param width how many hashes or entries it holds, 1 to 256; 256 is a full one
 */
public record TilePath(int level, long number, int width) {
    /** The level that stands for entry bundles. */
    public static final int ENTRIES = -1;

    /** How many hashes or entries a full tile holds. */
    public static final int FULL = 256;

    private static final int MAX_LEVEL = 7;
    private static final int GROUP = 1000;
    private static final int MAX_DIGITS = 18;
    private static final int MAX_NAME_LENGTH = 60;
    private static final Pattern NAME =
            Pattern.compile("tile/(entries|[0-7])/((?:x[0-9]{3}/)*[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    /** Refuses what has no name. */
    public TilePath {
        if (level < ENTRIES || level > MAX_LEVEL || number < 0 || width < 1 || width > FULL) {
            throw new IllegalArgumentException("no tile: level " + level + ", number " + number + ", width " + width);
        }
    }

    /**
     * Reads a name.
     *
     * @param name a file's name below the root of the evidence
     * @return the tile, or empty if the name is not exactly that of a tile
     */
    public static Optional<TilePath> parse(String name) {
        Matcher matcher = NAME.matcher(name);
        if (name.length() > MAX_NAME_LENGTH || !matcher.matches()) {
            return Optional.empty();
        }
        String digits = matcher.group(2).replace("x", "").replace("/", "");
        int level = matcher.group(1).equals("entries") ? ENTRIES : Integer.parseInt(matcher.group(1));
        int width = matcher.group(3) == null ? FULL : Integer.parseInt(matcher.group(3));
        if (digits.length() > MAX_DIGITS || width > FULL) {
            return Optional.empty();
        }
        return Optional.of(new TilePath(level, Long.parseLong(digits), width))
                .filter(tile -> tile.name().equals(name));
    }

    /** Writes the name. */
    public String name() {
        String folder = level == ENTRIES ? "tile/entries/" : "tile/" + level + "/";
        return folder + groups(number) + (width == FULL ? "" : ".p/" + width);
    }

    /**
     * Writes a number in groups of three digits, all but the last with a leading {@code x}.
     *
     * @param number from 0
     */
    public static String groups(long number) {
        StringBuilder groups = new StringBuilder(threeDigits(number % GROUP));
        for (long rest = number / GROUP; rest > 0; rest /= GROUP) {
            groups.insert(0, "x" + threeDigits(rest % GROUP) + "/");
        }
        return groups.toString();
    }

    private static String threeDigits(long group) {
        return Long.toString(GROUP + group).substring(1);
    }
}
