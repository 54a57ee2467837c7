package eu.urne.api.desk;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
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
    private static final int MOST = 1_000;

    private record Way(OAuth2AuthorizationRequest request, long untilMs) {}

    private final Clock clock;
    private final Map<String, Way> ways = new LinkedHashMap<>();

    OidcRequests(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        Way way = ways.get(key(request));
        return way != null
                        && way.untilMs > clock.millis()
                        && way.request.getState() != null
                        && way.request.getState().equals(request.getParameter("state"))
                ? way.request
                : null;
    }

    @Override
    public synchronized void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest way, HttpServletRequest request, HttpServletResponse response) {
        if (way == null) {
            removeAuthorizationRequest(request, response);
            return;
        }
        String key = Secrets.token();
        ways.put(key, new Way(way, clock.millis() + VALID.toMillis()));
        if (ways.size() > MOST) {
            ways.remove(ways.keySet().iterator().next());
        }
        cookie(request, response, key, VALID);
    }

    @Override
    public synchronized @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
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
