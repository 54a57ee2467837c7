package eu.urne.projections.internal;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Where the read models are kept, and what their place asks for. */
public sealed interface ViewsDatabase extends AutoCloseable permits PooledViews {

    /** For the one who writes. */
    ViewWriter writer();

    /** For everybody who reads. */
    JdbcClient reader();

    /** Up to where they are built, and by whom. */
    Positions positions();

    /** Makes the indexes that reading needs and writing in bulk does not; those that exist already stay. */
    void index();

    /** Lets reading be fast at once after much was written in bulk. */
    void settle();

    @Override
    void close();
}
