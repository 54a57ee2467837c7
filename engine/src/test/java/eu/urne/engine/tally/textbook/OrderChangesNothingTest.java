package eu.urne.engine.tally.textbook;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.engine.tally.Earmarked;
import eu.urne.engine.tally.Election;
import eu.urne.engine.tally.EqualShares;
import eu.urne.engine.tally.EqualShares.Completion;
import eu.urne.engine.tally.EqualShares.Share;
import eu.urne.engine.tally.EqualShares.Step;
import eu.urne.engine.tally.EqualShares.Then;
import eu.urne.engine.tally.EqualShares.Utility;
import eu.urne.engine.tally.Indexes;
import eu.urne.engine.tally.MajorityJudgment;
import eu.urne.engine.tally.MostVotes;
import eu.urne.engine.tally.Option;
import eu.urne.engine.tally.Outcome;
import eu.urne.engine.tally.Phragmen;
import eu.urne.engine.tally.Rule;
import eu.urne.engine.tally.Tally;
import eu.urne.engine.tally.TieBreak;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Another order of ballots and options, and equal ballots told one by one, give the same outcome by every rule. */
class OrderChangesNothingTest {

    private static final List<TieBreak> METHODS =
            List.of(TieBreak.Fixed.ID, TieBreak.Fixed.COST_VOTES_ID, new TieBreak.Lot("seed"));

    @Property(tries = 200)
    void theOutcomeIsTheSame(@ForAll long seed) {
        RandomElection elections = RandomElection.of(seed);
        for (Map.Entry<RandomElection.Kind, List<Rule>> rules : rules().entrySet()) {
            for (Rule rule : rules.getValue()) {
                Election election = elections.next(rules.getKey());
                Election turned = Shuffled.of(election, elections.random());
                for (TieBreak method : METHODS) {
                    if (needsMore(rule, election)) {
                        continue;
                    }
                    Outcome outcome = Tally.count(election, rule, method);
                    Outcome other = Tally.count(turned, moved(rule, election, turned), method);

                    assertThat(other.selected())
                            .as("%s %s %s", rule.text(), method.text(), election)
                            .isEqualTo(outcome.selected());
                    assertThat(other.verdicts()).containsExactlyInAnyOrderElementsOf(outcome.verdicts());
                    assertThat(other.ties()).isEqualTo(outcome.ties());
                    assertThat(other.shares()).isEqualTo(outcome.shares());
                    assertThat(other.left()).isEqualTo(outcome.left());
                }
            }
        }
    }

    private static Map<RandomElection.Kind, List<Rule>> rules() {
        List<Rule> approval = new ArrayList<>(List.of(
                Rule.Greedy.threshold(2),
                new Rule.Greedy(Rule.Form.EXCLUSIVE, 1, List.of(new Rule.Conflict(0, 1))),
                Phragmen.stopping(),
                Phragmen.skipping(),
                MostVotes.approval(2),
                earmarked(Rule.Greedy.exclusive(List.of(new Rule.Conflict(0, 1)))),
                earmarked(Phragmen.stopping()),
                earmarked(EqualShares.add1(Utility.COST, 1)),
                EqualShares.add1(Utility.COST, 1).compared(),
                EqualShares.plain(Utility.SQRT_COST).then(Then.PHRAGMEN)));
        Arrays.stream(Rule.Form.values())
                .filter(form -> !form.name().startsWith("BORDA") && form != Rule.Form.POINTS)
                .map(Rule.Greedy::of)
                .forEach(approval::add);
        for (Utility utility : List.of(Utility.COST, Utility.CARDINALITY)) {
            approval.add(next(utility));
        }
        return Map.of(
                RandomElection.Kind.APPROVAL,
                approval,
                RandomElection.Kind.POINTS,
                List.of(
                        Rule.Greedy.of(Rule.Form.POINTS),
                        EqualShares.plain(Utility.POINTS),
                        earmarked(next(Utility.POINTS))),
                RandomElection.Kind.RANKING,
                List.of(
                        Rule.Greedy.of(Rule.Form.BORDA),
                        Rule.Greedy.of(Rule.Form.BORDA_PER_COST),
                        Rule.Greedy.plain(),
                        next(Utility.BORDA)),
                RandomElection.Kind.GRADES,
                List.of(new MajorityJudgment(RandomElection.GRADES)));
    }

    private static EqualShares next(Utility utility) {
        return new EqualShares(utility, Share.exact(Step.NONE), Completion.NEXT, Then.GREEDY, false);
    }

    /** Half of the money for the first option. */
    private static Earmarked earmarked(Rule.OfMoney rule) {
        return new Earmarked(
                rule,
                List.of(),
                List.of(new Earmarked.Minimum("first", Indexes.of(0, 1), 50, Earmarked.Unit.PERCENT_OF_BUDGET)));
    }

    private static boolean needsMore(Rule rule, Election election) {
        boolean namesTwo = rule instanceof Earmarked
                || (rule instanceof Rule.Greedy greedy && !greedy.conflicts().isEmpty());
        return namesTwo && election.options().size() < 2;
    }

    /** The same rule with the indexes of the other election. */
    private static Rule moved(Rule rule, Election from, Election to) {
        return switch (rule) {
            case Rule.Greedy greedy ->
                new Rule.Greedy(
                        greedy.form(),
                        greedy.minimum(),
                        greedy.conflicts().stream()
                                .map(pair -> new Rule.Conflict(
                                        moved(pair.first(), from, to), moved(pair.second(), from, to)))
                                .toList());
            case Earmarked earmarked ->
                new Earmarked(
                        (Rule.OfMoney) moved(earmarked.rule(), from, to),
                        List.of(),
                        earmarked.minimums().stream()
                                .map(minimum -> new Earmarked.Minimum(
                                        minimum.category(),
                                        Indexes.of(minimum.options().stream()
                                                .map(option -> moved(option, from, to))
                                                .toArray()),
                                        minimum.amount(),
                                        minimum.unit()))
                                .toList());
            default -> rule;
        };
    }

    private static int moved(int option, Election from, Election to) {
        return to.options().stream()
                .map(Option::id)
                .toList()
                .indexOf(from.options().get(option).id());
    }
}
