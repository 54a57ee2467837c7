package eu.urne.api.desk;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.api.Server;
import eu.urne.api.ServerSettings;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The doors of the desk: the first link, the sign-in form, the session. */
class SigningInTest {

    @TempDir
    Path folder;

    private Server server;

    @BeforeEach
    void start() {
        server = Server.start(ServerSettings.local(folder));
    }

    @AfterEach
    void end() {
        server.close();
    }

    @Test
    void theFirstAdministratorChoosesNameAndPasswordByTheLinkAndSignsIn() {
        Staff ada = Staff.administrator(server);

        assertThat(ada.get("/desk").text()).contains("Bonjour Ada Ministre");
    }

    @Test
    void theLinkOfTheFirstAdministratorWorksOnce() {
        Staff.administrator(server);
        Staff thief = new Staff(server);
        String link = server.firstAdministrator().orElseThrow();

        assertThat(thief.get(link).status()).isEqualTo(410);
        assertThat(thief.send(
                                "/desk/sign-in",
                                link,
                                Map.of("name", "Eve", "password", Staff.PASSWORD, "again", Staff.PASSWORD))
                        .status())
                .isEqualTo(410);
    }

    @Test
    void whoIsNotSignedInIsLedToTheForm() {
        assertThat(new Staff(server).get("/desk").location()).isEqualTo("/desk/sign-in");
    }

    @Test
    void signingInGivesANewSession() {
        Staff ada = Staff.administrator(server);
        String before = ada.cookie("urne-desk");

        ada.signIn("Ada Ministre", Staff.PASSWORD);

        assertThat(before).isNotEmpty();
        assertThat(ada.cookie("urne-desk")).isNotEmpty().isNotEqualTo(before);
    }

    @Test
    void theSignInPageKeepsNoSession() {
        Staff visitor = new Staff(server);
        visitor.get("/desk/sign-in");

        assertThat(visitor.cookie("urne-desk")).isEmpty();
    }

    @Test
    void otherPagesHaveNoCookieAndNoHeaderOfTheDesk() {
        Staff ada = Staff.administrator(server);

        var headers = ada.get("/receipts").response().headers();

        assertThat(headers.map()).doesNotContainKeys("set-cookie", "x-frame-options", "pragma");
    }

    @Test
    void theSessionCookieIsForTheDeskOnly() {
        Staff ada = Staff.administrator(server);
        String cookie = ada.signIn("Ada Ministre", Staff.PASSWORD)
                .response()
                .headers()
                .firstValue("Set-Cookie")
                .orElse("");

        assertThat(cookie).contains("Path=/desk").contains("HttpOnly").contains("SameSite=Strict");
    }

    @Test
    void longFormsAreForWhoIsSignedIn() {
        Map<String, String> form = Map.of("name", "x".repeat(70_000), "password", "x");

        assertThat(new Staff(server).send("/desk/sign-in", "/desk/users", form).location())
                .isEqualTo("/desk/sign-in?over");
        assertThat(new Staff(server)
                        .post("/api/signing/code", "code=" + "x".repeat(70_000))
                        .status())
                .isEqualTo(413);
        assertThat(Staff.administrator(server)
                        .send("/desk/users", "/desk/users", form)
                        .status())
                .isEqualTo(422); // read, and the name is too long
    }
}
