package eu.urne.projections;

import eu.urne.engine.EngineJson;
import eu.urne.engine.budget.Audience;
import eu.urne.engine.budget.BudgetEvent.RestAwarded;
import eu.urne.engine.budget.BudgetId;
import eu.urne.engine.budget.BudgetTerms;
import eu.urne.engine.budget.Part;
import eu.urne.engine.budget.Phase;
import eu.urne.engine.budget.ProposalId;
import eu.urne.engine.poll.Hash;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.poll.PollOption;
import eu.urne.engine.poll.Presentation;
import eu.urne.projections.BudgetView.PartView;
import eu.urne.projections.BudgetView.Step;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What pages and REST show of participatory budgets; of their proposals see {@link ProposalViews}. Thread-safe. */
public final class BudgetViews {

    private record Opened(BudgetId budget, Phase phase, BudgetTerms terms) {}

    private record Decided(
            String part,
            @Nullable String poll,
            @Nullable String definition,
            boolean shuffled,
            @Nullable String lapsed) {}

    private final JdbcClient reader;

    /** Reads here. */
    BudgetViews(JdbcClient reader) {
        this.reader = reader;
    }

    /** All budgets in the order of their opening. */
    public List<BudgetSummary> all() {
        return reader
                .sql("SELECT budget, phase, terms FROM budget ORDER BY number")
                .query((row, number) -> opened(row))
                .list()
                .stream()
                .map(budget -> new BudgetSummary(
                        budget.budget(),
                        budget.terms().title(),
                        budget.terms().audience(),
                        budget.phase(),
                        budget.terms().amount(),
                        budget.terms().demonstration()))
                .toList();
    }

    private static Opened opened(ResultSet row) throws SQLException {
        return new Opened(
                new BudgetId(row.getString("budget")),
                Phase.valueOf(row.getString("phase")),
                EngineJson.MAPPER.readValue(row.getString("terms"), BudgetTerms.class));
    }

    private Optional<Opened> find(BudgetId id) {
        return reader.sql("SELECT budget, phase, terms FROM budget WHERE budget = ?")
                .param(id.value())
                .query((row, number) -> opened(row))
                .optional();
    }

    /** The terms of a budget, with its calendar as it is now; empty where there is none. */
    public Optional<BudgetTerms> terms(BudgetId id) {
        return find(id).map(Opened::terms);
    }

    /** The audience of a budget; empty where there is none. */
    public Optional<Audience> audience(BudgetId id) {
        return terms(id).map(BudgetTerms::audience);
    }

    /** The phase of a budget; empty where there is none. */
    public Optional<Phase> phase(BudgetId id) {
        return find(id).map(Opened::phase);
    }

    /** A budget; empty where there is none. */
    public Optional<BudgetView> budget(BudgetId id) {
        return find(id).map(budget -> new BudgetView(
                id, budget.phase(), budget.terms(), steps(id), parts(id, budget.terms()), proposals(id)));
    }

    private List<Step> steps(BudgetId id) {
        return reader
                .sql("SELECT json FROM budget_step WHERE budget = ? ORDER BY number")
                .param(id.value())
                .query(String.class)
                .list()
                .stream()
                .map(json -> EngineJson.MAPPER.readValue(json, Step.class))
                .toList();
    }

    private Map<ProposalState, Long> proposals(BudgetId id) {
        Map<ProposalState, Long> counts = new EnumMap<>(ProposalState.class);
        reader.sql("""
                        SELECT value,
                            (SELECT count(*) FROM proposal WHERE budget = :budget AND shown = 1 AND state = value)
                            + (SELECT count(*) FROM proposal WHERE budget = :budget AND shown = 0 AND state = value)
                        FROM json_each(:states) AS states""") // several times as fast as to group by the state
                .param("budget", id.value())
                .param("states", EngineJson.MAPPER.writeValueAsString(ProposalState.values()))
                .query(row -> {
                    if (row.getLong(2) > 0) {
                        counts.put(ProposalState.ofCode(row.getString(1)), row.getLong(2));
                    }
                });
        return counts;
    }

    private Map<String, Decided> decided(BudgetId id) {
        Map<String, Decided> decided = new HashMap<>();
        reader.sql("SELECT part, poll, definition, shuffled, lapsed FROM budget_part WHERE budget = ?")
                .param(id.value())
                .query(row -> {
                    decided.put(
                            row.getString("part"),
                            new Decided(
                                    row.getString("part"),
                                    row.getString("poll"),
                                    row.getString("definition"),
                                    row.getBoolean("shuffled"),
                                    row.getString("lapsed")));
                });
        return decided;
    }

    private List<PartView> parts(BudgetId id, BudgetTerms terms) {
        Map<String, Decided> decided = decided(id);
        return terms.parts().stream()
                .map(part -> view(part, decided.get(part.id())))
                .toList();
    }

    private PartView view(Part part, @Nullable Decided decided) {
        if (decided == null || decided.poll() == null) {
            return new PartView(
                    part.id(),
                    part.title(),
                    part.cents(),
                    null,
                    null,
                    null,
                    List.of(),
                    decided == null ? null : decided.lapsed());
        }
        PollId poll = new PollId(decided.poll());
        return new PartView(
                part.id(),
                part.title(),
                part.cents(),
                poll,
                new Hash(Objects.requireNonNull(decided.definition())),
                decided.shuffled() ? Presentation.SHUFFLED : Presentation.DECLARED,
                options(poll).stream()
                        .map(option -> new ProposalId(option.id()))
                        .toList(),
                null);
    }

    private List<PollOption> options(PollId poll) {
        return reader
                .sql("SELECT json FROM poll_option WHERE poll = ? ORDER BY number")
                .param(poll.value())
                .query(String.class)
                .list()
                .stream()
                .map(json -> EngineJson.MAPPER.readValue(json, PollOption.class))
                .toList();
    }

    /** The polls of a budget with their states, in the order of its parts. */
    public Map<PollId, PollState> polls(BudgetId id) {
        Map<PollId, PollState> polls = new LinkedHashMap<>();
        reader.sql("""
                        SELECT poll.poll, state FROM budget_part JOIN poll ON poll.poll = budget_part.poll
                        WHERE budget = ? ORDER BY part""").param(id.value()).query(row -> {
            polls.put(new PollId(row.getString(1)), PollState.ofCode(row.getString(2)));
        });
        return polls;
    }

    /** What came of a budget so far, part by part; empty where there is none. */
    public Optional<BudgetOutcome> outcome(BudgetId id, PollViews polls) {
        return find(id).map(budget -> {
            Optional<RestAwarded> rest = rest(id);
            List<BudgetOutcome.PartOutcome> parts = parts(id, budget.terms()).stream()
                    .map(part -> BudgetOutcome.of(
                            part,
                            part.poll() == null ? List.of() : options(part.poll()),
                            part.poll() == null ? Optional.empty() : polls.outcome(part.poll()),
                            rest))
                    .toList();
            return new BudgetOutcome(id, budget.phase(), parts, rest.orElse(null));
        });
    }

    private Optional<RestAwarded> rest(BudgetId id) {
        return reader.sql("SELECT rest FROM budget WHERE budget = ? AND rest IS NOT NULL")
                .param(id.value())
                .query(String.class)
                .optional()
                .map(json -> EngineJson.MAPPER.readValue(json, RestAwarded.class));
    }
}
