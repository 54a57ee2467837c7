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
    public static VotesSection read(Rows rows, MetaSection meta, ProjectsSection projects, Notes notes)
            throws PbException {
        Header header = rows.enter(Section.VOTES);
        int voterColumn = header.require(rows, "voter_id");
        BallotCells ballots = new BallotCells(rows, header, meta, projects);
        Map<String, Integer> voters = new HashMap<>();
        for (Optional<Row> next = rows.next(); next.isPresent(); next = rows.next()) {
            Row row = next.get();
            String voter = row.cell(voterColumn);
            Integer before = voters.putIfAbsent(voter, row.line());
            if (before != null) {
                throw rows.failure(
                        row,
                        "voter_id",
                        "the voter " + Decimals.quoted(voter) + " has voted in line " + before + " already");
            }
            ballots.add(row);
        }
        rows.requireEnd();
        compareCounts(rows, meta, header, voters.size(), notes);
        if (ballots.repeating() > 0) {
            notes.add("Ballots that name a project more than once: " + ballots.repeating() + "; it counts once.");
        }
        int longest = ballots.longestRanking();
        int maxLength = longest == 0 ? 0 : meta.count("max_length").orElse(longest);
        return new VotesSection(ballots.grouped(), ballots.pointsScale(), maxLength);
    }

    private static void compareCounts(Rows rows, MetaSection meta, Header header, int count, Notes notes)
            throws PbException {
        OptionalInt announced = meta.count("num_votes");
        boolean fewer = announced.isPresent() && count < announced.getAsInt();
        if (rows.breaksOff(header, fewer)) {
            throw new PbException(rows.file(), rows.lastLine(), "", "the file breaks off in its last line");
        }
        if (announced.isPresent() && announced.getAsInt() != count) {
            notes.add("META announces " + announced.getAsInt() + " votes, the file has " + count + ".");
        }
    }
}
