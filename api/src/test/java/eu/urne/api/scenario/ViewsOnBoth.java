package eu.urne.api.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.engine.DataDirectory;
import eu.urne.engine.Engine;
import eu.urne.engine.blob.BlobHash;
import eu.urne.engine.budget.BudgetId;
import eu.urne.engine.budget.BudgetTerms;
import eu.urne.engine.store.StoreSettings.Postgresql;
import eu.urne.projections.BudgetSummary;
import eu.urne.projections.CouncilView;
import eu.urne.projections.PollSummary;
import eu.urne.projections.ProposalFilter;
import eu.urne.projections.ProposalRow;
import eu.urne.projections.ProposalState;
import eu.urne.projections.Views;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The views of one log in an SQLite file, where they followed it, and in PostgreSQL, where they are built in bulk. */
final class ViewsOnBoth {

    private static final int ALL = 1_000;
    private static final LocalDate LATER = LocalDate.of(2099, 1, 1);

    private final Views file;
    private final Views shared;

    private ViewsOnBoth(Views file, Views shared) {
        this.file = file;
        this.shared = shared;
    }

    /**
     * All rows and all that is read of them are the same.
     *
     * @param folder of an installation with its log and views in files
     * @param other an empty folder
     * @param url of an empty database
     */
    static void assertSame(Path folder, Path other, String url) throws SQLException {
        Postgresql postgres = new Postgresql(url, "", "");
        try (DataDirectory data = DataDirectory.open(folder, "");
                DataDirectory elsewhere = DataDirectory.open(other, "", postgres);
                Views file = Views.open(data);
                Views shared = Views.open(elsewhere);
                Engine engine = Engine.start(data, 0, shared::follow)) {
            long end = engine.log().reader().lastPosition();
            assertThat(shared.await(end, Duration.ofMinutes(1))).isTrue();
            assertThat(file.position()).isEqualTo(end);
            try (Connection sqlite = DriverManager.getConnection("jdbc:sqlite:" + data.file("views.db"));
                    Connection tables = postgres.source("urne_views").getConnection()) {
                assertSameRows(sqlite, tables);
            }
            ViewsOnBoth both = new ViewsOnBoth(file, shared);
            file.budgets().all().forEach(both::assertSameBudget);
            file.polls().all().forEach(both::assertSamePoll);
            both.assertSameRest();
        }
    }

    private static void assertSameRows(Connection sqlite, Connection postgres) throws SQLException {
        List<List<String>> names = rows(
                sqlite,
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN"
                        + " ('flyway_schema_history', 'progress')");
        assertThat(names).hasSizeGreaterThan(20);
        for (List<String> name : names) {
            String columns = String.join(
                    ", ",
                    rows(sqlite, "SELECT name FROM pragma_table_info('" + name.getFirst() + "')").stream()
                            .map(List::getFirst)
                            .toList());
            String all = "SELECT " + columns + " FROM " + name.getFirst();
            assertThat(rows(postgres, all)).as(name.getFirst()).isEqualTo(rows(sqlite, all));
        }
    }

