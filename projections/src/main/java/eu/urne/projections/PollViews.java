package eu.urne.projections;

import eu.urne.engine.EngineJson;
import eu.urne.engine.participation.ParticipationPublished;
import eu.urne.engine.poll.Hash;
import eu.urne.engine.poll.OptionVerdict;
import eu.urne.engine.poll.PollEvent.OutcomeDeclared;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.poll.TabletId;
import eu.urne.engine.receipt.TypedCode;
import eu.urne.engine.roll.EligibilityRule;
import eu.urne.projections.PollTablet.WriteOff;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What pages and REST show of polls. Safe for use by many threads. */
public final class PollViews {

    /** Entries with one code that are looked at: more than one is a chance of millions, or somebody's work. */
    private static final int MOST_OF_ONE_CODE = 100;

    private static final String POLLS = """
            SELECT poll.poll, title, state, ended, kind, hash, options, terms, cards, turnout.ballots, admitted,
                handed_out, sheets, paper_turnout.ballots AS paper
            FROM poll JOIN turnout ON turnout.poll = poll.poll
            LEFT JOIN paper_turnout ON paper_turnout.poll = poll.poll""";

    private final JdbcClient reader;

    /** Reads here. */
    PollViews(JdbcClient reader) {
        this.reader = reader;
    }

    /** All polls in the order of their definition. */
    public List<PollSummary> all() {
        return reader.sql(POLLS + " ORDER BY number")
                .query((row, number) -> summary(row))
                .list();
    }

    /** The polls in which people may vote, in the order of their definition. */
    public List<VotingPoll> voting() {
        return reader.sql(POLLS + " WHERE state = ? ORDER BY number")
                .param(PollState.OPEN.code())
                .query((row, number) -> new VotingPoll(summary(row), who(row.getString("terms"))))
                .list();
    }

    private static @Nullable EligibilityRule who(String terms) {
        JsonNode who = EngineJson.MAPPER.readTree(terms).get("who");
        return who == null ? null : EngineJson.MAPPER.treeToValue(who, EligibilityRule.class);
    }

    private static PollSummary summary(ResultSet row) throws SQLException {
        return new PollSummary(
                new PollId(row.getString("poll")),
                row.getString("title"),
                PollState.ofCode(row.getString("state")),
                row.getBoolean("ended"),
                row.getString("kind"),
                new Hash(row.getString("hash")),
                row.getInt("options"),
                row.getLong("cards"));
    }

    private record SummaryAndTerms(PollSummary summary, String terms) {}

    /** A poll with its definition; empty where there is none. */
    public Optional<PollView> poll(PollId id) {
        return reader.sql(POLLS + " WHERE poll.poll = ?")
                .param(id.value())
                .query((row, number) -> new SummaryAndTerms(summary(row), row.getString("terms")))
                .optional()
                .map(this::view); // behind the query: a second connection while one is held could starve the pool
    }

    private PollView view(SummaryAndTerms row) {
        PollSummary summary = row.summary();
        ObjectNode definition = (ObjectNode) EngineJson.MAPPER.readTree(row.terms());
        ArrayNode options = definition.putArray("options");
        items("poll_option", summary.poll()).forEach(json -> options.add(EngineJson.MAPPER.readTree(json)));
        return new PollView(
                summary.poll(), summary.state(), summary.ended(), summary.hash(), summary.cards(), definition);
    }

    private List<String> items(String table, PollId poll) {
        return reader.sql("SELECT json FROM " + table + " WHERE poll = ? ORDER BY number")
                .param(poll.value())
                .query(String.class)
                .list();
    }

    /** How many took part in a poll; empty where there is none. */
    public Optional<Turnout> turnout(PollId id) {
        return reader.sql(POLLS + " WHERE poll.poll = ?")
                .param(id.value())
                .query((row, number) -> new Turnout(
                        id,
                        PollState.ofCode(row.getString("state")),
                        row.getBoolean("ended"),
                        row.getLong("cards"),
                        row.getLong("ballots"),
                        nullable(row, "sheets"),
                        nullable(row, "paper"),
                        nullable(row, "admitted"),
                        nullable(row, "handed_out")))
                .optional();
    }

    /** Who took part in a poll, as it was published at its close; empty before. */
    public Optional<ParticipationPublished> participation(PollId id) {
        return reader.sql("SELECT json FROM participation WHERE poll = ?")
                .param(id.value())
                .query(String.class)
                .optional()
                .map(json -> EngineJson.MAPPER.readValue(json, ParticipationPublished.class));
    }

    /** The tablets on which people vote in a poll, by their ids. */
    public List<PollTablet> tablets(PollId id) {
        Map<String, List<WriteOff>> asked = new HashMap<>();
        reader.sql("SELECT tablet, asked_by, reason FROM tablet_write_off WHERE poll = ? ORDER BY tablet, asked_by")
                .param(id.value())
                .query(row -> {
                    asked.computeIfAbsent(row.getString("tablet"), none -> new ArrayList<>())
                            .add(new WriteOff(row.getString("asked_by"), row.getString("reason")));
                });
        return reader.sql("SELECT tablet, state FROM poll_tablet WHERE poll = ? ORDER BY tablet")
                .param(id.value())
                .query((row, number) -> new PollTablet(
                        new TabletId(row.getString("tablet")),
                        PollTablet.State.ofCode(row.getString("state")),
                        asked.getOrDefault(row.getString("tablet"), List.of())))
                .list();
    }

    /** How far a tablet is in each poll in which it takes part. */
    public Map<PollId, PollTablet.State> statesOf(TabletId tablet) {
        Map<PollId, PollTablet.State> states = new HashMap<>();
        reader.sql("SELECT poll, state FROM poll_tablet WHERE tablet = ?")
                .param(tablet.hex())
                .query(row -> {
                    states.put(new PollId(row.getString("poll")), PollTablet.State.ofCode(row.getString("state")));
                });
        return states;
    }

    /** The title of a poll; empty where there is none. */
    public Optional<String> title(PollId id) {
        return reader.sql("SELECT title FROM poll WHERE poll = ?")
                .param(id.value())
                .query(String.class)
                .optional();
    }

    private static @Nullable Long nullable(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    /** The outcome of a poll; empty before it is declared. */
    public Optional<OutcomeView> outcome(PollId id) {
        return reader.sql("SELECT json FROM outcome WHERE poll = ?")
                .param(id.value())
                .query(String.class)
                .optional()
                .map(json -> new OutcomeView(EngineJson.MAPPER.readValue(json, OutcomeDeclared.class), scores(id)));
    }

    private List<OptionVerdict> scores(PollId id) {
        return items("score", id).stream()
                .map(json -> EngineJson.MAPPER.readValue(json, OptionVerdict.class))
                .toList();
    }

    /**
     * The positions of the entries of the public log whose codes may be meant: their characters are the same, their
     * pictures are still to be compared. In the order of the log.
     */
    public List<Long> positions(TypedCode.Legible code) {
        return reader.sql("SELECT position FROM receipt_code WHERE characters = ? ORDER BY position LIMIT ?")
                .params(code.number(), MOST_OF_ONE_CODE)
                .query(Long.class)
                .list();
    }
}
