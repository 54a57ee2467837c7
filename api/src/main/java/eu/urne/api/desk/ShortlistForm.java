package eu.urne.api.desk;

import eu.urne.engine.budget.BudgetTerms;
import eu.urne.engine.budget.Part;
import eu.urne.engine.budget.Phase;
import eu.urne.engine.budget.ProposalId;
import eu.urne.engine.budget.ShortlistDraft;
import eu.urne.engine.budget.Site;
import eu.urne.engine.budget.Split;
import eu.urne.engine.poll.BallotKind;
import eu.urne.engine.poll.CountingRule;
import eu.urne.engine.poll.PaperBallot;
import eu.urne.engine.poll.Presentation;
import eu.urne.engine.poll.SealedBallot;
import eu.urne.engine.poll.SharesRule;
import eu.urne.engine.roll.EligibilityRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is typed to publish what is voted on in a part. A proposal is on the ballot where it has a place; the other
 * fields say how people vote. Rarer rules and limits are published over REST.
 *
 * @param typed the fields of the form {@code shortlist}
 */
record ShortlistForm(TypedForm typed) {

    /** Name of the form. */
    static final String NAME = "shortlist";

    private static final String PLACE = "place-";
    private static final int MOST_POINTS = 65_535;
    private static final int OLDEST = 150;
    /** Cents by which the share of a voter rises. */
    private static final long STEP = 100;

    /** What a ballot says. */
    enum Ballot {
        /** One project. */
        FAVOURITE,
        /** Several projects. */
        APPROVAL,
        /** Projects for the whole money. */
        KNAPSACK,
        /** Points. */
        POINTS,
        /** An order. */
        RANKING
    }

    /** How it is counted. */
    enum Count {
        /** By score. */
        GREEDY,
        /** By score for each euro. */
        PER_COST,
        /** By equal shares. */
        SHARES,
        /** By loads. */
        PHRAGMEN
    }

    /** Who wins where two have the same score. */
    enum Tie {
        /** Who stands higher in the list. */
        DECLARED("declared"),
        /** Who costs less, then who has more votes. */
        COST("cost-votes-id"),
        /** The count stops. */
        REPORT("report");

        private final String code;

        Tie(String code) {
            this.code = code;
        }
    }

    /** A form in which nothing is chosen yet. */
    static ShortlistForm fresh(Map<String, String> titles) {
        Map<String, String> fields = new HashMap<>(Map.of(
                "kind", Ballot.FAVOURITE.name(),
                "rule", Count.GREEDY.name(),
                "tieBreak", Tie.DECLARED.name(),
                "max", "3",
                "points", "6",
                "perProject", "3",
                "ofSites", "yes",
                "shuffled", "yes"));
        titles.forEach((id, title) -> fields.put("title-" + id, title));
        return of(fields);
    }

    /** What was typed. */
    static ShortlistForm of(Map<String, String> fields) {
        return new ShortlistForm(TypedForm.of(NAME, fields));
    }

    /**
     * What the budget is asked for.
     *
     * @throws IllegalArgumentException with one sentence that names the field that makes no sense
     */
    ShortlistDraft draft(BudgetTerms terms, Part part) {
        Ballot kind = typed.choice("kind", Ballot.class);
        String eligibility = typed.text("eligibility");
        if (eligibility.isEmpty()) {
            throw new IllegalArgumentException("eligibility: say who may vote");
        }
        List<ShortlistDraft.Entry> entries = entries();
        return new ShortlistDraft(
                part.id(),
                entries,
                limits(kind, entries.size()),
                rule(kind),
                typed.choice("tieBreak", Tie.class).code,
                eligibility,
                typed.isTicked("paper")
                        ? List.of(SealedBallot.CARD, PaperBallot.AUTHORISATION)
                        : List.of(SealedBallot.CARD),
                typed.isTicked("revote"),
                who(terms, part),
                typed.isTicked("shuffled") ? Presentation.SHUFFLED : Presentation.DECLARED);
    }

