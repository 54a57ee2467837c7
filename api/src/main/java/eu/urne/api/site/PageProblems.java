package eu.urne.api.site;

import eu.urne.api.web.Preference;
import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.api.web.SettingsException;
import eu.urne.engine.store.StoreException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.ErrorResponse;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Tells people in a browser on a friendly page what programs are told as a problem detail. The API and the log answer
 * programs always; the desk has pages of its own.
 */
public final class PageProblems implements HandlerExceptionResolver, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(PageProblems.class);
    private static final List<String> OTHERS = List.of("/api/", "/log/", "/desk/", "/assets/", "/app/");

    /** Before the one who answers programs. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception exception) {
        String path = request.getRequestURI() + "/";
        if (!Preference.isFor(MediaType.TEXT_HTML, request.getHeader(HttpHeaders.ACCEPT))
                || OTHERS.stream().anyMatch(path::startsWith)
                || exception instanceof SettingsException) {
            return null;
        }
        Problem problem = problem(exception);
        if (problem == Problem.DEFECT) {
            LOG.error("a page failed by a defect", exception);
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT + ", " + HttpHeaders.ACCEPT_LANGUAGE);
        return new ModelAndView("site/problem", Map.of("kind", kind(problem)), problem.status());
    }

    private static Problem problem(Exception exception) {
        return switch (exception) {
            case ProblemException known -> known.problem();
            case StoreException.Busy busy -> Problem.BUSY;
            case StoreException broken -> {
                LOG.error("the store failed", broken);
                yield Problem.UNAVAILABLE;
            }
            case MethodArgumentTypeMismatchException mismatch -> Problem.UNKNOWN;
            case ErrorResponse response -> Problem.of(response.getStatusCode().value());
            default -> Problem.DEFECT;
        };
    }

    /** Which words the page has. */
    private static String kind(Problem problem) {
        return switch (problem) {
            case UNKNOWN, ERASED -> "unknown";
            case BUSY, UNAVAILABLE, BEHIND -> "busy";
            case DEFECT -> "defect";
            default -> "wrong";
        };
    }
}
