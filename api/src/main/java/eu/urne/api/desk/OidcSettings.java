package eu.urne.api.desk;

import eu.urne.api.settings.Setting;
import eu.urne.api.settings.Settings;
import java.net.URI;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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

    private static final Map<Role, Setting> VALUES = Map.of(
            Role.ANIMATOR, Setting.OIDC_ROLES_ANIMATOR,
            Role.CITY, Setting.OIDC_ROLES_CITY,
            Role.SECRETARY, Setting.OIDC_ROLES_SECRETARY,
            Role.TRUSTEE, Setting.OIDC_ROLES_TRUSTEE,
            Role.ADMIN, Setting.OIDC_ROLES_ADMIN);

    /**
     * Those that an installation was told; empty where there is no issuer.
     *
     * @throws IllegalArgumentException in one sentence, if one is missing without which nobody can sign in
     */
    public static Optional<OidcSettings> of(Settings settings) {
        Optional<URI> issuer = settings.told(Setting.OIDC_ISSUER).map(URI::create);
        if (issuer.isEmpty()) {
            return Optional.empty();
        }
        Map<Role, Set<String>> roles = new EnumMap<>(Role.class);
        VALUES.forEach((role, setting) -> {
            if (settings.isGiven(setting)) {
                roles.put(role, Set.copyOf(settings.words(setting)));
            }
        });
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("urne.oidc.roles: no value of the claim gives a role");
        }
        Set<String> scopes = new LinkedHashSet<>(settings.words(Setting.OIDC_SCOPES));
        scopes.add("openid");
        return Optional.of(new OidcSettings(
                issuer.get(),
                needed(settings, Setting.OIDC_CLIENT_ID),
                needed(settings, Setting.OIDC_CLIENT_SECRET),
                scopes,
                settings.text(Setting.OIDC_NAME_CLAIM),
                settings.text(Setting.OIDC_ROLES_CLAIM),
                roles,
                settings.text(Setting.OIDC_SITES_CLAIM)));
    }

    private static String needed(Settings settings, Setting setting) {
        return settings.told(setting)
                .orElseThrow(
                        () -> new IllegalArgumentException(setting.key() + ": it is needed where there is an issuer"));
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