    private List<ShortlistDraft.Entry> entries() {
        Map<Integer, ShortlistDraft.Entry> entries = new TreeMap<>();
        for (String field : typed.fields().keySet()) {
            if (field.startsWith(PLACE) && !typed.line(field).isEmpty()) {
                int place = typed.number(field, 1, ShortlistDraft.MOST);
                ProposalId proposal = new ProposalId(field.substring(PLACE.length()));
                ShortlistDraft.Entry entry = new ShortlistDraft.Entry(proposal, typed.line("title-" + proposal));
                if (entries.put(place, entry) != null) {
                    throw new IllegalArgumentException("proposals: two of them have the place " + place);
                }
            }
        }
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("proposals: choose one at least, by giving it a place");
        }
        return List.copyOf(entries.values());
    }

    private BallotKind limits(Ballot kind, int options) {
        return switch (kind) {
            case FAVOURITE -> new BallotKind.Favourite();
            case APPROVAL -> new BallotKind.Approval(typed.number("max", 1, options));
            case KNAPSACK -> new BallotKind.Knapsack();
            case POINTS ->
                new BallotKind.Points(
                        typed.number("perProject", 1, MOST_POINTS), typed.number("points", 1, MOST_POINTS));
            case RANKING -> new BallotKind.Ranking(typed.number("max", 1, options));
        };
    }

    private CountingRule rule(Ballot kind) {
        return switch (typed.choice("rule", Count.class)) {
            case GREEDY ->
                switch (kind) {
                    case FAVOURITE, APPROVAL -> new CountingRule.Greedy();
                    case KNAPSACK -> new CountingRule.GreedyKnapsack(null);
                    case POINTS -> new CountingRule.GreedyPoints(null);
                    case RANKING -> new CountingRule.GreedyBorda(null);
                };
            case PER_COST ->
                kind == Ballot.RANKING
                        ? new CountingRule.GreedyBordaPerCost(null)
                        : new CountingRule.GreedyPerCost(null);
            case SHARES -> shares(kind);
            case PHRAGMEN -> new CountingRule.PhragmenSkip();
        };
    }

    private static CountingRule shares(Ballot kind) {
        SharesRule.Utility utility =
                switch (kind) {
                    case FAVOURITE, APPROVAL, KNAPSACK -> SharesRule.Utility.COST;
                    case POINTS -> SharesRule.Utility.POINTS;
                    case RANKING -> SharesRule.Utility.BORDA;
                };
        return new SharesRule(
                utility,
                SharesRule.Start.EXACT,
                SharesRule.Voters.VOTING,
                SharesRule.Completion.ADD1,
                STEP,
                null,
                SharesRule.Then.GREEDY,
                SharesRule.Comparison.NONE);
    }

    private @Nullable EligibilityRule who(BudgetTerms terms, Part part) {
        List<EligibilityRule> rules = new ArrayList<>();
        if (typed.isTicked("ofSites")) {
            rules.add(new EligibilityRule.AttendsSite(sites(terms, part)));
        }
        if (!typed.line("ageFrom").isEmpty() || !typed.line("ageTo").isEmpty()) {
            int from = typed.line("ageFrom").isEmpty() ? 0 : typed.number("ageFrom", 0, OLDEST);
            Integer to = typed.line("ageTo").isEmpty() ? null : typed.number("ageTo", from, OLDEST);
            rules.add(new EligibilityRule.AgeBetween(from, to, terms.calendar().day(Phase.VOTE)));
        }
        return switch (rules.size()) {
            case 0 -> null;
            case 1 -> rules.getFirst();
            default -> new EligibilityRule.AllOf(rules);
        };
    }

    /** The sites whose people vote on a part. */
    private static List<String> sites(BudgetTerms terms, Part part) {
        return terms.sites().stream()
                .filter(site -> terms.split() != Split.SITE || site.id().equals(part.id()))
                .filter(site -> terms.split() != Split.DISTRICT || part.id().equals(site.district()))
                .map(Site::id)
                .toList();
    }
}
