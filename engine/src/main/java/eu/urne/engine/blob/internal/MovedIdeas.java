package eu.urne.engine.blob.internal;

import eu.urne.engine.blob.IdeaText;
import eu.urne.engine.store.OtherForms;
import eu.urne.engine.store.Sql;
import java.sql.SQLException;
import java.util.List;

/** The index of ideas in another database: made anew from their words, by the rules of the index there. */
final class MovedIdeas implements OtherForms {

    private static final int PAGE = 200;
    private static final String SOME = """
            SELECT idea.number, shelf, content FROM idea JOIN blob ON blob.number = idea.number
            WHERE idea.number > ? AND content IS NOT NULL ORDER BY idea.number LIMIT ?""";

    private record Idea(long number, String shelf, byte[] content) {}

    @Override
    public boolean has(String table) {
        return table.equals("idea") || table.startsWith("idea_");
    }

    @Override
    public void move(Side from, Side to) throws SQLException {
        IdeaIndex index = IdeaIndex.of(to.isPostgresql());
        for (List<Idea> page = page(from, Long.MIN_VALUE); !page.isEmpty(); page = page(from, page.getLast().number)) {
            for (Idea idea : page) {
                index.add(to.connection(), idea.number, idea.shelf, IdeaText.read(idea.content));
            }
        }
    }

    /** It follows from rows that are the same. */
    @Override
    public void moveAgain(Side from, Side to) {}

    private static List<Idea> page(Side from, long after) throws SQLException {
        return Sql.list(
                from.connection(),
                row -> new Idea(row.getLong(1), row.getString(2), row.getBytes(3)),
                SOME,
                after,
                PAGE);
    }
}
