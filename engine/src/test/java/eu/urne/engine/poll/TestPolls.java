package eu.urne.engine.poll;

import eu.urne.engine.tally.Ballot;
import java.util.List;

/** A small poll with three options, and ballots for it. */
final class TestPolls {

    static final PollId POLL = new PollId("children-2026");

    private TestPolls() {}

    static PollDefinition definition(BallotKind kind, boolean revote, Trustees trustees) {
        PollTerms terms = new PollTerms(
                POLL,
                "Budget des enfants",
                kind,
                new Money(500_000, "EUR"),
                new CountingRule.Greedy(),
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
                        new PollOption("c", "Des vélos", 200_000)));
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
