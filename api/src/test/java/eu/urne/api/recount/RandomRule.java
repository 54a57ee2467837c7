package eu.urne.api.recount;

import eu.urne.audit.ballot.BallotKind;
import eu.urne.engine.tally.CouncilMotion;
import eu.urne.engine.tally.EqualShares;
import eu.urne.engine.tally.EqualShares.Completion;
import eu.urne.engine.tally.EqualShares.Share;
import eu.urne.engine.tally.EqualShares.Start;
import eu.urne.engine.tally.EqualShares.Step;
import eu.urne.engine.tally.EqualShares.StepUnit;
import eu.urne.engine.tally.EqualShares.Then;
import eu.urne.engine.tally.EqualShares.Utility;
import eu.urne.engine.tally.MajorityJudgment;
import eu.urne.engine.tally.MostVotes;
import eu.urne.engine.tally.Phragmen;
import eu.urne.engine.tally.Rule;
import eu.urne.engine.tally.TieBreak;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Any rule that counts a kind of ballots, with any parameters. */
record RandomRule(Random random) {

    static final int GRADES = 4;
    private static final int OPTIONS = 6;

    /** A kind that {@link RandomElection} fills; those that name a set come more often, since more rules count them. */
    BallotKind kind() {
        return switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> new BallotKind.Approval(OPTIONS);
            case 4 -> new BallotKind.Favourite();
            case 5 -> new BallotKind.Knapsack();
            case 6 -> new BallotKind.Points(3, 20);
            case 7 -> new BallotKind.Ranking(OPTIONS);
            case 8 -> new BallotKind.Grades(GRADES);
            default -> new BallotKind.Motion();
        };
    }

    TieBreak tieBreak() {
        return switch (random.nextInt(6)) {
            case 0 -> TieBreak.Fixed.ID;
            case 1 -> TieBreak.Fixed.DECLARED;
            case 2 -> TieBreak.Fixed.REPORT;
            case 3 -> new TieBreak.Lot("seed" + random.nextInt(1_000));
            default -> TieBreak.Fixed.COST_VOTES_ID;
        };
    }

    /** A rule for ballots of a kind, over so many options. */
    Rule next(BallotKind kind, int options) {
        return switch (kind) {
            case BallotKind.Favourite favourite -> random.nextInt(4) == 0 ? MostVotes.plurality() : forSets(options);
            case BallotKind.Approval approval -> forSets(options);
            case BallotKind.Knapsack knapsack ->
                random.nextInt(4) == 0 ? greedy(Rule.Form.KNAPSACK, options) : sharesOrPhragmen();
            case BallotKind.Points points ->
                random.nextBoolean() ? shares(Utility.POINTS) : anyGreedy(options, Rule.Form.POINTS);
            case BallotKind.Ranking ranking ->
                random.nextBoolean()
                        ? shares(Utility.BORDA)
                        : anyGreedy(options, Rule.Form.BORDA, Rule.Form.BORDA_PER_COST);
            case BallotKind.Grades(int grades) -> new MajorityJudgment(grades);
            case BallotKind.Motion motion -> motion();
        };
    }

    private Rule forSets(int options) {
        return switch (random.nextInt(8)) {
            case 0 -> MostVotes.approval(1 + random.nextInt(options));
            case 1, 2, 3 -> anyGreedy(options);
            default -> sharesOrPhragmen();
        };
    }

    private Rule sharesOrPhragmen() {
        Utility[] utilities = {Utility.COST, Utility.CARDINALITY, Utility.SQRT_COST};
        return random.nextInt(4) == 0 ? new Phragmen(random.nextBoolean()) : shares(any(utilities));
    }

    private Rule anyGreedy(int options, Rule.Form... more) {
        List<Rule.Form> forms = new ArrayList<>(List.of(
                Rule.Form.PLAIN,
                Rule.Form.NO_SKIP,
                Rule.Form.THRESHOLD,
                Rule.Form.EXCLUSIVE,
                Rule.Form.RESERVE,
                Rule.Form.PER_COST));
        forms.addAll(List.of(more));
        return greedy(forms.get(random.nextInt(forms.size())), options);
    }

    private Rule greedy(Rule.Form form, int options) {
        long minimum = random.nextInt(3) == 0 ? random.nextInt(5) : 0;
        List<Rule.Conflict> conflicts = new ArrayList<>();
        for (int i = 0; form == Rule.Form.EXCLUSIVE && options > 1 && i < random.nextInt(5); i++) {
            int first = random.nextInt(options - 1);
            conflicts.add(new Rule.Conflict(first, first + 1 + random.nextInt(options - first - 1)));
        }
        return new Rule.Greedy(form, minimum, conflicts);
    }

    private Rule shares(Utility utility) {
        Completion[] completions = {Completion.NONE, Completion.ADD1, Completion.ADD1_EXHAUSTIVE};
        Completion completion = any(completions);
        Step step = completion == Completion.NONE
                ? Step.NONE
                : random.nextInt(4) == 0
                        ? new Step(60, StepUnit.PERCENT_OF_BUDGET)
                        : new Step(1 + random.nextInt(2), StepUnit.PER_VOTER);
        Start start = step.unit() == StepUnit.PER_VOTER && random.nextBoolean() ? Start.FLOOR : Start.EXACT;
        boolean sets = utility != Utility.POINTS && utility != Utility.BORDA;
        Then[] thens = {Then.NOTHING, Then.GREEDY, sets ? Then.PHRAGMEN : Then.NOTHING};
        boolean comparison = utility != Utility.SQRT_COST && random.nextInt(3) == 0;
        return new EqualShares(
                utility, new Share(start, step, random.nextBoolean()), completion, any(thens), comparison);
    }

    private Rule motion() {
        CouncilMotion.Majority majority = any(CouncilMotion.Majority.values());
        CouncilMotion.Casting casting = majority == CouncilMotion.Majority.SIMPLE
                ? any(CouncilMotion.Casting.values())
                : CouncilMotion.Casting.NONE;
        return new CouncilMotion(majority, 1 + random.nextInt(12), random.nextInt(8), casting);
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
