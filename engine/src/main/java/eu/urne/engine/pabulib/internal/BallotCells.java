package eu.urne.engine.pabulib.internal;

import eu.urne.engine.pabulib.PbException;
import eu.urne.engine.pabulib.VoteType;
import eu.urne.engine.tally.Ballot;
import eu.urne.engine.tally.Indexes;
import eu.urne.engine.tally.WeightedBallot;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns the cells {@code vote} and {@code points} into ballots. */
final class BallotCells {

    private final Rows rows;
    private final Oddities oddities;
    private final VoteType type;
    private final ProjectsSection projects;
    private final BallotLimits limits;
    private final int voteColumn;
    private final int pointsColumn;
    private final BigDecimal defaultScore;

    private final List<Choice> choices = new ArrayList<>();

    /** The choices by the words that say so, so that equal words are read once; without the odd ones. */
    private final Map<String, Choice> known = new HashMap<>();

    /** The ballot that named a project last, by project; ballots count from 1. */
    private final int[] namedIn;

    private int ballot;

    BallotCells(Rows rows, Header header, MetaSection meta, ProjectsSection projects) throws PbException {
        this.rows = rows;
        this.oddities = rows.oddities();
        this.type = meta.voteType();
        this.projects = projects;
        this.limits = BallotLimits.of(meta, projects, oddities);
        this.voteColumn = header.require(rows, "vote");
        this.pointsColumn = type.hasPoints() ? header.require(rows, "points") : -1;
        this.defaultScore = type == VoteType.SCORING ? meta.defaultScore() : BigDecimal.ZERO;
        this.namedIn = new int[projects.projects().size()];
    }

    void add(Row row) throws PbException {
        if (row.cells().size() <= voteColumn) {
            throw rows.failure(row, "vote", "the row has no such cell");
        }
        String words = pointsColumn < 0 ? row.text(voteColumn) : row.text(voteColumn) + ";" + row.text(pointsColumn);
        Choice same = known.get(words);
        if (same != null) {
            same.addVoter();
            return;
        }
        long oddBefore = oddities.count();
        Choice choice = read(row);
        limits.check(choice, row.line(), oddities);
        choices.add(choice);
        if (oddities.count() == oddBefore) {
            known.put(words, choice);
        }
    }

    /** All ballots, equal ones brought together; nothing is added afterwards. */
    List<WeightedBallot> grouped() throws PbException {
        known.clear(); // a million voters need the memory
        int scale = pointsScale();
        Map<Ballot, Long> voters = new LinkedHashMap<>();
        for (Choice choice : choices) {
            Ballot said = choice.ballot(rows, type, scale, defaultScore, namedIn.length);
            voters.merge(said, choice.voters(), Long::sum);
        }
        return voters.entrySet().stream()
                .map(entry -> new WeightedBallot(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** The most decimal places of any points. */
    int pointsScale() {
        return choices.stream().mapToInt(Choice::scale).reduce(defaultScore.scale(), Math::max);
    }

    /** The length of the longest ranking, 0 if there is none. */
    int longestRanking() {
        return type == VoteType.ORDINAL
                ? choices.stream()
                        .mapToInt(choice -> choice.options().size())
                        .max()
                        .orElse(0)
                : 0;
    }

    /** How many ballots name each project. */
    long[] naming() {
        long[] naming = new long[namedIn.length];
        for (Choice choice : choices) {
            choice.options().stream().forEach(option -> naming[option] += choice.voters());
        }
        return naming;
    }

    private Choice read(Row row) throws PbException {
        ballot++;
        List<String> ids = items(row.text(voteColumn), row, "vote");
        List<String> numbers = pointsColumn < 0 ? List.of() : items(row.text(pointsColumn), row, "points");
        if (pointsColumn >= 0 && numbers.size() != ids.size()) {
            throw rows.failure(row, "points", numbers.size() + " points for " + ids.size() + " projects");
        }
        int[] options = new int[ids.size()];
        List<BigDecimal> points = pointsColumn < 0 ? List.of() : new ArrayList<>(numbers.size());
        int count = 0;
        for (int place = 0; place < options.length; place++) {
            int option = option(ids.get(place), row);
            if (option >= 0) {
                options[count++] = option;
                if (pointsColumn >= 0) {
                    points.add(number(numbers.get(place), row));
                }
            }
        }
        if (type == VoteType.CHOOSE_1 && count > 1) {
            throw rows.failure(row, "vote", "a choose-1 ballot names " + count + " projects");
        }
        return new Choice(row.line(), Indexes.of(Arrays.copyOf(options, count)), points);
    }

    /** The index of a project, or -1 if there is none or this ballot has named it before. */
    private int option(String id, Row row) throws PbException {
        Integer option = projects.indexes().get(id);
        if (option == null) {
            String problem = "there is no project " + Decimals.quoted(id);
            oddities.tell(Oddity.UNKNOWN_PROJECT, row.line(), "vote", rows.perhapsCutOff(row.line(), problem));
            return -1;
        }
        if (namedIn[option] == ballot) {
            String problem = "the ballot names " + Decimals.quoted(id) + " more than once";
            oddities.tell(Oddity.REPEATED_PROJECT, row.line(), "vote", problem);
            return -1;
        }
        namedIn[option] = ballot;
        return option;
    }

    private BigDecimal number(String text, Row row) throws PbException {
        BigDecimal number;
        try {
            number = Decimals.parse(text);
        } catch (NumberFormatException e) {
            throw rows.failure(row, "points", Decimals.quoted(text) + " is not a number");
        }
        if (type == VoteType.CUMULATIVE && number.signum() < 0) {
            throw rows.failure(row, "points", Decimals.quoted(text) + " is negative");
        }
        return number;
    }

    /** The items of a comma-separated cell without the spaces round them; empty ones are left out. */
    private List<String> items(String cell, Row row, String field) throws PbException {
        List<String> items = new ArrayList<>();
        if (cell.isBlank()) {
            return items;
        }
        int from = 0;
        while (from <= cell.length()) {
            int comma = cell.indexOf(',', from);
            int to = comma < 0 ? cell.length() : comma;
            String item = oddities.stripped(cell.substring(from, to), row.line(), field);
            if (item.isEmpty()) {
                oddities.tell(Oddity.EMPTY_ITEM, row.line(), field, "there is nothing between two commas");
            } else {
                items.add(item);
            }
            from = to + 1;
        }
        return items;
    }
}
