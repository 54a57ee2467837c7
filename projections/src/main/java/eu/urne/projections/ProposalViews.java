package eu.urne.projections;

import eu.urne.engine.EngineJson;
import eu.urne.engine.blob.BlobHash;
import eu.urne.engine.budget.Author;
import eu.urne.engine.budget.BudgetId;
import eu.urne.engine.budget.BudgetTerms;
import eu.urne.engine.budget.Idea;
import eu.urne.engine.budget.ProposalId;
import eu.urne.engine.poll.OptionVerdict;
import eu.urne.projections.ProposalView.Credit;
import eu.urne.projections.ProposalView.Study;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What pages and REST show of the proposals of budgets. Thread-safe. */
public final class ProposalViews {

    private static final String IS_PUBLISHED = """
            SELECT EXISTS (SELECT 1 FROM proposal WHERE text = :blob AND shown = 1)
                OR EXISTS (SELECT 1 FROM proposal_blob JOIN proposal ON proposal.id = proposal_blob.id
                    WHERE blob = :blob AND shown = 1 AND instr(idea, blob) > 0)""";

    private static final int MOST_REMINDERS = 1_000;

    private static final String ROW = "proposal, state, site, category, text, title, cents, part, submitted";

    private final JdbcClient reader;

    /** Reads here. */
    ProposalViews(JdbcClient reader) {
        this.reader = reader;
    }

    /** The conditions of a list, and their values. */
    private record Where(StringBuilder sql, List<Object> values) {

        static Where of(BudgetId budget, ProposalFilter filter) {
            // what is added keeps the indexes of the budget from being used: who has texts finds them by the texts
            String of = filter.texts() == null ? " WHERE budget = ?" : " WHERE text = wanted AND budget || '' = ?";
            Where where = new Where(new StringBuilder(of), new ArrayList<>(List.of(budget.value())));
            if (!filter.everything()) {
                where.sql.append(" AND shown = 1");
            } else if (filter.state() != null && isShownByState(filter.state())) {
                where.sql.append(filter.state().isShown() ? " AND shown = 1" : " AND shown = 0"); // for the index
            } else if (filter.state() != null || filter.site() != null || filter.category() != null) {
                where.sql.append(" AND shown IN (0, 1)"); // for the index
            }
            where.and("state", filter.state() == null ? null : filter.state().code());
            where.and("site", filter.site());
            where.and("category", filter.category());
            return where;
        }

        /** What is merged or declined may have been published before, or not. */
        private static boolean isShownByState(ProposalState state) {
            return state != ProposalState.MERGED && state != ProposalState.DECLINED;
        }

        private void and(String column, @Nullable String value) {
            if (value != null) {
                sql.append(" AND ").append(column).append(" = ?");
                values.add(value);
            }
        }
    }

    /**
     * Proposals of a budget, the newest first; or those with some texts, in the order of the texts.
     *
     * @param page from 0
     * @param size from 1
     */
    public Page<ProposalRow> list(BudgetId budget, ProposalFilter filter, int page, int size) {
        Where where = Where.of(budget, filter);
        String from = " FROM proposal";
        String order = "id DESC";
        if (filter.texts() != null) {
            from = " FROM (SELECT key AS place, value AS wanted FROM json_each(?)) AS texts CROSS JOIN proposal";
            order = "place, id DESC";
            where.values().addFirst(EngineJson.MAPPER.writeValueAsString(filter.texts()));
        }
        long total = reader.sql("SELECT count(*)" + from + where.sql())
                .params(where.values())
                .query(Long.class)
                .single();
        List<Object> values = new ArrayList<>(where.values());
        values.add(size);
        values.add((long) page * size);
        List<ProposalRow> items = reader.sql(
                        "SELECT " + ROW + from + where.sql() + " ORDER BY " + order + " LIMIT ? OFFSET ?")
                .params(values)
                .query((row, number) -> row(row))
                .list();
        return new Page<>(page, size, total, items);
    }

    private static ProposalRow row(ResultSet row) throws SQLException {
        long value = row.getLong("cents");
        Long cents = row.wasNull() ? null : value;
        return new ProposalRow(
                new ProposalId(row.getString("proposal")),
                ProposalState.ofCode(row.getString("state")),
                row.getString("site"),
                row.getString("category"),
                new BlobHash(row.getString("text")),
                row.getString("title"),
                cents,
                row.getString("part"),
                row.getLong("submitted"));
    }

    private record Stored(
            ProposalRow row,
            long id,
            boolean shown,
            String author,
            String idea,
            @Nullable String into,
            @Nullable String reason,
            @Nullable String department,
            @Nullable String study) {}

