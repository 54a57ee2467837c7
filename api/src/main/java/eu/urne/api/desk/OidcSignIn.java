package eu.urne.api.desk;

import eu.urne.api.web.ProblemException;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/**
 * Lets in whom the city's own accounts know, with the roles that her claims give. She is a user like others, made when
 * she first comes; what she may do is what the issuer said when she signed in.
 */
final class OidcSignIn {

    private static final Logger LOG = LoggerFactory.getLogger(OidcSignIn.class);

    private final OidcSettings settings;
    private final Users users;
    private final Clock clock;
    private final OidcWays ways;
    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    OidcSignIn(OidcSettings settings, OidcWays ways, Users users, Clock clock) {
        this.settings = settings;
        this.ways = ways;
        this.users = users;
        this.clock = clock;
    }

    /** Adds this way in to the desk's others. */
    void addTo(HttpSecurity http) throws Exception {
        OidcIssuer issuer = new OidcIssuer(settings);
        http.addFilterBefore(
                (request, response, chain) -> {
                    if (isBegin(request) && !issuer.answers()) {
                        ((HttpServletResponse) response).sendRedirect(DeskSecurity.SIGN_IN + "?elsewhere");
                    } else {
                        chain.doFilter(request, response);
                    }
                },
                OAuth2AuthorizationRequestRedirectFilter.class);
        http.oauth2Login(login -> login.loginPage(DeskSecurity.SIGN_IN)
                .clientRegistrationRepository(issuer)
                .authorizedClientRepository(new NoTokens())
                .authorizationEndpoint(begin ->
                        begin.baseUri(OidcIssuer.BEGIN).authorizationRequestRepository(new OidcRequests(ways, clock)))
                .redirectionEndpoint(back -> back.baseUri(OidcIssuer.BACK))
                .successHandler(this::succeeded)
                .failureHandler((request, response, e) -> {
                    LOG.warn(
                            "signing in by OpenID Connect failed: {}",
                            e.getClass().getSimpleName());
                    response.sendRedirect(DeskSecurity.SIGN_IN + "?elsewhere");
                }));
    }

    private static boolean isBegin(ServletRequest request) {
        return ((HttpServletRequest) request).getRequestURI().equals(OidcIssuer.BEGIN + "/" + OidcIssuer.ID);
    }

    private void succeeded(HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException, ServletException {
        try {
            Users.Account account = account((OidcUser) authentication.getPrincipal());
            if (account.disabled()) {
                throw new IllegalArgumentException("the user is disabled");
            }
            SecurityContext context = new SecurityContextImpl(PasswordSignIn.authentication(account, clock));
            SecurityContextHolder.setContext(context);
            sessions.saveContext(context, request, response);
            // a redirect would still be the issuer's: the session's cookie would not come along
            request.getRequestDispatcher(DeskSecurity.ARRIVED).forward(request, response);
        } catch (IllegalArgumentException | ProblemException e) {
            LOG.warn("somebody whom the issuer knows was not let in: {}", e.getMessage());
            request.getSession().invalidate();
            SecurityContextHolder.clearContext();
            response.sendRedirect(DeskSecurity.SIGN_IN + "?elsewhere");
        }
    }

    private Users.Account account(OidcUser known) {
        Map<String, Object> claims = known.getClaims();
        Set<Role> roles = settings.roles(claims);
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("no value of the claim " + settings.rolesClaim() + " gives a role");
        }
        String subject = settings.issuer() + " " + known.getSubject();
        DeskUser user = users.fromIssuer(subject, settings.name(claims), roles, settings.sites(claims));
        return users.byPseudonym(user.pseudonym()).orElseThrow();
    }

    /** Nothing is asked of the issuer later. */
    private static final class NoTokens implements OAuth2AuthorizedClientRepository {

        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals") // the interface has it so; there may be none
        public <T extends OAuth2AuthorizedClient> T loadAuthorizedClient(
                String id, Authentication principal, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {
            // forgotten
        }

        @Override
        public void removeAuthorizedClient(
                String id, Authentication principal, HttpServletRequest request, HttpServletResponse response) {
            // there is none
        }
    }
}
