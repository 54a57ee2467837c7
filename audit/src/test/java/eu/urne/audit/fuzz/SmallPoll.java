package eu.urne.audit.fuzz;

import eu.urne.audit.ballot.BallotKind;
import eu.urne.audit.ballot.Choice;
import eu.urne.engine.poll.CountingRule;
import eu.urne.engine.poll.Money;
import eu.urne.engine.poll.MotionRule;
import eu.urne.engine.poll.PollDefinition;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.poll.PollOption;
import eu.urne.engine.poll.PollTerms;
import eu.urne.engine.poll.Trustees;
import eu.urne.engine.tally.Ballot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One poll as both implementations see it.
 *
 * @param kind its ballots, for the verifier
 * @param terms its ballots, for the engine
 * @param costs of its options, in cents
 * @param budget in cents
 */
public record SmallPoll(BallotKind kind, eu.urne.engine.poll.BallotKind terms, List<Long> costs, long budget) {

    /** All kinds with one option, with some, and with more than fit a byte; a motion has one. */
    public static final List<SmallPoll> ALL = IntStream.of(1, 3, 9)
            .boxed()
            .flatMap(options -> kinds(options).stream())
            .filter(poll -> poll.costs.size() == 1 || !(poll.kind instanceof BallotKind.Motion))
            .toList();

    private static List<SmallPoll> kinds(int options) {
        int max = Math.min(2, options);
        return List.of(
                of(options, new BallotKind.Favourite(), new eu.urne.engine.poll.BallotKind.Favourite()),
                of(options, new BallotKind.Approval(max), new eu.urne.engine.poll.BallotKind.Approval(max)),
                of(options, new BallotKind.Knapsack(), new eu.urne.engine.poll.BallotKind.Knapsack()),
                of(options, new BallotKind.Points(5, 12), new eu.urne.engine.poll.BallotKind.Points(5, 12)),
                of(options, new BallotKind.Ranking(max), new eu.urne.engine.poll.BallotKind.Ranking(max)),
                of(options, new BallotKind.Grades(4), new eu.urne.engine.poll.BallotKind.Grades(4)),
                of(options, new BallotKind.Motion(), new eu.urne.engine.poll.BallotKind.Motion()));
    }

    private static SmallPoll of(int options, BallotKind kind, eu.urne.engine.poll.BallotKind terms) {
        List<Long> costs =
                IntStream.range(0, options).mapToObj(i -> 10_000L * (i + 1)).toList();
        return new SmallPoll(kind, terms, costs, 50_000);
    }

    /** The definition of the engine. */
    public PollDefinition definition() {
        List<PollOption> options = IntStream.range(0, costs.size())
                .mapToObj(i -> new PollOption("o" + i, "Option " + i, costs.get(i)))
                .toList();
        byte[] point = new byte[65];
        point[0] = 4;
        return new PollDefinition(
                new PollTerms(
                        new PollId("small"),
                        "Which?",
                        terms,
                        new Money(budget, "EUR"),
                        rule(),
                        "declared",
                        "everybody",
                        List.of("card"),
                        false,
                        1,
                        Trustees.engine(point)),
                options);
    }

    private CountingRule rule() {
        return switch (kind) {
            case BallotKind.Grades grades -> new CountingRule.MajorityJudgment();
            case BallotKind.Motion motion -> new MotionRule(MotionRule.Majority.SIMPLE, 1, 0, MotionRule.Casting.NONE);
            default -> new CountingRule.Greedy();
        };
    }

    /** The engine's choice in the words of the verifier; points as pairs of option and number. */
    public static Choice choice(Ballot ballot) {
        return switch (ballot) {
            case Ballot.Blank blank -> new Choice.Blank();
            case Ballot.Approval approval ->
                new Choice.Named(approval.options().stream().boxed().toList());
            case Ballot.Ranking ranking ->
                new Choice.Ranked(ranking.options().stream().boxed().toList());
            case Ballot.Grades grades ->
                new Choice.Graded(grades.grades().stream().boxed().toList());
            case Ballot.Motion motion ->
                new Choice.Voted(
                        switch (motion.stance()) {
                            case FOR -> 1;
                            case AGAINST -> 2;
                            case ABSTAIN -> 3;
                        });
            case Ballot.Points points -> {
                List<Integer> pairs = new ArrayList<>();
                for (int i = 0; i < points.options().size(); i++) {
                    pairs.add(points.options().at(i));
                    pairs.add((int) points.points().at(i));
                }
                yield new Choice.Pointed(pairs);
            }
        };
    }

    /** The verifier's choice, points as pairs of option and number. */
    public Choice comparable(Choice choice) {
        if (!(choice instanceof Choice.Pointed(List<Integer> points))) {
            return choice;
        }
        List<Integer> pairs = new ArrayList<>();
        for (int option = 0; option < points.size(); option++) {
            if (points.get(option) > 0) {
                Collections.addAll(pairs, option, points.get(option));
            }
        }
        return new Choice.Pointed(pairs);
    }
}
