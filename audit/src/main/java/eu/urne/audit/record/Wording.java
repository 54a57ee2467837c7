package eu.urne.audit.record;

import eu.urne.audit.ballot.BallotKind;
import eu.urne.audit.tally.Rule;
import eu.urne.audit.tally.TieBreak;
import eu.urne.audit.tally.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rules, ways of voting, tie-breaks and verdicts in words: the one place that knows them all. */
final class Wording {
    private final Words words;
    private final @Nullable String currency;

    Wording(Words words, @Nullable String currency) {
        this.words = words;
        this.currency = currency;
    }

    /** How one votes. */
    String kind(BallotKind kind) {
        return switch (kind) {
            case BallotKind.Favourite favourite -> words.say("kind.favourite");
            case BallotKind.Approval(int max) -> words.say("kind.approval", words.number(max));
            case BallotKind.Knapsack knapsack -> words.say("kind.knapsack");
            case BallotKind.Points(int perOption, long total) ->
                words.say("kind.points", words.number(perOption), words.number(total));
            case BallotKind.Ranking(int max) -> words.say("kind.ranking", words.number(max));
            case BallotKind.Grades(int grades) -> words.say("kind.grades", words.number(grades));
            case BallotKind.Motion motion -> words.say("kind.motion");
        };
    }

    /** What the score of an option is. */
    String score(BallotKind kind) {
        return switch (kind) {
            case BallotKind.Points points -> words.say("score.points");
            case BallotKind.Ranking ranking -> words.say("score.ranking");
            case BallotKind.Favourite favourite -> words.say("score.votes");
            case BallotKind.Approval approval -> words.say("score.votes");
            case BallotKind.Knapsack knapsack -> words.say("score.votes");
            case BallotKind.Grades grades -> words.say("score.votes");
            case BallotKind.Motion motion -> words.say("score.votes");
        };
    }

    /** How the ballots are counted, one sentence each. */
    List<String> rule(Rule rule) {
        String way =
                switch (rule) {
                    case Rule.Greedy greedy -> words.say("rule.greedy");
                    case Rule.GreedyThreshold threshold -> words.say("rule.greedy");
                    case Rule.GreedyNoSkip noSkip -> words.say("rule.no-skip");
                    case Rule.GreedyExclusive exclusive ->
                        words.say("rule.exclusive", String.join(", ", pairs(exclusive)));
                };
        return rule.threshold() == 0
                ? List.of(way)
                : List.of(way, words.say("rule.threshold", words.number(rule.threshold())));
    }

    private static List<String> pairs(Rule.GreedyExclusive exclusive) {
        return exclusive.conflicts().stream()
                .map(conflict -> conflict.first() + " – " + conflict.second())
                .toList();
    }

    /** How ties are broken. */
    String tieBreak(TieBreak tieBreak) {
        return switch (tieBreak) {
            case TieBreak.Declared() -> words.say("tie.declared");
            case TieBreak.ById() -> words.say("tie.id");
            case TieBreak.CostVotesId() -> words.say("tie.cost-votes-id");
            case TieBreak.Lot(String seed) -> words.say("tie.lot", seed);
            case TieBreak.Report() -> words.say("tie.report");
        };
    }

    /** What became of an option and why. */
    String verdict(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Selected(long left, long round) ->
                words.say("verdict.selected", words.number(round), money(left));
            case Verdict.Unaffordable(long left) -> words.say("verdict.unaffordable", money(left));
            case Verdict.Stopped() -> words.say("verdict.stopped");
            case Verdict.BelowThreshold(long threshold) ->
                words.say("verdict.below-threshold", words.number(threshold));
            case Verdict.Excluded(String by) -> words.say("verdict.excluded", by);
        };
    }

    String money(long cents) {
        return words.money(cents, currency);
    }
}
