package eu.urne.api.web;

import eu.urne.engine.CommandOrigin;
import eu.urne.engine.store.StoreException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each request a random id: it stands in the answer and in every line of the log that the request causes, and
 * nowhere else. What a client says is not taken: it could say who she is.
 */
public final class RequestIds extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(RequestIds.class);

    /** Header of answers. */
    public static final String HEADER = "X-Request-Id";

    /** Name of the id in lines of the log. */
    private static final String REQUEST = "request";

    private static final String COMMAND = "command";
    private static final String RETRY_AFTER_S = "2";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = UUID.randomUUID().toString();
        response.setHeader(HEADER, id);
        MDC.put(REQUEST, id);
        try {
            chain.doFilter(request, response);
        } catch (StoreException | DataAccessResourceFailureException e) {
            LOG.error("a database is away: {}", e.getMessage());
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_S);
            Problem.UNAVAILABLE.write(response, "a database of the server is away; send the same again later");
        } catch (InvalidParameterException e) {
            if (e.getErrorCode() == HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE) {
                Problem.TOO_LARGE.write(response, "the form, or a file in it, is too large");
            } else {
                Problem.BAD_REQUEST.write(
                        response, "the form or the query is not written in UTF-8, or has too many fields");
            }
        } catch (RuntimeException e) {
            LOG.error("a request failed by a defect before any handler", e);
            throw e;
        } finally {
            MDC.remove(REQUEST);
            MDC.remove(COMMAND);
        }
    }

    /**
     * Has the lines of the log name a command of the staff. Those of voters are not named: a line has a moment, and a
     * ballot's id beside it would tell when it was cast.
     */
    public static CommandOrigin named(CommandOrigin origin) {
        MDC.put(COMMAND, origin.id());
        return origin;
    }
}
