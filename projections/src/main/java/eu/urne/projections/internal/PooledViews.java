package eu.urne.projections.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One connection that writes the read models, some that read. */
abstract sealed class PooledViews implements ViewsDatabase permits SqliteViews, PostgresViews {

    private final ViewWriter writer;
    private final HikariDataSource readers;

    /** Views on these connections, which it closes; the writer's pool has one, that commits nothing by itself. */
    PooledViews(HikariDataSource writer, HikariDataSource readers) {
        this.writer = new ViewWriter(writer);
        this.readers = readers;
    }

    /** Settings of a pool of at most so many connections. */
    static HikariConfig pool(DataSource source, String name, int size) {
        HikariConfig pool = new HikariConfig();
        pool.setDataSource(source);
        pool.setMaximumPoolSize(size);
        pool.setPoolName("views-" + name);
        return pool;
    }

    @Override
    public final ViewWriter writer() {
        return writer;
    }

    @Override
    public final JdbcClient reader() {
        return JdbcClient.create(readers);
    }

    @Override
    public void close() {
        readers.close();
        writer.close();
    }
}
