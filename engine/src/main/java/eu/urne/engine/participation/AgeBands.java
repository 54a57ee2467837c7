package eu.urne.engine.participation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Age bands for figures: ascending, none overlapping.
 *
 * @param bands at least one
 */
public record AgeBands(List<Band> bands) {

    private static final Pattern BAND = Pattern.compile("(\\d{1,3})(?:-(\\d{1,3})|\\+)");

    /** The bands where a city has not chosen others. */
    public static final AgeBands USUAL = parse("0-7,8-10,11-12,13-15,16-17,18-24,25-39,40-59,60-74,75+");

    /**
     * Ages from one to another in completed years, both included.
     *
     * @param to 150 for no end
     */
    public record Band(int from, int to) {

        private static final int NO_END = 150;

        /** Refuses what is empty. */
        public Band {
            if (from < 0 || from > to || to > NO_END) {
                throw new IllegalArgumentException("age bands: " + from + "-" + to + " is no band");
            }
        }

        /** As it is published: {@code 8-10} or {@code 75+}. */
        public String text() {
            return to == NO_END ? from + "+" : from + "-" + to;
        }
    }

    /** Refuses bands that overlap or descend. */
    public AgeBands {
        bands = List.copyOf(bands);
        if (bands.isEmpty()) {
            throw new IllegalArgumentException("age bands: there must be at least one");
        }
        for (int i = 1; i < bands.size(); i++) {
            if (bands.get(i).from() <= bands.get(i - 1).to()) {
                throw new IllegalArgumentException("age bands: "
                        + bands.get(i).text() + " must lie above "
                        + bands.get(i - 1).text());
            }
        }
    }

    /**
     * Reads bands such as {@code 0-7,8-10,75+}.
     *
     * @throws IllegalArgumentException in one sentence
     */
    public static AgeBands parse(String text) {
        List<Band> bands = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            Matcher band = BAND.matcher(part.strip());
            if (!band.matches()) {
                throw new IllegalArgumentException("age bands: \"" + part + "\" is no band such as 8-10 or 75+");
            }
            String to = band.group(2);
            bands.add(new Band(Integer.parseInt(band.group(1)), to == null ? Band.NO_END : Integer.parseInt(to)));
        }
        return new AgeBands(bands);
    }

    /** The band of an age; empty where there is none. */
    Optional<Band> of(int age) {
        return bands.stream()
                .filter(band -> band.from() <= age && age <= band.to())
                .findFirst();
    }
}
