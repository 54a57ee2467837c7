package eu.urne.api.recount;

import eu.urne.audit.ballot.BallotKind;
import eu.urne.audit.ballot.Choice;
import eu.urne.audit.tally.BallotBox;
import eu.urne.engine.tally.Ballot;
import eu.urne.engine.tally.Election;
import eu.urne.engine.tally.Indexes;
import eu.urne.engine.tally.WeightedBallot;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** An election of the engine as the verifier sees it. */
final class AuditedElection {

    private AuditedElection() {}

    /**
     * The election.
     *
     * @param kind of its ballots
     * @param election without points of 0, as ballots of polls are
     */
    static eu.urne.audit.tally.Election of(BallotKind kind, Election election) {
        List<eu.urne.audit.tally.Option> options = election.options().stream()
                .map(option -> new eu.urne.audit.tally.Option(option.id(), option.cost(), ""))
                .toList();
        BallotBox ballots = new BallotBox();
        for (WeightedBallot weighted : election.ballots()) {
            ballots.add(choice(weighted.ballot(), options.size()), weighted.weight());
        }
        return new eu.urne.audit.tally.Election(options, kind, election.budget(), ballots);
    }

    private static Choice choice(Ballot ballot, int options) {
        return switch (ballot) {
            case Ballot.Blank blank -> new Choice.Blank();
            case Ballot.Approval approval -> new Choice.Named(list(approval.options()));
            case Ballot.Ranking ranking -> new Choice.Ranked(list(ranking.options()));
            case Ballot.Grades grades -> new Choice.Graded(list(grades.grades()));
            case Ballot.Points points -> pointed(points, options);
            case Ballot.Motion(Ballot.Stance stance) ->
                new Choice.Voted(
                        switch (stance) {
                            case FOR -> 1;
                            case AGAINST -> 2;
                            case ABSTAIN -> 3;
                        });
        };
    }

    private static List<Integer> list(Indexes indexes) {
        return indexes.stream().boxed().toList();
    }

    private static Choice pointed(Ballot.Points ballot, int options) {
        int[] points = new int[options];
        IntStream.range(0, ballot.options().size())
                .forEach(place -> points[ballot.options().at(place)] =
                        Math.toIntExact(ballot.points().at(place)));
        return new Choice.Pointed(Arrays.stream(points).boxed().toList());
    }
}
