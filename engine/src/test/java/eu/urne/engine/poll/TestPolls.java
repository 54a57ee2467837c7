package eu.urne.engine.poll;

import eu.urne.engine.tally.Ballot;
import java.util.List;

/** A small poll with three options, and ballots for it. */
final class TestPolls {

    static final PollId POLL = new PollId("children-2026");

    private TestPolls() {}

    /** A motion is on the first of the options. */
    static PollDefinition definition(BallotKind kind, boolean revote, Trustees trustees) {
        CountingRule rule = rule(kind);
        return definition(kind, rule, revote, trustees, rule instanceof MotionRule ? 1 : 3);
    }

    private static CountingRule rule(BallotKind kind) {
        return switch (kind) {
            case BallotKind.Grades grades -> new CountingRule.MajorityJudgment();
            case BallotKind.Motion motion -> new MotionRule(MotionRule.Majority.SIMPLE, 0, 0, MotionRule.Casting.NONE);
            case BallotKind.Favourite favourite -> new CountingRule.Greedy();
            case BallotKind.Approval approval -> new CountingRule.Greedy();
            case BallotKind.Knapsack knapsack -> new CountingRule.Greedy();
            case BallotKind.Points points -> new CountingRule.Greedy();
            case BallotKind.Ranking ranking -> new CountingRule.Greedy();
        };
    }

    static PollDefinition definition(
            BallotKind kind, CountingRule rule, boolean revote, Trustees trustees, int options) {
        PollTerms terms = new PollTerms(
                POLL,
                "Budget des enfants",
                kind,
                new Money(500_000, "EUR"),
                rule,
                "declared",
                "children of the centres",
                List.of("card"),
                revote,
                1,
                trustees);
        return new PollDefinition(
                terms,
                List.of(
                                new PollOption("a", "Une cabane", 300_000),
                                new PollOption("b", "Un potager", 250_000),
                                new PollOption("c", "Des vélos", 200_000))
                        .subList(0, options));
    }

    static TokenSeed seed(int voter) {
        return new TokenSeed(bytes(voter, 7));
    }

    static byte[] secret(int number) {
        return bytes(number, 9);
    }

    private static byte[] bytes(int first, int second) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) first;
        bytes[1] = (byte) second;
        return bytes;
    }

    static SealedBallot ballot(PollDefinition definition, int voter, long seq, Ballot choice) {
        byte[] plaintext = new BallotCodec(definition).encode(choice);
        byte[] secret = secret((int) (voter * 31L + seq));
        return Suite1.seal(definition.terms(), definition.hash(), seed(voter), seq, plaintext, secret);
    }
}
