package eu.urne.engine.open;

import eu.urne.engine.poll.CountingRule;
import eu.urne.engine.poll.OpenedPoll;
import eu.urne.engine.tally.MajorityJudgment;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** META's comment: what the format has no place for, in numbered sentences as its files have them. */
final class PublishedComment {

    private PublishedComment() {}

    static String of(OpenedPoll poll, PublishedProjects projects, PublishedRule rule) {
        List<String> sentences = new ArrayList<>();
        sentences.add("The order of the projects is that in which ties are broken (method "
                + poll.definition().terms().tieBreak() + ").");
        sentences.add("Voters are numbered in an order that follows from the choices alone.");
        ofRule(poll, rule, sentences);
        ofBallots(poll, sentences);
        if (!projects.keepIds()) {
            sentences.add("Projects are numbered as declared.");
        }
        if (poll.definition().terms().rule() instanceof CountingRule.GreedyExclusive exclusive) {
            exclusive
                    .conflicts()
                    .forEach(pair -> sentences.add("Projects " + projects.id(pair.get(0)) + " and "
                            + projects.id(pair.get(1)) + " are mutually exclusive."));
        }
        return IntStream.range(0, sentences.size())
                .mapToObj(i -> "#" + (i + 1) + ": " + sentences.get(i))
                .collect(Collectors.joining(" "));
    }

    private static void ofRule(OpenedPoll poll, PublishedRule rule, List<String> sentences) {
        if (poll.rule() instanceof MajorityJudgment) {
            sentences.add("The winner is that of majority judgment over grades from 0, the worst; the format has no"
                    + " such rule.");
        } else if (!rule.isOfFormat()) {
            sentences.add("The rule is none of the format; docs/rules.md of Urne defines it.");
        }
        if (poll.definition().terms().budget() == null) {
            sentences.add("There was no money to spend.");
        }
        if (rule.amounts().inCents()) {
            sentences.add("Amounts are in hundredths of the currency.");
        }
    }

    private static void ofBallots(OpenedPoll poll, List<String> sentences) {
        if (poll.outcome().blank() > 0) {
            sentences.add("Blank ballots have an empty vote: " + poll.outcome().blank() + ".");
        }
        if (poll.outcome().nullBallots() > 0) {
            sentences.add("Invalid ballots are left out: " + poll.outcome().nullBallots() + ".");
        }
        if (poll.outcome().superseded() > 0) {
            sentences.add("Ballots that their voters replaced are left out: "
                    + poll.outcome().superseded() + ".");
        }
    }
}
