package eu.urne.projections;

import eu.urne.engine.EngineJson;
import eu.urne.engine.blob.BlobHash;
import eu.urne.engine.budget.BudgetId;
import eu.urne.engine.budget.ProposalId;
import eu.urne.engine.works.Delay;
import eu.urne.engine.works.Expense;
import eu.urne.engine.works.Indicator;
import eu.urne.engine.works.Measure;
import eu.urne.engine.works.Milestone;
import eu.urne.engine.works.Photo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What pages and REST show of works. Safe for use by many threads. */
public final class WorksViews {

    private static final String BLOBS = """
            SELECT blob FROM (
                SELECT DISTINCT coalesce(json_extract(json, '$.blob'), json_extract(json, '$.document')) AS blob
                FROM works_entry WHERE budget = ?) AS shown
            WHERE blob IS NOT NULL ORDER BY blob""";
    private static final String ENTRIES =
            "SELECT json FROM works_entry WHERE budget = ? AND proposal = ? AND kind = ? ORDER BY number";

    private final JdbcClient reader;

    /** Reads here. */
    WorksViews(JdbcClient reader) {
        this.reader = reader;
    }

    /** What a proposal was awarded, in cents; empty if it has not won, or not yet. */
    public OptionalLong awarded(BudgetId budget, ProposalId proposal) {
        return reader.sql("SELECT cents FROM award WHERE budget = ? AND proposal = ?")
                .params(budget.value(), proposal.value())
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    /** Whether a picture or document belongs to works, and so may be seen by everybody. */
    public boolean shows(BlobHash blob) {
        return reader.sql("SELECT 1 FROM works_blob WHERE blob = ?")
                .param(blob.hex())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** All pictures and documents of the works of a budget, each once, in order of their hashes. */
    public List<BlobHash> published(BudgetId budget) {
        return reader.sql(BLOBS).param(budget.value()).query(String.class).list().stream()
                .map(BlobHash::new)
                .toList();
    }

    /** The works of a budget in the order in which their proposals won. */
    public Page<WorksSummary> all(BudgetId budget, int page, int size) {
        List<WorksSummary> items = reader.sql("""
                        SELECT award.proposal, coalesce(proposal.title, award.proposal) AS title, award.cents, spent,
                               fate.text AS fate, next.title AS next_title, next.day AS next_day,
                               (SELECT count(*) FROM milestone AS m
                                WHERE m.budget = award.budget AND m.proposal = award.proposal) AS milestones,
                               (SELECT count(*) FROM milestone AS m
                                WHERE m.budget = award.budget AND m.proposal = award.proposal
                                  AND m.state = 'DONE') AS done
                        FROM award
                        LEFT JOIN proposal ON proposal.budget = award.budget AND proposal.proposal = award.proposal
                        LEFT JOIN fate ON fate.budget = award.budget AND fate.proposal = award.proposal
                        LEFT JOIN milestone AS next ON next.budget = award.budget AND next.proposal = award.proposal
                             AND next.title = (SELECT title FROM milestone AS m
                                               WHERE m.budget = award.budget AND m.proposal = award.proposal
                                                 AND m.state = 'PLANNED' ORDER BY day, title LIMIT 1)
                        WHERE award.budget = ? ORDER BY award.number LIMIT ? OFFSET ?""")
                .params(budget.value(), size, (long) page * size)
                .query((row, number) -> summary(row))
                .list();
        return new Page<>(page, size, count("award", budget), items);
    }

    private static WorksSummary summary(ResultSet row) throws SQLException {
        String next = row.getString("next_title");
        return new WorksSummary(
                new ProposalId(row.getString("proposal")),
                row.getString("title"),
                row.getLong("cents"),
                row.getLong("spent"),
                row.getLong("milestones"),
                row.getLong("done"),
                next == null
                        ? null
                        : new Milestone(next, LocalDate.parse(row.getString("next_day")), Milestone.State.PLANNED),
                row.getString("fate"));
    }

    private long count(String table, BudgetId budget) {
        return reader.sql("SELECT count(*) FROM " + table + " WHERE budget = ?")
                .param(budget.value())
                .query(Long.class)
                .single();
    }

    /** What became of the proposals of a budget, the latest telling first. */
    public Page<FateView> fates(BudgetId budget, int page, int size) {
        List<FateView> items = reader.sql("""
                        SELECT fate.proposal, proposal.title, award.cents IS NOT NULL AS won, fate.text, told
                        FROM fate
                        LEFT JOIN proposal ON proposal.budget = fate.budget AND proposal.proposal = fate.proposal
                        LEFT JOIN award ON award.budget = fate.budget AND award.proposal = fate.proposal
                        WHERE fate.budget = ? ORDER BY fate.position DESC LIMIT ? OFFSET ?""")
                .params(budget.value(), size, (long) page * size)
                .query((row, number) -> new FateView(
                        new ProposalId(row.getString("proposal")),
                        row.getString("title"),
                        row.getBoolean("won"),
                        row.getString("text"),
                        row.getLong("told")))
                .list();
        return new Page<>(page, size, count("fate", budget), items);
    }

    private record Head(
            @Nullable String title,
            boolean won,
            long awarded,
            long spent,
            @Nullable String fate) {}

    /** What became of a proposal; empty where it has not won and nothing was told. */
    public Optional<WorksView> works(BudgetId budget, ProposalId proposal) {
        return head(budget, proposal)
                .map(head -> new WorksView(
                        proposal,
                        head.title(),
                        head.won(),
                        head.awarded(),
                        head.spent(),
                        milestones(budget, proposal),
                        entries(budget, proposal, "delay", Delay.class),
                        entries(budget, proposal, "expense", Expense.class),
                        entries(budget, proposal, "photo", Photo.class),
                        indicators(budget, proposal),
                        head.fate()));
    }

    private Optional<Head> head(BudgetId budget, ProposalId proposal) {
        return reader.sql("""
                        SELECT (SELECT title FROM proposal WHERE budget = :budget AND proposal = :proposal) AS title,
                               award.cents IS NOT NULL AS won, coalesce(award.cents, 0) AS cents,
                               coalesce(award.spent, 0) AS spent, fate.text AS fate
                        FROM (SELECT :budget AS budget, :proposal AS proposal) AS asked
                        LEFT JOIN award ON award.budget = asked.budget AND award.proposal = asked.proposal
                        LEFT JOIN fate ON fate.budget = asked.budget AND fate.proposal = asked.proposal
                        WHERE award.cents IS NOT NULL OR fate.text IS NOT NULL""")
                .param("budget", budget.value())
                .param("proposal", proposal.value())
                .query((row, number) -> new Head(
                        row.getString("title"),
                        row.getBoolean("won"),
                        row.getLong("cents"),
                        row.getLong("spent"),
                        row.getString("fate")))
                .optional();
    }

    private List<Milestone> milestones(BudgetId budget, ProposalId proposal) {
        return reader.sql("""
                        SELECT title, day, state FROM milestone
                        WHERE budget = ? AND proposal = ? ORDER BY day, title""")
                .params(budget.value(), proposal.value())
                .query((row, number) -> new Milestone(
                        row.getString("title"),
                        LocalDate.parse(row.getString("day")),
                        Milestone.State.valueOf(row.getString("state"))))
                .list();
    }

    private <T> List<T> entries(BudgetId budget, ProposalId proposal, String kind, Class<T> type) {
        return reader.sql(ENTRIES).params(budget.value(), proposal.value(), kind).query(String.class).list().stream()
                .map(json -> EngineJson.MAPPER.readValue(json, type))
                .toList();
    }

    private List<WorksView.IndicatorSeries> indicators(BudgetId budget, ProposalId proposal) {
        return reader
                .sql("SELECT json FROM indicator WHERE budget = ? AND proposal = ? ORDER BY number")
                .params(budget.value(), proposal.value())
                .query(String.class)
                .list()
                .stream()
                .map(json -> EngineJson.MAPPER.readValue(json, Indicator.class))
                .map(indicator -> new WorksView.IndicatorSeries(indicator, measures(budget, proposal, indicator)))
                .toList();
    }

    private List<Measure> measures(BudgetId budget, ProposalId proposal, Indicator indicator) {
        return reader.sql("""
                        SELECT day, value, decimals FROM measure
                        WHERE budget = ? AND proposal = ? AND indicator = ? ORDER BY day""")
                .params(budget.value(), proposal.value(), indicator.id())
                .query((row, number) -> new Measure(
                        indicator.id(),
                        LocalDate.parse(row.getString("day")),
                        row.getLong("value"),
                        row.getInt("decimals")))
                .list();
    }

    /**
     * The milestones and measures of a budget's works that should have been told before a day, the longest overdue
     * first.
     */
    public Page<WorksReminder> reminders(BudgetId budget, LocalDate today, int page, int size) {
        String overdue = """
                FROM (SELECT 'MILESTONE' AS kind, budget, proposal, title AS what, day AS due
                      FROM milestone WHERE budget = :budget AND state = 'PLANNED' AND day < :today
                      UNION ALL
                      SELECT 'INDICATOR', budget, proposal, json_extract(json, '$.name'), due
                      FROM indicator WHERE budget = :budget AND due < :today) AS overdue""";
        List<WorksReminder> items = reader.sql(
                        "SELECT kind, overdue.proposal, coalesce(proposal.title, overdue.proposal) AS title, what, due "
                                + overdue
                                + " LEFT JOIN proposal ON proposal.budget = :budget"
                                + " AND proposal.proposal = overdue.proposal"
                                + " ORDER BY due, overdue.proposal, what LIMIT :size OFFSET :from")
                .param("budget", budget.value())
                .param("today", today.toString())
                .param("size", size)
                .param("from", (long) page * size)
                .query((row, number) -> reminder(row, today))
                .list();
        long total = reader.sql("SELECT count(*) " + overdue)
                .param("budget", budget.value())
                .param("today", today.toString())
                .query(Long.class)
                .single();
        return new Page<>(page, size, total, items);
    }

    private static WorksReminder reminder(ResultSet row, LocalDate today) throws SQLException {
        LocalDate due = LocalDate.parse(row.getString("due"));
        return new WorksReminder(
                WorksReminder.Kind.valueOf(row.getString("kind")),
                new ProposalId(row.getString("proposal")),
                row.getString("title"),
                row.getString("what"),
                due,
                ChronoUnit.DAYS.between(due, today));
    }
}
