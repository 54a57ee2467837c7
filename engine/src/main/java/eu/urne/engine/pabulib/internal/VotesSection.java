package eu.urne.engine.pabulib.internal;

import eu.urne.engine.pabulib.PbException;
import eu.urne.engine.tally.WeightedBallot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The section VOTES: one ballot a row.
 *
 * @param ballots the distinct ballots with the number of their voters
 * @param pointsScale how many decimal places points have
 * @param maxLength what a first place is worth: META's {@code max_length}, else the length of the longest ranking; 0
 *     where there are no rankings
 */
public record VotesSection(List<WeightedBallot> ballots, int pointsScale, int maxLength) {

    /** Reads the section, the last of the file. */
    public static VotesSection read(Rows rows, MetaSection meta, ProjectsSection projects) throws PbException {
        Header header = rows.enter(Section.VOTES);
        int voterColumn = header.require(rows, "voter_id");
        BallotCells ballots = new BallotCells(rows, header, meta, projects);
        int count = addAll(rows, header, voterColumn, ballots);
        rows.requireEnd();
        OptionalInt announced = meta.count("num_votes");
        if (rows.breaksOff(header, announced.isPresent() && count < announced.getAsInt())) {
            throw new PbException(rows.file(), rows.lastLine(), "", "the file breaks off in its last line");
        }
        meta.compare("num_votes", "votes", count);
        projects.compareVotes(ballots.naming());
        int longest = ballots.longestRanking();
        int maxLength = longest == 0 ? 0 : meta.count("max_length").orElse(longest);
        return new VotesSection(ballots.grouped(), ballots.pointsScale(), maxLength);
    }

    /** Adds all ballots and gives their number. */
    private static int addAll(Rows rows, Header header, int voterColumn, BallotCells ballots) throws PbException {
        Map<String, Integer> voters = new HashMap<>();
        int count = 0;
        for (Optional<Row> next = rows.next(); next.isPresent(); next = rows.next()) {
            Row row = next.get();
            requireNew(rows, row, voterColumn, voters);
            if (row.filled() > header.size()) {
                rows.oddities().tell(Oddity.TOO_MANY_CELLS, row.line(), "", "the row has more cells than columns");
            }
            ballots.add(row);
            count++;
        }
        return count;
    }

    private static void requireNew(Rows rows, Row row, int voterColumn, Map<String, Integer> voters)
            throws PbException {
        String voter = rows.oddities().stripped(row.text(voterColumn), row.line(), "voter_id");
        if (voter.isEmpty()) {
            rows.oddities().tell(Oddity.NO_VOTER, row.line(), "voter_id", "the voter has no id");
            return;
        }
        Integer before = voters.putIfAbsent(voter, row.line());
        if (before != null) {
            throw rows.failure(
                    row,
                    "voter_id",
                    "the voter " + Decimals.quoted(voter) + " has voted in line " + before + " already");
        }
    }
}
