package eu.urne.engine.pabulib.internal;

import eu.urne.engine.pabulib.PbException;
import eu.urne.engine.pabulib.VoteType;
import eu.urne.engine.tally.Amounts;
import eu.urne.engine.tally.Ballot;
import eu.urne.engine.tally.Indexes;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/** What some voters chose in the same words, before the scale of the file's points is known. */
final class Choice {

    /** Points beyond this, in units of the file's scale, are refused; no sum over a file can then exceed a long. */
    private static final BigDecimal MAX_UNITS = BigDecimal.valueOf(100_000_000_000L);

    private final int line;
    private final Indexes options;
    private final List<BigDecimal> points;
    private long voters = 1;

    /**
     * The choice of a first voter.
     *
     * @param line where it stands
     * @param options the projects, each once
     * @param points in parallel to the projects, or none if the file has no points
     */
    Choice(int line, Indexes options, List<BigDecimal> points) {
        this.line = line;
        this.options = options;
        this.points = points;
    }

    /** One more voter chose the same. */
    void addVoter() {
        voters++;
    }

    long voters() {
        return voters;
    }

    Indexes options() {
        return options;
    }

    /** In parallel to the options, or none if the file has no points. */
    List<BigDecimal> points() {
        return points;
    }

    /** The most decimal places of any of the points, 0 if there are none. */
    int scale() {
        int scale = 0;
        for (BigDecimal number : points) {
            scale = Math.max(scale, number.scale());
        }
        return scale;
    }

    /**
     * The ballot.
     *
     * @param scale the points' unit is {@code 10^-scale}
     * @param defaultScore what projects get that are not named; if not zero, the ballot names them all
     * @param projects how many projects there are
     */
    Ballot ballot(Rows rows, VoteType type, int scale, BigDecimal defaultScore, int projects) throws PbException {
        if (defaultScore.signum() != 0) {
            return scored(rows, scale, defaultScore, projects);
        }
        if (options.size() == 0) {
            return new Ballot.Blank();
        }
        return switch (type) {
            case APPROVAL, CHOOSE_1 -> new Ballot.Approval(options);
            case ORDINAL -> new Ballot.Ranking(options);
            case CUMULATIVE, SCORING -> new Ballot.Points(options, units(rows, scale));
        };
    }

    private Amounts units(Rows rows, int scale) throws PbException {
        long[] units = new long[points.size()];
        for (int i = 0; i < units.length; i++) {
            units[i] = units(rows, points.get(i), scale);
        }
        return Amounts.of(units);
    }

    private Ballot scored(Rows rows, int scale, BigDecimal defaultScore, int projects) throws PbException {
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
            throw rows.failure(line, "points", Decimals.quoted(number.toPlainString()) + " is too large");
        }
        return units.longValueExact();
    }
}
