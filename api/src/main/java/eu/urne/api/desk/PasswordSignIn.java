package eu.urne.api.desk;

import eu.urne.api.web.ProblemException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/** Lets in who has the password. A wrong name, password and a locked name are told with the same words. */
final class PasswordSignIn implements AuthenticationProvider {

    private final Users users;
    private final Passwords passwords;
    private final SignInDelays delays;
    private final KnownBrowsers browsers;
    private final Clock clock;

    PasswordSignIn(Users users, Passwords passwords, SignInDelays delays, KnownBrowsers browsers, Clock clock) {
        this.users = users;
        this.passwords = passwords;
        this.delays = delays;
        this.browsers = browsers;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication given) {
        String name = given.getName();
        String password = String.valueOf(given.getCredentials());
        Optional<Users.Account> account = users.byName(name).filter(known -> !known.disabled());
        boolean right = matches(password, account.map(Users.Account::hash).orElse(null));
        String counted = browsers.countedAs(name, String.valueOf(given.getDetails()));
        boolean locked = delays.isLocked(counted); // asked last, so that many attempts at once are no way around
        if (locked || !right || account.isEmpty()) {
            if (!locked) {
                delays.failed(counted);
            }
            throw new BadCredentialsException("name or password are wrong");
        }
        delays.succeeded(counted);
        return authentication(account.get(), clock);
    }

    private boolean matches(String password, @Nullable String hash) {
        try {
            return passwords.match(password, hash);
        } catch (ProblemException e) {
            throw new AuthenticationServiceException(e.sentence(), e);
        }
    }

    /** What the session of that user holds. */
    static Authentication authentication(Users.Account account, Clock clock) {
        SignedIn signedIn = new SignedIn(account.user().pseudonym(), account.epoch(), clock.millis());
        return UsernamePasswordAuthenticationToken.authenticated(signedIn, null, List.of());
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
