package eu.urne.api.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Puts a bound on the body of every request, and tells browsers how little our answers need ({@link ContentPolicy}); no
 * word to others about where the reader came from.
 */
public final class BoundedRequestFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(
                "Content-Security-Policy",
                ContentPolicy.of(request.getRequestURI()).header());
        response.setHeader("Referrer-Policy", "no-referrer");
        chain.doFilter(new BoundedRequest(request), response);
    }
}