    private static List<List<String>> rows(Connection connection, String sql) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(result.getString(i)));
                }
                rows.add(Collections.unmodifiableList(row));
            }
        }
        rows.sort((a, b) -> a.toString().compareTo(b.toString()));
        return rows;
    }

    private void assertSameBudget(BudgetSummary summary) {
        BudgetId id = summary.budget();
        assertThat(shared.budgets().budget(id)).isEqualTo(file.budgets().budget(id));
        assertThat(shared.budgets().polls(id)).isEqualTo(file.budgets().polls(id));
        assertThat(shared.budgets().outcome(id, shared.polls()))
                .isEqualTo(file.budgets().outcome(id, file.polls()));
        assertThat(shared.proposals().published(id)).isEqualTo(file.proposals().published(id));
        BudgetTerms terms = file.budgets().terms(id).orElseThrow();
        long laterMs = Duration.ofDays(LATER.toEpochDay()).toMillis();
        assertThat(shared.proposals().reminders(id, terms, laterMs))
                .isEqualTo(file.proposals().reminders(id, terms, laterMs));
        List<ProposalRow> rows = file.proposals()
                .list(id, new ProposalFilter(true, null, null, null, null), 0, ALL)
                .items();
        List<BlobHash> texts = rows.stream().map(ProposalRow::text).toList().reversed();
        assertSameList(id, new ProposalFilter(true, null, null, null, null));
        assertSameList(id, new ProposalFilter(false, null, null, null, texts));
        for (ProposalState state : ProposalState.values()) {
            assertSameList(id, new ProposalFilter(true, state, null, null, null));
        }
        rows.forEach(row -> assertSameProposal(id, row));
        assertThat(shared.works().all(id, 0, ALL)).isEqualTo(file.works().all(id, 0, ALL));
        assertThat(shared.works().fates(id, 0, ALL)).isEqualTo(file.works().fates(id, 0, ALL));
        assertThat(shared.works().published(id)).isEqualTo(file.works().published(id));
        assertThat(shared.works().reminders(id, LATER, 0, ALL))
                .isEqualTo(file.works().reminders(id, LATER, 0, ALL));
    }

    private void assertSameList(BudgetId id, ProposalFilter filter) {
        assertThat(shared.proposals().list(id, filter, 0, 7))
                .isEqualTo(file.proposals().list(id, filter, 0, 7));
        assertThat(shared.proposals().list(id, filter, 1, 7))
                .isEqualTo(file.proposals().list(id, filter, 1, 7));
    }

    private void assertSameProposal(BudgetId id, ProposalRow row) {
        assertThat(shared.proposals().proposal(id, row.proposal()))
                .isEqualTo(file.proposals().proposal(id, row.proposal()));
        assertThat(shared.proposals().isPublished(row.text()))
                .isEqualTo(file.proposals().isPublished(row.text()));
        assertThat(shared.works().works(id, row.proposal()))
                .isEqualTo(file.works().works(id, row.proposal()));
        assertThat(shared.works().awarded(id, row.proposal()))
                .isEqualTo(file.works().awarded(id, row.proposal()));
    }

    private void assertSamePoll(PollSummary poll) {
        assertThat(shared.polls().poll(poll.poll())).isEqualTo(file.polls().poll(poll.poll()));
        assertThat(shared.polls().turnout(poll.poll())).isEqualTo(file.polls().turnout(poll.poll()));
        assertThat(shared.polls().outcome(poll.poll())).isEqualTo(file.polls().outcome(poll.poll()));
        assertThat(shared.polls().participation(poll.poll()))
                .isEqualTo(file.polls().participation(poll.poll()));
        assertThat(shared.polls().tablets(poll.poll())).isEqualTo(file.polls().tablets(poll.poll()));
        assertThat(shared.paper().sheets(poll.poll(), null, 0, ALL))
                .isEqualTo(file.paper().sheets(poll.poll(), null, 0, ALL));
    }

    private void assertSameRest() {
        assertThat(shared.budgets().all()).isEqualTo(file.budgets().all());
        assertThat(shared.polls().all()).isEqualTo(file.polls().all());
        assertThat(shared.polls().voting()).isEqualTo(file.polls().voting());
        assertThat(shared.plan().plan(null, 0, ALL)).isEqualTo(file.plan().plan(null, 0, ALL));
        assertThat(shared.plan().plan(2026, 0, ALL)).isEqualTo(file.plan().plan(2026, 0, ALL));
        assertThat(shared.consultations().questionnaires())
                .isEqualTo(file.consultations().questionnaires());
        assertThat(shared.consultations().gatherings())
                .isEqualTo(file.consultations().gatherings());
        List<CouncilView> councils = file.councils().councils();
        assertThat(shared.councils().councils()).isEqualTo(councils);
        for (CouncilView view : councils) {
            view.draws().forEach(draw -> assertThat(shared.councils().draw(draw))
                    .isEqualTo(file.councils().draw(draw)));
        }
    }
}
