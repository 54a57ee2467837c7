package eu.urne.api.desk;

import eu.urne.api.web.BoundedRequestFilter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends sessions: half an hour after the last thing that the person did, twelve hours after she signed in, and at once
 * when she is disabled or has a new password. What a page asks by itself to stay up to date is nothing that she did.
 */
final class SessionLife extends OncePerRequestFilter {

    /** Time without a request after which a session ends. */
    static final Duration IDLE = Duration.ofMinutes(30);

    /** Time after which every session ends. */
    static final Duration LONGEST = Duration.ofHours(12);

    /** Header of requests that a page makes by itself. */
    static final String BY_ITSELF = "Urne-By-Itself";

    private static final String USER = SessionLife.class.getName() + ".user";
    private static final String SEEN_MS = SessionLife.class.getName() + ".seen";

    private final Users users;
    private final Clock clock;

    SessionLife(Users users, Clock clock) {
        this.users = users;
        this.clock = clock;
    }

    /** Who has asked; empty for nobody who is signed in. */
    static Optional<DeskUser> user(HttpServletRequest request) {
        return Optional.ofNullable((DeskUser) request.getAttribute(USER));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        Authentication authentication =
                session == null ? null : SecurityContextHolder.getContext().getAuthentication();
        if (session != null) {
            Optional<DeskUser> user = authentication != null && authentication.getPrincipal() instanceof SignedIn known
                    ? alive(known, session)
                    : Optional.empty();
            if (user.isPresent()) {
                request.setAttribute(USER, user.get());
                if (request.getHeader(BY_ITSELF) == null) {
                    session.setAttribute(SEEN_MS, clock.millis());
                }
            } else {
                session.invalidate();
                SecurityContextHolder.clearContext();
            }
        }
        if (user(request).isEmpty()
                && (BoundedRequestFilter.isFileForm(request) || BoundedRequestFilter.isLongForm(request))) {
            response.sendRedirect(
                    DeskSecurity.SIGN_IN + "?over"); // nothing reads large files and long forms of strangers
            return;
        }
        chain.doFilter(request, response);
    }

    private Optional<DeskUser> alive(SignedIn known, HttpSession session) {
        long nowMs = clock.millis();
        long seenMs = session.getAttribute(SEEN_MS) instanceof Long ms ? ms : known.sinceMs();
        if (nowMs - seenMs > IDLE.toMillis() || nowMs - known.sinceMs() > LONGEST.toMillis()) {
            return Optional.empty();
        }
        return users.byPseudonym(known.pseudonym())
                .filter(account -> !account.disabled() && account.epoch() == known.epoch())
                .map(Users.Account::user);
    }
}
