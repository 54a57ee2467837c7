package eu.urne.api.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Puts a bound on the body of every request, and tells browsers how little our answers need ({@link ContentPolicy}); no
 * word to others about where the reader came from. Forms with files are taken at the desk only.
 */
public final class BoundedRequestFilter extends OncePerRequestFilter {

    /** A path that leads where it seems to: no step back, nothing encoded, no parameters of its parts. */
    private static final Pattern PLAIN = Pattern.compile("(/[A-Za-z0-9_-]+)+");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(
                "Content-Security-Policy",
                ContentPolicy.of(request.getRequestURI()).header());
        response.setHeader("Referrer-Policy", "no-referrer");
        if (isFileForm(request) && !isDesk(request)) {
            response.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE); // before anything reads it
            return;
        }
        if (isLongForm(request) && !isDesk(request)) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        chain.doFilter(new BoundedRequest(request), response);
    }

    /** Whether it is a form that is longer than strangers may send, or does not say how long: minutes are. */
    public static boolean isLongForm(HttpServletRequest request) {
        String type = request.getContentType();
        long length = request.getContentLengthLong();
        return type != null
                && type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded")
                && (length < 0 || length > BoundedRequest.OPEN_LIMIT);
    }

    private static boolean isDesk(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/desk/") && PLAIN.matcher(path).matches();
    }

    /** Whether the body is a form with files, which the container reads by itself and without our bounds. */
    public static boolean isFileForm(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }
}
