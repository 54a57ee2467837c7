package eu.urne.audit.verify;

import eu.urne.audit.Check;
import eu.urne.audit.PollReport.Decision;
import eu.urne.audit.PollReport.Opened;
import eu.urne.audit.PollReport.Winner;
import eu.urne.audit.event.BallotFigures;
import eu.urne.audit.event.Definition;
import eu.urne.audit.event.PollEvent;
import eu.urne.audit.event.PollEvent.OutcomeDeclared;
import eu.urne.audit.json.StrictText;
import eu.urne.audit.tally.BallotBox;
import eu.urne.audit.tally.Election;
import eu.urne.audit.tally.Option;
import eu.urne.audit.tally.OptionResult;
import eu.urne.audit.tally.Outcome;
import eu.urne.audit.tally.Outcome.Decided;
import eu.urne.audit.tally.Recount;
import eu.urne.audit.tally.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Checks 11 and 12: the figures and the outcome of a poll are those of a recount (docs/formats/events.md, section 4).
 */
final class OutcomeCheck {
    private static final int SHOWN_TITLE = 120;

    private final Findings findings;

    OutcomeCheck(Findings findings) {
        this.findings = findings;
    }

    /** Recounts a poll whose ballots have been opened. */
    void check(Poll poll, BallotBox ballots) {
        Definition definition = PollSetup.definition(poll);
        OutcomeDeclared declared = poll.outcome;
        if (declared != null) {
            compareFigures(poll, declared);
        }
        if (!definition.rule().counts(definition.kind())) {
            if (declared != null) {
                recount(poll, "an outcome is declared, but its rule does not count ballots of its kind");
            }
            return;
        }
        Election election = new Election(poll.options, definition.kind(), definition.cents(), ballots);
        Outcome outcome = Recount.of(election, definition.rule(), definition.tieBreak());
        poll.recount = outcome;
        switch (outcome) {
            case Decided decided -> {
                poll.decision = decision(poll, definition, decided);
                if (declared != null) {
                    compare(poll, declared, decided);
                }
            }
            case Outcome.Undecided undecided -> {
                poll.undecided = true;
                if (declared != null) {
                    recount(
                            poll,
                            "an outcome is declared in spite of a tie between "
                                    + String.join(", ", undecided.tie().options()) + ", which nothing breaks");
                }
            }
        }
    }

    private void compareFigures(Poll poll, OutcomeDeclared declared) {
        Opened opened = Objects.requireNonNull(poll.opened, "figures of opened ballots");
        BallotFigures figures = declared.figures();
        figure(poll, Check.OPENING, "ballots cast", figures.cast(), poll.ballots.cast());
        figure(poll, Check.OPENING, "superseded ballots", figures.superseded(), poll.ballots.superseded());
        figure(poll, Check.OPENING, "null ballots", figures.nulls(), opened.nulls());
        figure(poll, Check.OPENING, "blank ballots", figures.blank(), opened.blank());
        figure(poll, Check.OPENING, "ballots counted", figures.counted(), opened.counted());
    }

    private void compare(Poll poll, OutcomeDeclared declared, Decided decided) {
        for (int i = 0;
                i < Math.min(poll.declaredResults.size(), decided.results().size());
                i++) {
            compare(poll, poll.declaredResults.get(i), decided.results().get(i));
        }
        if (!declared.selected().equals(decided.selected())) {
            recount(
                    poll,
                    "declares the selection " + declared.selected() + ", but the recount gives " + decided.selected());
        }
        figure(poll, Check.RECOUNT, "cents spent", declared.spent(), decided.spent());
        figure(poll, Check.RECOUNT, "cents left", declared.left(), decided.left());
        compareAwards(poll, declared);
        if (!declared.ties().equals(decided.ties())) {
            recount(
                    poll,
                    "declares " + declared.ties().size() + " ties that are not the "
                            + decided.ties().size() + " of the recount");
        }
    }

