package eu.urne.audit.record;

import eu.urne.audit.ballot.BallotKind;
import eu.urne.audit.tally.Rule;
import eu.urne.audit.tally.TieBreak;
import eu.urne.audit.tally.Verdict;
import java.util.ArrayList;
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
            case BallotKind.Grades grades -> words.say("score.grade");
            case BallotKind.Motion motion -> words.say("score.for");
        };
    }

    /** How the ballots are counted, one sentence each. */
    List<String> rule(Rule rule) {
        return switch (rule) {
            case Rule.ByScore byScore -> byScore(byScore);
            case Rule.EqualShares shares -> equalShares(shares);
            case Rule.Phragmen(boolean skips) ->
                List.of(words.say("rule.phragmen"), words.say(skips ? "rule.phragmen.skips" : "rule.phragmen.stops"));
            case Rule.MostVotes(boolean plurality, int seats) ->
                List.of(words.say("rule.most-votes", words.number(seats)));
            case Rule.MajorityJudgment judgment -> List.of(words.say("rule.majority-judgment"));
            case Rule.CouncilMotion motion -> motion(motion);
        };
    }

    private List<String> byScore(Rule.ByScore rule) {
        List<String> sentences = new ArrayList<>();
        sentences.add(
                switch (rule.form()) {
                    case GREEDY, THRESHOLD, KNAPSACK, POINTS, BORDA -> words.say("rule.greedy");
                    case NO_SKIP -> words.say("rule.no-skip");
                    case EXCLUSIVE -> words.say("rule.exclusive", String.join(", ", pairs(rule)));
                    case CUSTOM -> words.say("rule.custom");
                    case PER_COST, BORDA_PER_COST -> words.say("rule.per-cost");
                });
        if (rule.form() == Rule.Form.BORDA || rule.form() == Rule.Form.BORDA_PER_COST) {
            sentences.add(words.say("rule.borda"));
        }
        if (rule.threshold() > 0) {
            sentences.add(words.say("rule.threshold", words.number(rule.threshold())));
        }
        return sentences;
    }

    private static List<String> pairs(Rule.ByScore rule) {
        return rule.conflicts().stream()
                .map(conflict -> conflict.first() + " – " + conflict.second())
                .toList();
    }

    private List<String> equalShares(Rule.EqualShares rule) {
        List<String> sentences = new ArrayList<>();
        sentences.add(words.say("rule.shares"));
        sentences.add(words.say("rule.shares.utility." + rule.utility()));
        String step =
                switch (rule.step()) {
                    case Rule.Step.None() -> "";
                    case Rule.Step.Cents(long cents) -> money(cents);
                    case Rule.Step.Percent(long hundredths) -> words.percent(hundredths, 100);
                };
        sentences.add(words.say("rule.shares.completion." + rule.completion(), step));
        if (rule.then() != Rule.Then.NONE) {
            sentences.add(words.say("rule.shares.then." + rule.then()));
        }
        if (rule.comparison()) {
            sentences.add(words.say("rule.shares.comparison"));
        }
        return sentences;
    }

    private List<String> motion(Rule.CouncilMotion rule) {
        List<String> sentences = new ArrayList<>();
        sentences.add(words.say("rule.motion." + rule.majority(), words.number(rule.members())));
        if (rule.quorum() > 0) {
            sentences.add(words.say("rule.motion.quorum", words.number(rule.quorum())));
        }
        if (rule.casting() != Rule.Casting.NONE) {
            sentences.add(words.say("rule.motion.casting"));
        }
        return sentences;
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
            case Verdict.Reserve(long reserve, long round) ->
                words.say("verdict.reserve", words.number(round), money(reserve));
            case Verdict.Unsupported() -> words.say("verdict.unsupported");
            case Verdict.Unpaid() -> words.say("verdict.unpaid");
            case Verdict.Outvoted(long needed) -> words.say("verdict.outvoted", words.number(needed));
            case Verdict.Outranked(long rank) -> words.say("verdict.outranked", words.number(rank));
            case Verdict.Carried(Verdict.Vote vote) -> vote("verdict.carried", vote);
            case Verdict.Lost(Verdict.Vote vote) -> vote(vote.quorum() ? "verdict.lost" : "verdict.no-quorum", vote);
        };
    }

    private String vote(String key, Verdict.Vote vote) {
        String sentence = words.say(key, words.number(vote.against()), words.number(vote.abstained()));
        return vote.casting() ? sentence + " " + words.say("verdict.casting") : sentence;
    }

    String money(long cents) {
        return words.money(cents, currency);
    }
}
