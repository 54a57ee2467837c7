package eu.urne.engine.open;

import eu.urne.engine.pabulib.PbDocument;
import eu.urne.engine.pabulib.PbTable;
import eu.urne.engine.poll.BallotKind;
import eu.urne.engine.poll.OpenedPoll;
import eu.urne.engine.poll.OptionVerdict;
import eu.urne.engine.poll.PollOption;
import eu.urne.engine.poll.PollTerms;
import eu.urne.engine.tally.Ballot;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A poll behind its outcome as a Pabulib file: {@code urne tally --strict} reads it back to the same winners without
 * further options (docs/formats/open-data.md, section 4). Projects stand in the order by which the poll breaks ties,
 * voters in one that follows from the choices alone. What the format has no place for is said in the comment.
 */
public final class PublishedElection {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.uuuu", Locale.ROOT);
    private static final Pattern NOT_ONE_LINE = Pattern.compile("[\\p{Cntrl}\\x{85}\\x{2028}\\x{2029}]+");

    private final OpenedPoll poll;
    private final Publisher publisher;
    private final ZoneId zone;
    private final PublishedProjects projects;
    private final PublishedRule rule;

    private PublishedElection(OpenedPoll poll, Publisher publisher, ZoneId zone) {
        this.poll = poll;
        this.publisher = publisher;
        this.zone = zone;
        this.projects = new PublishedProjects(poll);
        this.rule = PublishedRule.of(poll, projects);
    }

    /**
     * The file.
     *
     * @param zone where the days of the vote are told
     * @return empty for a motion, of which the format has no ballots
     */
    public static Optional<PbDocument> of(OpenedPoll poll, Publisher publisher, ZoneId zone) {
        return poll.definition().terms().limits() instanceof BallotKind.Motion
                ? Optional.empty()
                : Optional.of(new PublishedElection(poll, publisher, zone).document());
    }

    private PbDocument document() {
        PollTerms terms = poll.definition().terms();
        return new PbDocument(terms.poll() + ".pb", meta(terms), table(), votes());
    }

    private Map<String, String> meta(PollTerms terms) {
        Map<String, String> meta = new LinkedHashMap<>();
        meta.put("description", orElse(line(terms.title()), terms.poll().value()));
        meta.put("country", orElse(line(publisher.country()), "unknown"));
        meta.put("unit", orElse(line(publisher.name()), "unknown"));
        if (terms.of() != null) {
            meta.put("subunit", terms.of().part());
        }
        meta.put("instance", Integer.toString(day(poll.openedMs()).getYear()));
        meta.put("num_projects", Integer.toString(poll.definition().options().size()));
        meta.put("num_votes", Integer.toString(poll.choices().size()));
        meta.put("budget", rule.amounts().text(terms.budgetCents()));
        meta.put("vote_type", voteType(terms.limits()));
        meta.put("rule", rule.name());
        meta.put("date_begin", DAY.format(day(poll.openedMs())));
        meta.put("date_end", DAY.format(day(poll.closedMs())));
        meta.putAll(limits(terms));
        rule.threshold().ifPresent(least -> meta.put("min_project_score_threshold", Long.toString(least)));
        if (terms.budget() != null) {
            meta.put("currency", orElse(line(terms.budget().currency()), "unknown"));
        }
        meta.put("comment", PublishedComment.of(poll, projects, rule));
        return meta;
    }

    private LocalDate day(long ms) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(ms), zone);
    }

    private static String voteType(BallotKind kind) {
        return switch (kind) {
            case BallotKind.Favourite favourite -> "choose-1";
            case BallotKind.Approval approval -> "approval";
            case BallotKind.Knapsack knapsack -> "approval";
            case BallotKind.Points points -> "cumulative";
            case BallotKind.Ranking ranking -> "ordinal";
            case BallotKind.Grades grades -> "scoring";
            case BallotKind.Motion motion -> throw new IllegalArgumentException("the format has no motions");
        };
    }

    private Map<String, String> limits(PollTerms terms) {
        Map<String, String> limits = new LinkedHashMap<>();
        if (poll.outcome().blank() == 0 && !(terms.limits() instanceof BallotKind.Grades)) {
            limits.put("min_length", "1");
        }
        switch (terms.limits()) {
            case BallotKind.Favourite favourite -> limits.put("max_length", "1");
            case BallotKind.Approval(int max) -> limits.put("max_length", Integer.toString(max));
            case BallotKind.Knapsack knapsack ->
                limits.put("max_sum_cost", rule.amounts().text(terms.budgetCents()));
            case BallotKind.Points(int maxPerOption, int maxTotal) -> {
                limits.put("max_points", Integer.toString(maxPerOption));
                limits.put("max_sum_points", Integer.toString(maxTotal));
            }
            case BallotKind.Ranking(int max) -> limits.put("max_length", Integer.toString(max));
            case BallotKind.Grades(int grades) -> {
                limits.put("min_points", "0");
                limits.put("max_points", Integer.toString(grades - 1));
            }
            case BallotKind.Motion motion -> {}
        }
        return limits;
    }

    private PbTable table() {
        boolean scored = projects.hasScores();
        List<String> columns = new ArrayList<>(List.of("project_id", "cost", "votes"));
        if (scored) {
            columns.add("score");
        }
        columns.addAll(List.of("name", "selected"));
        PbTable.Builder table = new PbTable.Builder(columns);
        for (int option : poll.tieOrder()) {
            PollOption declared = poll.definition().options().get(option);
            List<String> row = new ArrayList<>();
            row.add(projects.id(option));
            row.add(rule.amounts().text(declared.cost()));
            row.add(Long.toString(projects.votes(option)));
            if (scored) {
                row.add(Long.toString(projects.score(option)));
            }
            row.add(line(declared.title()));
            row.add(selected(poll.scores().get(option)));
            table.add(row);
        }
        return table.build();
    }

    private static String selected(OptionVerdict verdict) {
        return switch (verdict) {
            case OptionVerdict.Selected won -> "1";
            case OptionVerdict.Carried won -> "1";
            case OptionVerdict.Reserve won -> "2";
            case OptionVerdict.Unaffordable lost -> "0";
            case OptionVerdict.Stopped lost -> "0";
            case OptionVerdict.BelowThreshold lost -> "0";
            case OptionVerdict.Excluded lost -> "0";
            case OptionVerdict.Unsupported lost -> "0";
            case OptionVerdict.Unpaid lost -> "0";
            case OptionVerdict.Outvoted lost -> "0";
            case OptionVerdict.Outranked lost -> "0";
            case OptionVerdict.Lost lost -> "0";
        };
    }

    private PbTable votes() {
        PublishedVotes votes = new PublishedVotes(projects);
        boolean points =
                switch (poll.definition().terms().limits()) {
                    case BallotKind.Points some -> true;
                    case BallotKind.Grades some -> true;
                    case BallotKind.Favourite none -> false;
                    case BallotKind.Approval none -> false;
                    case BallotKind.Knapsack none -> false;
                    case BallotKind.Ranking none -> false;
                    case BallotKind.Motion none -> false;
                };
        PbTable.Builder table =
                new PbTable.Builder(points ? List.of("voter_id", "vote", "points") : List.of("voter_id", "vote"));
        int voter = 0;
        for (Ballot choice : poll.choices()) {
            table.add(votes.row(++voter, choice));
        }
        return table.build();
    }

    private static String orElse(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }

    /** Readers of the format take sections apart by lines. */
    private static String line(String text) {
        return NOT_ONE_LINE.matcher(text).replaceAll(" ").strip();
    }
}