    /** What is awarded is what the selected cost, of the budget that the definition names. */
    private void compareAwards(Poll poll, OutcomeDeclared declared) {
        String budget = PollSetup.definition(poll).of();
        PollEvent.Awards awards = declared.awards();
        if (budget == null || awards == null) {
            if (budget != null || awards != null) {
                recount(
                        poll,
                        budget == null
                                ? "awards are declared, but it belongs to no participatory budget"
                                : "it declares no awards of the budget '" + budget + "'");
            }
            return;
        }
        Map<String, Long> costs = new HashMap<>();
        poll.options.forEach(option -> costs.put(option.id(), option.cost()));
        List<Long> due = declared.selected().stream()
                .map(id -> costs.getOrDefault(id, 0L))
                .toList();
        if (!awards.budget().equals(budget)) {
            recount(poll, "its awards are not of the budget '" + budget + "'");
        }
        if (!awards.cents().equals(due)) {
            recount(poll, "declares the awards " + awards.cents() + ", but the selected cost " + due);
        }
    }

    private void compare(Poll poll, OptionResult declared, OptionResult recounted) {
        if (!declared.id().equals(recounted.id())) {
            scores(poll, "a score stands for the option '" + declared.id() + "' where '" + recounted.id() + "' is due");
        } else if (declared.score() != recounted.score()) {
            scores(
                    poll,
                    "the option '" + declared.id() + "' is declared with a score of " + declared.score()
                            + ", but the recount gives " + recounted.score());
        } else if (!declared.verdict().equals(recounted.verdict())) {
            scores(
                    poll,
                    "the option '" + declared.id() + "' is declared " + words(declared.verdict())
                            + ", but the recount gives " + words(recounted.verdict()));
        }
    }

    private void figure(Poll poll, Check check, String what, long declared, long found) {
        if (declared != found) {
            findings.entry(
                    check,
                    poll.outcomeIndex,
                    "the poll '" + poll.id + "' declares " + declared + " " + what + ", but the recount gives "
                            + found);
        }
    }

    private void recount(Poll poll, String text) {
        findings.entry(Check.RECOUNT, poll.outcomeIndex, "the poll '" + poll.id + "': " + text);
    }

    private void scores(Poll poll, String text) {
        findings.entry(Check.RECOUNT, poll.scoresIndex, "the poll '" + poll.id + "': " + text);
    }

    private static String words(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Selected selected ->
                "selected in round " + selected.round() + " with " + selected.left() + " left";
            case Verdict.Unaffordable unaffordable -> "unaffordable with " + unaffordable.left() + " left";
            case Verdict.Stopped stopped -> "stopped";
            case Verdict.BelowThreshold below -> "below the threshold " + below.threshold();
            case Verdict.Excluded excluded -> "excluded by '" + excluded.by() + "'";
            case Verdict.Reserve reserve ->
                "selected in round " + reserve.round() + " with " + reserve.reserve() + " from elsewhere";
            case Verdict.Unsupported unsupported -> "unsupported";
            case Verdict.Unpaid unpaid -> "unpaid";
            case Verdict.Outvoted outvoted -> "outvoted by " + outvoted.needed();
            case Verdict.Outranked outranked -> "outranked in place " + outranked.rank();
            case Verdict.Carried carried -> "carried " + words(carried.vote());
            case Verdict.Lost lost -> "lost " + words(lost.vote());
        };
    }

    private static String words(Verdict.Vote vote) {
        return "with " + vote.against() + " against, " + vote.abstained() + " abstained, "
                + (vote.quorum() ? "a quorum" : "no quorum") + (vote.casting() ? " and the chair's vote" : "");
    }

    private static Decision decision(Poll poll, Definition definition, Decided decided) {
        Map<String, Winner> byId = new HashMap<>();
        for (int i = 0; i < poll.options.size(); i++) {
            Option option = poll.options.get(i);
            byId.put(option.id(), winner(option, decided.results().get(i).score()));
        }
        List<Winner> winners = new ArrayList<>();
        for (String id : decided.selected()) {
            winners.add(Objects.requireNonNull(byId.get(id), id));
        }
        Definition.Budget budget = definition.budget();
        String currency = budget == null ? null : budget.currency();
        return new Decision(List.copyOf(winners), decided.spent(), decided.left(), currency, decided.ties());
    }

    private static Winner winner(Option option, long score) {
        return new Winner(
                StrictText.printable(option.id(), SHOWN_TITLE),
                StrictText.printable(option.title(), SHOWN_TITLE),
                option.cost(),
                score);
    }
}
