package eu.urne.api.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.urne.api.Server;
import eu.urne.api.ServerSettings;
import eu.urne.api.settings.Setting;
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
        server = Server.start(with(folder, issuer.address()));
    }

    private static ServerSettings with(Path folder, String issuer) {
        return ServerSettings.local(folder)
                .with(Map.of(
                        Setting.OIDC_ISSUER, issuer,
                        Setting.OIDC_CLIENT_ID, "urne",
                        Setting.OIDC_CLIENT_SECRET, "secret",
                        Setting.OIDC_SCOPES, "openid",
                        Setting.OIDC_ROLES_CLAIM, "realm.groups",
                        Setting.OIDC_ROLES_ANIMATOR, "animation,centres",
                        Setting.OIDC_ROLES_TRUSTEE, "bureau"));
    }

    @AfterAll
    void end() {
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
        try (Server alone = Server.start(with(other, "http://127.0.0.1:9"))) {
            assertThat(new Staff(alone).get("/desk/oidc/city").location()).isEqualTo("/desk/sign-in?elsewhere");
        }
    }

    @Test
    void anIssuerWithoutEncryptionIsRefusedAtTheStart(@TempDir Path other) {
        assertThatThrownBy(() -> with(other, "http://accounts.example"))
                .hasMessageStartingWith("urne.oidc.issuer: \"http://accounts.example\" is wrong: an address");
        assertThat(other).isEmptyDirectory();
    }

    @Test
    void anIssuerThatKnowsNothingOfUsIsRefusedAtTheStart(@TempDir Path other) {
        ServerSettings lacking = with(other, issuer.address()).with(Map.of(Setting.OIDC_CLIENT_ID, ""));
        assertThatThrownBy(() -> Server.start(lacking))
                .hasMessage("urne.oidc.client-id: it is needed where there is an issuer");
        assertThat(other).isEmptyDirectory();
    }
}
