package eu.urne.engine.pabulib;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A row of PROJECTS.
 *
 * @param cost its cost in the minor units of {@link PbFile#moneyScale()}; some withdrawn projects cost 999999999
 * @param cells everything the row says by the names of the columns in lower case, in the file's order, spaces round the
 *     cells removed; it has {@code project_id}, not empty
 */
public record PbProject(long cost, Map<String, String> cells) {

    /**
     * A place on earth in decimal degrees.
     *
     * @param latitude from -90 to 90
     * @param longitude from -180 to 180
     */
    public record Coordinates(BigDecimal latitude, BigDecimal longitude) {

        private static final BigDecimal POLE = BigDecimal.valueOf(90);
        private static final BigDecimal ANTIMERIDIAN = BigDecimal.valueOf(180);

        /** Refuses what lies outside of the ranges. */
        public Coordinates {
            if (latitude.abs().compareTo(POLE) > 0 || longitude.abs().compareTo(ANTIMERIDIAN) > 0) {
                throw new IllegalArgumentException("no place on earth: " + latitude + ", " + longitude);
            }
        }
    }

    /** Copies the cells in their order. */
    public PbProject {
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }

    /** The project's id. */
    public String id() {
        return cell("project_id");
    }

    /** Its name, "" if the file has none. */
    public String name() {
        return cell("name");
    }

    /** The column {@code selected}: 1 won, 0 lost, 2 and 3 special; "" where the file says nothing. */
    public String selected() {
        return cell("selected");
    }

    /** The categories, in the file's order; none where it names none. */
    public List<String> categories() {
        return list("category");
    }

    /** Whom it is for: the column {@code beneficiaries}, which older files call {@code target}. */
    public List<String> beneficiaries() {
        return list(cells.containsKey("beneficiaries") ? "beneficiaries" : "target");
    }

    /** The part of town: the first that is not empty of {@code neighborhood}, {@code district}, {@code subunit}. */
    public Optional<String> district() {
        return Stream.of("neighborhood", "district", "subunit")
                .map(this::cell)
                .filter(cell -> !cell.isEmpty())
                .findFirst();
    }

    /** Where it is; empty where the file does not say, or says something that is no place on earth. */
    public Optional<Coordinates> coordinates() {
        try {
            return Optional.of(new Coordinates(new BigDecimal(cell("latitude")), new BigDecimal(cell("longitude"))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The cell of a column, "" where there is no such column. */
    private String cell(String column) {
        return cells.getOrDefault(column, "");
    }

    private List<String> list(String column) {
        return Arrays.stream(cell(column).split(",", -1))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .distinct()
                .toList();
    }
}
