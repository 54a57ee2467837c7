package eu.urne.api.desk;

import java.net.URI;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;

/**
 * How the staff signs in with an account of the city's own, by OpenID Connect (docs/desk.md).
 *
 * @param issuer identifier of the issuer, an https address, or http on this machine
 * @param clientId name of this installation there
 * @param clientSecret its secret there
 * @param scopes what is asked for, {@code openid} among them
 * @param nameClaim claim with the name of a person
 * @param rolesClaim claim with what maps to roles; a text or a list of texts, inside others by dots
 * @param roles for each role the values of that claim that give it
 * @param sitesClaim claim with the ids of the person's sites; empty for all sites
 */
public record OidcSettings(
        URI issuer,
        String clientId,
        String clientSecret,
        Set<String> scopes,
        String nameClaim,
        String rolesClaim,
        Map<Role, Set<String>> roles,
        String sitesClaim) {

    private static final String PREFIX = "urne.oidc.";

    /** Checks that somebody can sign in. */
    public OidcSettings {
        if (!"https".equals(issuer.getScheme())
                && !List.of("127.0.0.1", "localhost").contains(issuer.getHost())) {
            throw new IllegalArgumentException("urne.oidc.issuer: it must begin with https://, not " + issuer);
        }
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("urne.oidc.roles: no value of the claim gives a role");
        }
    }

    /**
     * The settings {@code urne.oidc.*}; empty where there is no issuer.
     *
     * @throws IllegalArgumentException in one sentence that names the setting
     */
    public static Optional<OidcSettings> of(Environment environment) {
        String issuer = environment.getProperty(PREFIX + "issuer", "").strip();
        if (issuer.isEmpty()) {
            return Optional.empty();
        }
        Map<Role, Set<String>> roles = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            Set<String> values = words(
                    environment.getProperty(PREFIX + "roles." + role.name().toLowerCase(Locale.ROOT), ""));
            if (!values.isEmpty()) {
                roles.put(role, values);
            }
        }
        Set<String> scopes = words(environment.getProperty(PREFIX + "scopes", "openid,profile"));
        scopes.add("openid");
        return Optional.of(new OidcSettings(
                uri(issuer),
                needed(environment, "client-id"),
                needed(environment, "client-secret"),
                scopes,
                environment.getProperty(PREFIX + "name-claim", "preferred_username"),
                environment.getProperty(PREFIX + "roles-claim", "roles"),
                roles,
                environment.getProperty(PREFIX + "sites-claim", "")));
    }

    private static URI uri(String issuer) {
        try {
            return URI.create(issuer);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("urne.oidc.issuer: \"" + issuer + "\" is no address", e);
        }
    }

    private static String needed(Environment environment, String name) {
        String value = environment.getProperty(PREFIX + name, "").strip();
        if (value.isEmpty()) {
            throw new IllegalArgumentException(PREFIX + name + ": it is needed where there is an issuer");
        }
        return value;
    }

    private static Set<String> words(String text) {
        Set<String> words = new LinkedHashSet<>();
        Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .forEach(words::add);
        return words;
    }

    /** What somebody with these claims may do; none if she may not sign in. */
    Set<Role> roles(Map<String, Object> claims) {
        Set<String> values = new LinkedHashSet<>(texts(claims, rolesClaim));
        Set<Role> given = new LinkedHashSet<>();
        roles.forEach((role, giving) -> {
            if (giving.stream().anyMatch(values::contains)) {
                given.add(role);
            }
        });
        return given;
    }

    /**
     * The sites of somebody with these claims; empty for all.
     *
     * @throws IllegalArgumentException if sites are to come from a claim and none does
     */
    Set<String> sites(Map<String, Object> claims) {
        if (sitesClaim.isEmpty()) {
            return Set.of();
        }
        Set<String> sites = new LinkedHashSet<>(texts(claims, sitesClaim));
        if (sites.isEmpty()) {
            throw new IllegalArgumentException("the claim " + sitesClaim + " names no site");
        }
        return sites;
    }

    /** The name of somebody with these claims. */
    String name(Map<String, Object> claims) {
        return Stream.of(nameClaim, "name", "email", "sub")
                .flatMap(claim -> texts(claims, claim).stream())
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(Map<String, Object> claims, String path) {
        Object value = claims;
        for (String step : path.split("\\.", -1)) {
            value = value instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return switch (value) {
            case null -> List.of();
            case String text -> List.of(text);
            case List<?> list ->
                list.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList();
            default -> List.of();
        };
    }
}
