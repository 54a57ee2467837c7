package eu.urne.projections;

import eu.urne.engine.budget.BudgetId;
import eu.urne.engine.budget.ProposalId;
import eu.urne.engine.works.PlanLineId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What pages and REST show of the investment plan. Safe for use by many threads. */
public final class PlanViews {

    private final JdbcClient reader;

    /** Reads here. */
    PlanViews(JdbcClient reader) {
        this.reader = reader;
    }

    /**
     * The plan.
     *
     * @param year the only one asked for; null for all
     */
    public PlanView plan(@Nullable Integer year, int page, int size) {
        List<PlanView.PlanYear> years = reader.sql("""
                        SELECT year, count(*) AS lines, sum(cents) AS cents,
                               count(CASE WHEN decided > 0 THEN 1 END) AS lines_decided, sum(decided) AS cents_decided
                        FROM (SELECT year, cents, coalesce((SELECT sum(d.cents) FROM plan_decision AS d
                                                            WHERE d.line = plan_line.line), 0) AS decided
                              FROM plan_line WHERE year = coalesce(:year, year)) AS line_of
                        GROUP BY year ORDER BY year DESC""")
                .param("year", year)
                .query((row, number) -> new PlanView.PlanYear(
                        row.getInt("year"),
                        row.getLong("lines"),
                        row.getLong("cents"),
                        row.getLong("lines_decided"),
                        row.getLong("cents_decided")))
                .list();
        long total = years.stream().mapToLong(PlanView.PlanYear::lines).sum();
        return new PlanView(years, new Page<>(page, size, total, lines(year, page, size)));
    }

    private List<PlanView.PlanLineView> lines(@Nullable Integer year, int page, int size) {
        return reader
                .sql("""
                        SELECT line, title, year, cents FROM plan_line WHERE year = coalesce(?, year)
                        ORDER BY year DESC, number LIMIT ? OFFSET ?""")
                .params(year, size, (long) page * size)
                .query((row, number) -> new PlanView.PlanLineView(
                        new PlanLineId(row.getString("line")),
                        row.getString("title"),
                        row.getInt("year"),
                        row.getLong("cents"),
                        List.of()))
                .list()
                .stream() // behind the query: a second connection while one is held could starve the pool
                .map(line -> new PlanView.PlanLineView(
                        line.line(), line.title(), line.year(), line.cents(), decided(line.line())))
                .toList();
    }

    private List<PlanView.PlanDecision> decided(PlanLineId line) {
        return reader.sql("""
                        SELECT d.budget, d.proposal, coalesce(proposal.title, d.proposal) AS title, d.cents,
                               coalesce(award.spent, 0) AS spent
                        FROM plan_decision AS d
                        LEFT JOIN proposal ON proposal.budget = d.budget AND proposal.proposal = d.proposal
                        LEFT JOIN award ON award.budget = d.budget AND award.proposal = d.proposal
                        WHERE d.line = ? ORDER BY d.number""")
                .param(line.value())
                .query((row, number) -> decision(row))
                .list();
    }

    private static PlanView.PlanDecision decision(ResultSet row) throws SQLException {
        return new PlanView.PlanDecision(
                new BudgetId(row.getString("budget")),
                new ProposalId(row.getString("proposal")),
                row.getString("title"),
                row.getLong("cents"),
                row.getLong("spent"));
    }
}
