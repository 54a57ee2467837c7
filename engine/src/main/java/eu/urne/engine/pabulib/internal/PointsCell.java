package eu.urne.engine.pabulib.internal;

import eu.urne.engine.pabulib.PbException;
import eu.urne.engine.pabulib.VoteType;
import eu.urne.engine.tally.Amounts;
import eu.urne.engine.tally.Ballot;
import eu.urne.engine.tally.Indexes;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/**
 * The points of one ballot before the scale of the file is known.
 *
 * @param row where they stand
 * @param options the projects, each once
 * @param points in parallel to the projects
 */
record PointsCell(Row row, Indexes options, List<BigDecimal> points) {

    /** Points beyond this, in units of the file's scale, are refused; no sum over a file can then exceed a long. */
    private static final BigDecimal MAX_UNITS = BigDecimal.valueOf(100_000_000_000L);

    /**
     * Reads the points of the projects at the kept places of the cell {@code vote}.
     *
     * @param named how many projects that cell names
     * @param options the distinct ones among them
     * @param kept the places of these
     */
    static PointsCell of(Rows rows, Row row, int column, VoteType type, int named, Indexes options, int[] kept)
            throws PbException {
        List<String> items = BallotCells.items(row.cell(column));
        if (items.size() != named) {
            throw rows.failure(row, "points", items.size() + " points for " + named + " projects");
        }
        BigDecimal[] points = new BigDecimal[kept.length];
        for (int i = 0; i < kept.length; i++) {
            String item = items.get(kept[i]);
            try {
                points[i] = Decimals.parse(item);
            } catch (NumberFormatException e) {
                throw rows.failure(row, "points", Decimals.quoted(item) + " is not a number");
            }
            if (type == VoteType.CUMULATIVE && points[i].signum() < 0) {
                throw rows.failure(row, "points", Decimals.quoted(item) + " is negative");
            }
        }
        return new PointsCell(row, options, Arrays.asList(points));
    }

    /** The most decimal places of any of the points, 0 if there are none. */
    int scale() {
        return points.stream().mapToInt(BigDecimal::scale).max().orElse(0);
    }

    /**
     * The ballot in units of a scale.
     *
     * @param defaultScore what projects get that are not named; if not zero, the ballot names them all
     * @param projects how many projects there are
     */
    Ballot ballot(Rows rows, int scale, BigDecimal defaultScore, int projects) throws PbException {
        if (defaultScore.signum() == 0) {
            long[] units = new long[points.size()];
            for (int i = 0; i < units.length; i++) {
                units[i] = units(rows, points.get(i), scale);
            }
            return units.length == 0 ? new Ballot.Blank() : new Ballot.Points(options, Amounts.of(units));
        }
        long[] units = new long[projects];
        Arrays.fill(units, units(rows, defaultScore, scale));
        for (int i = 0; i < options.size(); i++) {
            units[options.at(i)] = units(rows, points.get(i), scale);
        }
        int[] all = new int[projects];
        Arrays.setAll(all, i -> i);
        return new Ballot.Points(Indexes.of(all), Amounts.of(units));
    }

    private long units(Rows rows, BigDecimal number, int scale) throws PbException {
        BigDecimal units = number.movePointRight(scale);
        if (units.abs().compareTo(MAX_UNITS) > 0) {
            throw rows.failure(row, "points", Decimals.quoted(number.toPlainString()) + " is too large");
        }
        return units.longValueExact();
    }
}
