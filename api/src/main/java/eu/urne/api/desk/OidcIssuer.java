package eu.urne.api.desk;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;

/**
 * The issuer as it describes itself (OpenID Connect Discovery 1.0). It is asked when somebody first signs in, and again
 * until it answers: votes must not wait for it.
 */
final class OidcIssuer implements ClientRegistrationRepository {

    /** Name of the only issuer in our addresses. */
    static final String ID = "city";

    /** Where signing in there begins. */
    static final String BEGIN = DeskSecurity.PATH + "/oidc";

    /** Where it leads back. */
    static final String BACK = DeskSecurity.PATH + "/oidc-back";

    private static final Logger LOG = LoggerFactory.getLogger(OidcIssuer.class);

    private final OidcSettings settings;
    private volatile @Nullable ClientRegistration described;

    OidcIssuer(OidcSettings settings) {
        this.settings = settings;
    }

    /** Whether it has described itself, now or before. */
    boolean answers() {
        try {
            return findByRegistrationId(ID) != null;
        } catch (RuntimeException e) { // whatever is wrong with the network or the description
            LOG.warn("the issuer {} does not describe itself: {}", settings.issuer(), e.getMessage());
            return false;
        }
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        if (!id.equals(ID)) {
            return null;
        }
        ClientRegistration known = described;
        if (known == null) {
            known = ClientRegistrations.fromIssuerLocation(settings.issuer().toString())
                    .registrationId(ID)
                    .clientId(settings.clientId())
                    .clientSecret(settings.clientSecret())
                    .scope(settings.scopes())
                    .userNameAttributeName("sub")
                    .redirectUri("{baseUrl}" + BACK)
                    .clientSettings(ClientRegistration.ClientSettings.builder()
                            .requireProofKey(true)
                            .build())
                    .build();
            described = known;
        }
        return known;
    }
}