    /** A proposal, with its words for everybody or not; empty where there is none. */
    public Optional<ProposalView> proposal(BudgetId budget, ProposalId id) {
        return reader.sql("SELECT " + ROW
                        + ", id, shown, author, idea, merged_into, reason, department, study FROM proposal"
                        + " WHERE budget = ? AND proposal = ?")
                .params(budget.value(), id.value())
                .query((row, number) -> new Stored(
                        row(row),
                        row.getLong("id"),
                        row.getBoolean("shown"),
                        row.getString("author"),
                        row.getString("idea"),
                        row.getString("merged_into"),
                        row.getString("reason"),
                        row.getString("department"),
                        row.getString("study")))
                .optional()
                .map(stored -> view(budget, stored));
    }

    private ProposalView view(BudgetId budget, Stored stored) {
        return new ProposalView(
                stored.row(),
                stored.shown(),
                EngineJson.MAPPER.readValue(stored.author(), Author.class),
                EngineJson.MAPPER.readValue(stored.idea(), Idea.class),
                credits(budget, stored.row().proposal()),
                stored.into() == null ? null : new ProposalId(stored.into()),
                stored.reason(),
                stored.department(),
                stored.study() == null ? null : EngineJson.MAPPER.readValue(stored.study(), Study.class),
                verdict(budget, stored.row()).orElse(null));
    }

    /**
     * The joins are crossed so that SQLite begins with the few: it knows no sizes and would look at the whole budget.
     */
    private List<Credit> credits(BudgetId budget, ProposalId id) {
        return reader.sql("""
                        WITH RECURSIVE part_of (proposal) AS (
                            SELECT proposal FROM proposal WHERE budget = :budget AND proposal = :proposal
                            UNION
                            SELECT merged.proposal FROM part_of CROSS JOIN proposal AS merged
                            WHERE merged.budget = :budget AND merged.merged_into = part_of.proposal)
                        SELECT proposal.proposal, author FROM part_of CROSS JOIN proposal
                        WHERE budget = :budget AND proposal.proposal = part_of.proposal
                            AND proposal.proposal <> :proposal ORDER BY id""")
                .param("budget", budget.value())
                .param("proposal", id.value())
                .query((row, number) -> new Credit(
                        new ProposalId(row.getString(1)), EngineJson.MAPPER.readValue(row.getString(2), Author.class)))
                .list();
    }

    private Optional<OptionVerdict> verdict(BudgetId budget, ProposalRow row) {
        return row.part() == null
                ? Optional.empty()
                : reader.sql("""
                        SELECT score.json FROM budget_part
                        JOIN poll_option ON poll_option.poll = budget_part.poll
                        JOIN score ON score.poll = poll_option.poll AND score.number = poll_option.number
                        WHERE budget = ? AND part = ? AND json_extract(poll_option.json, '$.id') = ?""")
                        .params(budget.value(), row.part(), row.proposal().value())
                        .query(String.class)
                        .optional()
                        .map(json -> EngineJson.MAPPER.readValue(json, OptionVerdict.class));
    }

    /** Whether a text or file belongs to a proposal that is for everybody, as it is now. */
    public boolean isPublished(BlobHash blob) {
        return reader.sql(IS_PUBLISHED)
                .param("blob", blob.hex())
                .query(Boolean.class)
                .single();
    }

    /** All texts and files of a budget that are for everybody, as they are now; each once, in order of their hashes. */
    public List<BlobHash> published(BudgetId budget) {
        return reader.sql("""
                        SELECT text AS blob FROM proposal WHERE budget = :budget AND shown = 1
                        UNION SELECT blob FROM proposal_blob JOIN proposal ON proposal.id = proposal_blob.id
                            WHERE budget = :budget AND shown = 1 AND instr(idea, blob) > 0
                        ORDER BY blob""").param("budget", budget.value()).query(String.class).list().stream()
                .map(BlobHash::new)
                .toList();
    }

    /**
     * What waits for a study, or for its confirmation, longer than the budget allows; what has waited longest first, at
     * most 1,000. Days are those of the budget's time zone.
     *
     * @param nowMs milliseconds since the epoch
     */
    public List<Reminder> reminders(BudgetId budget, BudgetTerms terms, long nowMs) {
        ZoneId zone = ZoneId.of(terms.calendar().zone());
        LocalDate today = LocalDate.ofInstant(Instant.ofEpochMilli(nowMs), zone);
        long before = today.minusDays(terms.rules().studyDays())
                .atStartOfDay(zone)
                .toInstant()
                .toEpochMilli();
        return reader.sql("""
                        SELECT proposal, state, department, since FROM proposal
                        WHERE budget = ? AND since IS NOT NULL AND since < ? ORDER BY since LIMIT ?""")
                .params(budget.value(), before, MOST_REMINDERS)
                .query((row, number) -> {
                    LocalDate since = LocalDate.ofInstant(Instant.ofEpochMilli(row.getLong("since")), zone);
                    return new Reminder(
                            new ProposalId(row.getString("proposal")),
                            ProposalState.ofCode(row.getString("state")),
                            row.getString("department"),
                            since,
                            ChronoUnit.DAYS.between(since, today));
                })
                .list();
    }
}
