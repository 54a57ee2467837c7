package eu.urne.engine.tally.textbook;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.engine.Shared;
import eu.urne.engine.pabulib.PbException;
import eu.urne.engine.pabulib.PbReader;
import eu.urne.engine.tally.Election;
import eu.urne.engine.tally.EqualShares;
import eu.urne.engine.tally.EqualShares.Completion;
import eu.urne.engine.tally.EqualShares.Share;
import eu.urne.engine.tally.EqualShares.Step;
import eu.urne.engine.tally.EqualShares.StepUnit;
import eu.urne.engine.tally.EqualShares.Then;
import eu.urne.engine.tally.EqualShares.Utility;
import eu.urne.engine.tally.Option;
import eu.urne.engine.tally.Outcome;
import eu.urne.engine.tally.Tally;
import eu.urne.engine.tally.TieBreak;
import eu.urne.engine.tally.internal.SharesCount;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Shares that surely change nothing are passed over; the outcome and its course are those of every single step. */
class SmallStepsTest {

    private static final TieBreak TIES = TieBreak.Fixed.COST_VOTES_ID;
    private static final List<Utility> UTILITIES =
            List.of(Utility.COST, Utility.CARDINALITY, Utility.POINTS, Utility.BORDA);

    @Property(tries = 300)
    void theOutcomeIsThatOfSteppingOneByOne(@ForAll long seed) {
        RandomElection elections = RandomElection.of(seed);
        for (Utility utility : UTILITIES) {
            Election election = dearer(elections.next(RandomElection.Kind.of(utility)), 60);
            Completion completion = seed % 2 == 0 ? Completion.ADD1 : Completion.ADD1_EXHAUSTIVE;
            EqualShares rule = rule(utility, completion, 1);
            for (TieBreak ties : List.of(TIES, TieBreak.Fixed.REPORT)) {
                Outcome outcome = Tally.count(election, rule, ties);

                assertThat(outcome)
                        .as("%s %s", rule.text(), election)
                        .isEqualTo(new SharesCount(election, rule, ties, false).outcome());
            }
        }
    }

    @Test
    void soItIsInBudapest() throws PbException {
        Path file = Shared.folder("pabulib").resolve("Hungary_Budapest_2022_VIII_Jozsefvaros.pb");
        Election election = PbReader.read(file).election();
        EqualShares rule = rule(Utility.COST, Completion.ADD1, 97);

        Outcome outcome = Tally.count(election, rule, TIES);

        assertThat(outcome.shares().orElseThrow().runs()).isGreaterThan(1000);
        assertThat(outcome).isEqualTo(new SharesCount(election, rule, TIES, false).outcome());
    }

    private static EqualShares rule(Utility utility, Completion completion, long step) {
        Share share = Share.exact(new Step(step, StepUnit.PER_VOTER));
        return new EqualShares(utility, share, completion, Then.NOTHING, false);
    }

    private static Election dearer(Election election, long factor) {
        List<Option> options = election.options().stream()
                .map(option -> new Option(option.id(), factor * option.cost()))
                .toList();
        return new Election(options, factor * election.budget(), election.maxLength(), election.ballots());
    }
}
