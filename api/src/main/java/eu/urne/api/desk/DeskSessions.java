package eu.urne.api.desk;

import jakarta.servlet.Filter;
import java.util.Optional;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;

/**
 * The sessions of the desk in its database, so that any node answers who has signed in on another. Their end is decided
 * by {@link SessionLife}; rows that nobody uses are deleted every minute.
 */
final class DeskSessions implements AutoCloseable {

    private final Optional<JdbcIndexedSessionRepository> repository;

    DeskSessions(DeskDatabase desk) {
        repository = desk.isShared() ? Optional.of(repository(desk)) : Optional.empty();
    }

    private static JdbcIndexedSessionRepository repository(DeskDatabase desk) {
        JdbcIndexedSessionRepository repository =
                new JdbcIndexedSessionRepository(new JdbcTemplate(desk.source()), desk.transactions());
        repository.setTableName("desk_session");
        repository.setDefaultMaxInactiveInterval(SessionLife.IDLE);
        GenericConversionService kept = new GenericConversionService();
        kept.addConverter(Object.class, byte[].class, KeptObjects::bytes);
        kept.addConverter(byte[].class, Object.class, KeptObjects::object);
        repository.setConversionService(kept);
        new PostgreSqlJdbcIndexedSessionRepositoryCustomizer().customize(repository);
        repository.afterPropertiesSet();
        return repository;
    }

    /** Whether there are such sessions; those of a single node are in its memory. */
    boolean areShared() {
        return repository.isPresent();
    }

    /** Gives requests their sessions, by a cookie like that of a single node. */
    Filter filter() {
        return repository
                .<Filter>map(DeskSessions::filter)
                .orElse((request, response, chain) -> chain.doFilter(request, response));
    }

    private static Filter filter(JdbcIndexedSessionRepository repository) {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName(DeskSecurity.COOKIE);
        cookie.setCookiePath(DeskSecurity.PATH);
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Strict");
        CookieHttpSessionIdResolver resolver = new CookieHttpSessionIdResolver();
        resolver.setCookieSerializer(cookie);
        SessionRepositoryFilter<?> filter = new SessionRepositoryFilter<>(repository);
        filter.setHttpSessionIdResolver(resolver);
        return filter;
    }

    @Override
    public void close() {
        repository.ifPresent(JdbcIndexedSessionRepository::destroy);
    }
}
