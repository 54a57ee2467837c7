package eu.urne.api.desk;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.web.util.WebUtils;

/**
 * Who is on the way to the issuer and back. The session's cookie does not come along when the issuer leads back, since
 * it is for our own pages only (SameSite=Strict); so another one tells whose way it was, for ten minutes.
 */
final class OidcRequests implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    private static final String COOKIE = "urne-desk-way";
    private static final Duration VALID = Duration.ofMinutes(10);

    private final OidcWays ways;
    private final Clock clock;

    OidcRequests(OidcWays ways, Clock clock) {
        this.ways = ways;
        this.clock = clock;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        return ways.find(key(request), clock.millis())
                .filter(way -> way.getState() != null && way.getState().equals(request.getParameter("state")))
                .orElse(null);
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest way, HttpServletRequest request, HttpServletResponse response) {
        if (way == null) {
            removeAuthorizationRequest(request, response);
            return;
        }
        String key = Secrets.token();
        ways.put(key, way, clock.millis() + VALID.toMillis());
        cookie(request, response, key, VALID);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        OAuth2AuthorizationRequest way = loadAuthorizationRequest(request);
        ways.remove(key(request));
        cookie(request, response, "", Duration.ZERO);
        return way;
    }

    private static String key(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null ? "" : cookie.getValue();
    }

    private static void cookie(HttpServletRequest request, HttpServletResponse response, String value, Duration age) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, value)
                        .path(OidcIssuer.BACK)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .maxAge(age)
                        .build()
                        .toString());
    }
}
