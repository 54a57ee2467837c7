package eu.urne.projections;

import eu.urne.engine.poll.PollId;
import eu.urne.engine.poll.Token;
import eu.urne.projections.SheetView.State;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the persons who enter sheets of paper have to do. Safe for use by many threads. */
public final class PaperViews {

    private final JdbcClient reader;

    /** Reads here. */
    PaperViews(JdbcClient reader) {
        this.reader = reader;
    }

    /**
     * Sheets of a poll that somebody entered, by their tokens.
     *
     * @param state of all of them; null for every state
     * @param page from 0
     * @param size of a page
     */
    public List<SheetView> sheets(PollId poll, @Nullable State state, int page, int size) {
        return reader.sql("""
                        SELECT token, state, entered_by FROM paper_sheet
                        WHERE poll = ? AND coalesce(?, state) = state
                        ORDER BY token LIMIT ? OFFSET ?""")
                .params(poll.value(), state == null ? null : state.code(), size, (long) page * size)
                .query((row, number) -> new SheetView(
                        new Token(row.getString("token")),
                        State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                        row.getString("entered_by")))
                .list();
    }
}
