package eu.urne.api.recount;

import eu.urne.audit.ballot.BallotKind;
import eu.urne.engine.tally.Election;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What the engine counts fast, the verifier counts by the book. Each try is a seed for a hundred elections. */
class AgainstTheVerifierTest {

    private static final int ELECTIONS = 100;

    @Property(tries = 1_200)
    void bothCountTheSame(@ForAll long seed) {
        Random random = new Random(seed);
        RandomElection elections = new RandomElection(random);
        RandomRule rules = new RandomRule(random);
        for (int i = 0; i < ELECTIONS; i++) {
            BallotKind kind = rules.kind();
            Election election = elections.next(kind);
            SameOutcome.check(
                    kind, election, rules.next(kind, election.options().size()), rules.tieBreak());
        }
    }
}
