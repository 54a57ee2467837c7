package eu.urne.api.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.urne.api.Server;
import eu.urne.api.ServerSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.util.UriComponentsBuilder;

/** Signing in through an issuer of OpenID Connect. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenIdConnectTest {

    private Issuer issuer;
    private Server server;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        issuer = new Issuer();
        settings().forEach(System::setProperty);
        server = Server.start(ServerSettings.local(folder));
    }

    private Map<String, String> settings() {
        return Map.of(
                "urne.oidc.issuer", issuer.address(),
                "urne.oidc.client-id", "urne",
                "urne.oidc.client-secret", "secret",
                "urne.oidc.scopes", "openid",
                "urne.oidc.roles-claim", "realm.groups",
                "urne.oidc.roles.animator", "animation,centres",
                "urne.oidc.roles.trustee", "bureau");
    }

    @AfterAll
    void end() {
        settings().keySet().forEach(System::clearProperty);
        server.close();
        issuer.close();
    }

    /** The parameters with which a browser is sent to the issuer. */
    private Map<String, String> begun(Staff browser) {
        URI there = URI.create(browser.get("/desk/oidc/city").location());
        assertThat(there.toString()).startsWith(issuer.address() + "/authorize?");
        return UriComponentsBuilder.fromUri(there).build().getQueryParams().toSingleValueMap();
    }

    private Staff.Answer back(Staff browser, String state) {
        return browser.get("/desk/oidc-back?code=c&state=" + state);
    }

    @Test
    void thePageOffersTheOrganisationsAccount() {
        assertThat(new Staff(server).get("/desk/sign-in").text()).contains("href=\"/desk/oidc/city\"");
    }

    @Test
    void theRequestHasStateNonceAndProofKey() {
        assertThat(begun(new Staff(server)))
                .containsEntry("client_id", "urne")
                .containsKeys("state", "nonce", "code_challenge");
    }

    @Test
    void groupsOfTheIssuerGiveRoles() {
        Staff odile = new Staff(server);
        Map<String, String> way = begun(odile);
        issuer.expect(way.get("nonce"), "centres", "others");

        assertThat(back(odile, way.get("state")).text()).contains("url=/desk");
        assertThat(odile.get("/desk").text())
                .contains("Bonjour Odile de la ville")
                .contains("/desk/tablets");
        assertThat(odile.get("/desk/users").status()).isEqualTo(403);
    }

    @Test
    void whoHasNoGroupOfOursIsNotLetIn() {
        Staff stranger = new Staff(server);
        Map<String, String> way = begun(stranger);
        issuer.expect(way.get("nonce"), "others");

        assertThat(back(stranger, way.get("state")).location()).isEqualTo("/desk/sign-in?elsewhere");
        assertThat(stranger.get("/desk").location()).startsWith("/desk/sign-in");
    }

    @Test
    void anAnswerOfTheIssuerWorksForTheBrowserThatBegan() {
        Staff victim = new Staff(server);
        Map<String, String> way = begun(new Staff(server));
        issuer.expect(way.get("nonce"), "bureau");

        assertThat(back(victim, way.get("state")).location()).isEqualTo("/desk/sign-in?elsewhere");
    }

    @Test
    void aTokenForAnotherRequestIsRefused() {
        Staff odile = new Staff(server);
        Map<String, String> way = begun(odile);
        issuer.expect("another nonce", "bureau");

        assertThat(back(odile, way.get("state")).location()).isEqualTo("/desk/sign-in?elsewhere");
    }

    @Test
    void votesDoNotWaitForAnIssuerThatIsSilent(@TempDir Path other) {
        System.setProperty("urne.oidc.issuer", "http://127.0.0.1:9");
        try (Server alone = Server.start(ServerSettings.local(other))) {
            assertThat(new Staff(alone).get("/desk/oidc/city").location()).isEqualTo("/desk/sign-in?elsewhere");
        } finally {
            System.setProperty("urne.oidc.issuer", issuer.address());
        }
    }

    @Test
    void anIssuerWithoutEncryptionIsRefusedAtTheStart(@TempDir Path other) {
        System.setProperty("urne.oidc.issuer", "http://accounts.example");
        try {
            assertThatThrownBy(() -> Server.start(ServerSettings.local(other)).close())
                    .hasMessageStartingWith("urne.oidc.issuer: it must begin with https://");
        } finally {
            System.setProperty("urne.oidc.issuer", issuer.address());
        }
    }
}
