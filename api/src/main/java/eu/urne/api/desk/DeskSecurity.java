package eu.urne.api.desk;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * How the desk knows who asks. It stands before {@code /desk} only: no other path has sessions or cookies, or any part
 * in this.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
public class DeskSecurity {

    /** Where the desk begins. */
    static final String PATH = "/desk";

    /** The page to sign in. */
    static final String SIGN_IN = PATH + "/sign-in";

    /** What is answered to a form from elsewhere. */
    static final String FORGED = PATH + "/forged";

    /** The page that leads on who comes back from her organisation. */
    static final String ARRIVED = PATH + "/arrived";

    private static final String SIGN_OUT = PATH + "/sign-out";
    /** Cookie of the session. */
    static final String COOKIE = "urne-desk";

    private static final String NAME = "name";

    @Bean
    Users deskUsers(DeskDatabase database) {
        return new Users(database);
    }

    @Bean
    Passwords deskPasswords() {
        return new Passwords();
    }

    @Bean
    SignInDelays signInDelays(DeskDatabase database, Clock clock) {
        return new SignInDelays(database, clock);
    }

    @Bean
    KnownBrowsers knownBrowsers(DeskDatabase database) {
        return new KnownBrowsers(database);
    }

    @Bean
    DeskTexts deskTexts(MessageSource messages) {
        return new DeskTexts(messages);
    }

    @Bean
    OneTimeLinks oneTimeLinks(DeskDatabase database, Users users, Passwords passwords, Clock clock) {
        return new OneTimeLinks(database, users, passwords, clock);
    }

    @Bean
    SecurityFilterChain deskChain(
            HttpSecurity http,
            Users users,
            Passwords passwords,
            SignInDelays delays,
            KnownBrowsers browsers,
            Optional<OidcSettings> oidc,
            DeskDatabase database,
            Clock clock)
            throws Exception {
        if (oidc.isPresent()) {
            new OidcSignIn(oidc.get(), OidcWays.of(database), users, clock).addTo(http);
        }
        DeskRefusals refusals = new DeskRefusals();
        return http.securityMatcher(PathPatternRequestMatcher.pathPattern(PATH + "/**"))
                .addFilterAfter(new SessionLife(users, clock), SecurityContextHolderFilter.class)
                .authenticationProvider(new PasswordSignIn(users, passwords, delays, browsers, clock))
                .csrf(csrf -> csrf.csrfTokenRepository(new DeskCsrf()))
                .headers(headers -> headers.httpStrictTransportSecurity(hsts -> hsts.disable()))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .formLogin(form -> form.loginPage(SIGN_IN)
                        .usernameParameter(NAME)
                        .passwordParameter("password")
                        .authenticationDetailsSource(KnownBrowsers::value)
                        .successHandler((request, response, signedIn) -> {
                            browsers.know(request.getParameter(NAME), request, response);
                            response.sendRedirect(PATH);
                        })
                        .failureUrl(SIGN_IN + "?wrong"))
                .logout(out -> out.logoutRequestMatcher(
                                PathPatternRequestMatcher.pathPattern(HttpMethod.POST, SIGN_OUT))
                        .deleteCookies(COOKIE)
                        .logoutSuccessUrl(SIGN_IN + "?out"))
                .exceptionHandling(
                        each -> each.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .authorizeHttpRequests(
                        paths -> paths.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers(SIGN_IN, PATH + "/link/*")
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .build();
    }

    /** Where nodes share the desk: before its other filters, which use the session. */
    @Bean
    FilterRegistrationBean<Filter> deskSessionFilter(DeskSessions sessions) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(sessions.filter());
        registration.addUrlPatterns(PATH, PATH + "/*");
        registration.setOrder(Ordered.LOWEST_PRECEDENCE - 2);
        registration.setEnabled(sessions.areShared());
        return registration;
    }

    @Bean
    DeskSessions deskSessions(DeskDatabase database) {
        return new DeskSessions(database);
    }

    /** By itself it would stand before every path. */
    @Bean
    FilterRegistrationBean<Filter> deskFilter(@Qualifier("springSecurityFilterChain") Filter chain) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(chain);
        registration.addUrlPatterns(PATH, PATH + "/*");
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST));
        registration.setOrder(Ordered.LOWEST_PRECEDENCE - 1);
        return registration;
    }
}
