package eu.urne.engine.pabulib.internal;

import eu.urne.engine.pabulib.PbException;
import eu.urne.engine.pabulib.VoteType;
import eu.urne.engine.tally.Ballot;
import eu.urne.engine.tally.Indexes;
import eu.urne.engine.tally.WeightedBallot;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Turns the cells {@code vote} and {@code points} into ballots. */
final class BallotCells {

    private final Rows rows;
    private final VoteType type;
    private final Map<String, Integer> projects;
    private final int voteColumn;
    private final int pointsColumn;
    private final BigDecimal defaultScore;
    private final List<Ballot> ballots = new ArrayList<>();
    private final List<PointsCell> points = new ArrayList<>();

    /** The row that named a project last, by project; rows count from 1. */
    private final int[] namedIn;

    private int row;
    private int repeating;
    private int longestRanking;

    BallotCells(Rows rows, Header header, MetaSection meta, ProjectsSection projects) throws PbException {
        this.rows = rows;
        this.type = meta.voteType();
        this.projects = projects.indexes();
        this.voteColumn = header.require(rows, "vote");
        this.pointsColumn = type.hasPoints() ? header.require(rows, "points") : -1;
        this.defaultScore = type == VoteType.SCORING ? meta.defaultScore() : BigDecimal.ZERO;
        this.namedIn = new int[this.projects.size()];
    }

    void add(Row cells) throws PbException {
        row++;
        if (cells.cells().size() <= voteColumn) {
            throw rows.failure(cells, "vote", "the row has no such cell");
        }
        List<String> ids = items(cells.cell(voteColumn));
        int[] options = new int[ids.size()];
        int[] kept = new int[ids.size()];
        int count = 0;
        for (int place = 0; place < options.length; place++) {
            Integer option = projects.get(ids.get(place));
            if (option == null) {
                throw rows.failure(cells, "vote", "there is no project " + Decimals.quoted(ids.get(place)));
            }
            if (namedIn[option] != row) {
                namedIn[option] = row;
                kept[count] = place;
                options[count++] = option;
            }
        }
        repeating += count < ids.size() ? 1 : 0;
        Indexes distinct = Indexes.of(Arrays.copyOf(options, count));
        if (type.hasPoints()) {
            points.add(
                    PointsCell.of(rows, cells, pointsColumn, type, ids.size(), distinct, Arrays.copyOf(kept, count)));
        } else {
            ballots.add(ballot(cells, distinct));
        }
    }

    /** All ballots so far, equal ones brought together. */
    List<WeightedBallot> grouped() throws PbException {
        int scale = pointsScale();
        List<Ballot> all = new ArrayList<>(ballots);
        for (PointsCell cell : points) {
            all.add(cell.ballot(rows, scale, defaultScore, namedIn.length));
        }
        return WeightedBallot.group(all);
    }

    /** The most decimal places of any points. */
    int pointsScale() {
        return points.stream().mapToInt(PointsCell::scale).reduce(defaultScore.scale(), Math::max);
    }

    /** The length of the longest ranking, 0 if there is none. */
    int longestRanking() {
        return longestRanking;
    }

    /** How many ballots name a project more than once. */
    int repeating() {
        return repeating;
    }

    private Ballot ballot(Row cells, Indexes options) throws PbException {
        if (options.size() == 0) {
            return new Ballot.Blank();
        }
        if (type == VoteType.CHOOSE_1 && options.size() > 1) {
            throw rows.failure(cells, "vote", "a choose-1 ballot names " + options.size() + " projects");
        }
        if (type == VoteType.ORDINAL) {
            longestRanking = Math.max(longestRanking, options.size());
            return new Ballot.Ranking(options);
        }
        return new Ballot.Approval(options);
    }

    /** The items of a comma-separated cell without the spaces round them; empty ones are left out. */
    static List<String> items(String cell) {
        List<String> items = new ArrayList<>();
        int from = 0;
        while (from <= cell.length()) {
            int comma = cell.indexOf(',', from);
            int to = comma < 0 ? cell.length() : comma;
            String item = cell.substring(from, to).strip();
            if (!item.isEmpty()) {
                items.add(item);
            }
            from = to + 1;
        }
        return items;
    }
}
