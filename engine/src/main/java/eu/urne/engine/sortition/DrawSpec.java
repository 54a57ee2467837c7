package eu.urne.engine.sortition;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import eu.urne.engine.EngineJson;
import eu.urne.engine.log.CanonicalJson;
import eu.urne.engine.log.TreeHash;
import eu.urne.engine.poll.Hash;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** What is frozen before the randomness exists, besides the pool (docs/formats/draw.md, section 3). */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = DrawSpec.Strata.class, name = "STRATA"),
    @JsonSubTypes.Type(value = DrawSpec.Quotas.class, name = "QUOTAS")
})
public sealed interface DrawSpec {

    /** Version of the format. */
    int FORMAT = 1;

    /** Most seats of a draw. */
    int MOST_SEATS = 1_000;

    /** Most cells of a draw. */
    int MOST_CELLS = 1_000;

    /** The version of the format, which the JSON tells. */
    @JsonProperty(value = "format", access = JsonProperty.Access.READ_ONLY)
    default int format() {
        return FORMAT;
    }

    /** The sources of randomness, in the order in which their values are joined. */
    List<PublicRandomness> randomness();

    /** How many are drawn. */
    int seats();

    /**
     * Checks that it can be applied to a pool.
     *
     * @throws IllegalArgumentException in one sentence, if it cannot
     */
    void check(Pool pool);

    /** The hash that goes into the seed. */
    default Hash hash() {
        byte[] prefix = "urne-draw-spec-v1\n".getBytes(StandardCharsets.US_ASCII);
        return Hash.of(TreeHash.sha256(prefix, CanonicalJson.bytes(EngineJson.tree(this))));
    }

    /**
     * So many seats for each cell; without attributes one cell with everybody.
     *
     * @param by names of the attributes that make the cells
     * @param cells each candidate of the pool has one
     * @param shortage what happens to seats that a cell cannot fill
     */
    record Strata(
            List<String> by,
            List<Cell> cells,
            List<PublicRandomness> randomness,
            @JsonProperty("short") Shortage shortage)
            implements DrawSpec {

        private static final int MOST_ATTRIBUTES = 6;

        /** Checks all that can be checked without a pool. */
        public Strata {
            by = Codes.distinct("by", by, 0, MOST_ATTRIBUTES);
            by.forEach(name -> Codes.name("by", name));
            cells = List.copyOf(cells);
            Codes.distinct("cells", cells.stream().map(Cell::values).toList(), 1, MOST_CELLS);
            for (Cell cell : cells) {
                if (cell.values().size() != by.size()) {
                    throw new IllegalArgumentException(
                            "cells: a cell has one value for each of " + by + ", unlike " + cell.values());
                }
            }
            Codes.within("seats", cells.stream().mapToLong(Cell::seats).sum(), 1, MOST_SEATS);
            if (shortage instanceof Shortage.Cells listed) {
                for (int cell : listed.cells()) {
                    Codes.within("short", cell, 0, cells.size() - 1L);
                }
            }
            randomness = PublicRandomness.checked(randomness);
        }

        /**
         * One cell with everybody.
         *
         * @param seats from 1 to {@link #MOST_SEATS}
         */
        public static Strata none(int seats, List<PublicRandomness> randomness) {
            return new Strata(List.of(), List.of(new Cell(seats, List.of())), randomness, new Shortage.Empty());
        }

        @Override
        public int seats() {
            return cells.stream().mapToInt(Cell::seats).sum();
        }

        @Override
        public void check(Pool pool) {
            cellsOf(pool);
        }

        /** The index of the cell of each candidate, in the order of the pool. */
        List<Integer> cellsOf(Pool pool) {
            Map<List<String>, Integer> indexes = new HashMap<>();
            for (int i = 0; i < cells.size(); i++) {
                indexes.put(cells.get(i).values(), i);
            }
            return pool.candidates().stream()
                    .map(candidate -> cellOf(candidate, indexes))
                    .toList();
        }

        private int cellOf(Candidate candidate, Map<List<String>, Integer> indexes) {
            List<String> values = by.stream().map(candidate::value).toList();
            Integer cell = indexes.get(values);
            if (cell == null) {
                throw new IllegalArgumentException(
                        "cells: there is none for the candidates with " + by + " = " + values);
            }
            return cell;
        }

        /** The cells that have fewer candidates than seats. */
        public List<ShortCell> shortCells(Pool pool) {
            Map<Integer, Integer> counts = new HashMap<>();
            cellsOf(pool).forEach(cell -> counts.merge(cell, 1, Integer::sum));
            return IntStream.range(0, cells.size())
                    .filter(i -> counts.getOrDefault(i, 0) < cells.get(i).seats())
                    .mapToObj(i -> new ShortCell(i, cells.get(i), counts.getOrDefault(i, 0)))
                    .toList();
        }
    }

    /**
     * A part of the candidates and its seats.
     *
     * @param seats from 0 to {@link #MOST_SEATS}
     * @param values one for each attribute that makes the cells
     */
    record Cell(int seats, List<String> values) {

        /** Checks seats and values. */
        public Cell {
            Codes.within("seats", seats, 0, MOST_SEATS);
            values = List.copyOf(values);
            values.forEach(value -> Codes.value("cells", value));
        }
    }

    /**
     * A cell with fewer candidates than seats.
     *
     * @param index of the cell
     * @param candidates how many it has
     */
    record ShortCell(int index, Cell cell, int candidates) {}

    /**
     * A number of members with each value of overlapping attributes, by a list of panels that meet them all.
     *
     * @param panels the list, frozen with this
     * @param quotas 1 to 200
     */
    record Quotas(PanelList.Frozen panels, List<Quota> quotas, List<PublicRandomness> randomness, int seats)
            implements DrawSpec {

        /** Most quotas of a draw. */
        public static final int MOST = 200;

        private record Pair(String attribute, String value) {}

        /** Checks all that can be checked without a pool. */
        public Quotas {
            quotas = checked(quotas);
            Codes.within("seats", seats, 1, MOST_SEATS);
            randomness = PublicRandomness.checked(randomness);
        }

        /** Checks that no value has two quotas. */
        public static List<Quota> checked(List<Quota> quotas) {
            Codes.within("quotas", quotas.size(), 1, MOST);
            Set<Pair> pairs = new HashSet<>();
            for (Quota quota : quotas) {
                if (!pairs.add(new Pair(quota.attribute(), quota.value()))) {
                    throw new IllegalArgumentException(
                            "quotas: " + quota.attribute() + " = " + quota.value() + " stands twice");
                }
            }
            return List.copyOf(quotas);
        }

        @Override
        public void check(Pool pool) {
            Codes.within("seats", seats, 1, pool.size());
            quotas.forEach(quota -> quota.counts(pool.candidates().getFirst()));
        }
    }
}
