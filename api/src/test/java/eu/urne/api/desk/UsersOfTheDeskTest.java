package eu.urne.api.desk;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.api.Server;
import eu.urne.api.ServerSettings;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What administrators do with the users, and what users may do. One server for all. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UsersOfTheDeskTest {

    private Server server;
    private Staff ada;

    @BeforeAll
    void start(@TempDir Path folder) {
        server = Server.start(ServerSettings.local(folder));
        ada = Staff.administrator(server);
    }

    @AfterAll
    void end() {
        server.close();
    }

    @Test
    void aColleagueChoosesAPasswordByHerLinkAndSignsIn() {
        Staff bea = ada.colleague(server, "Béa Cité", "", Role.CITY);

        assertThat(bea.get("/desk").text()).contains("Bonjour Béa Cité").contains("/desk/budgets");
    }

    @Test
    void aNameThatIsTakenIsRefusedWhateverItsCaseAndTheFormKeepsWhatWasTyped() {
        Staff.Answer answer =
                ada.send("/desk/users", Map.of("name", "ADA MINISTRE", "roles", "CITY", "sites", "europe"));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text()).contains("Ce nom est déjà pris").contains("value=\"ADA MINISTRE\"");
    }

    @Test
    void aUserNeedsARole() {
        Staff.Answer answer = ada.send("/desk/users", Map.of("name", "Nemo", "sites", ""));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("Choisissez au moins un rôle");
    }

    @Test
    void sessionsOfADisabledUserAreOverAtOnce() {
        Staff carl = ada.colleague(server, "Carl", "", Role.CITY);
        ada.send("/desk/users/" + pseudonym("Carl"), "/desk/users/" + pseudonym("Carl") + "/disable", Map.of());

        assertThat(carl.get("/desk").location()).startsWith("/desk/sign-in");
        assertThat(carl.signIn("Carl", Staff.PASSWORD).location()).isEqualTo("/desk/sign-in?wrong");
    }

    @Test
    void aRoleThatIsTakenAwayIsGoneAtTheNextRequest() {
        Staff dora = ada.colleague(server, "Dora", "", Role.ADMIN);
        String page = "/desk/users/" + pseudonym("Dora");
        ada.send(page, Map.of("roles", "CITY", "sites", ""));

        assertThat(dora.get("/desk/users").status()).isEqualTo(403);
    }

    @Test
    void anAdministratorCannotTakeHerOwnRoleOrAccountAway() {
        String page = "/desk/users/" + pseudonym("Ada Ministre");

        assertThat(ada.send(page, Map.of("roles", "CITY", "sites", "")).status())
                .isEqualTo(409);
        assertThat(ada.send(page, page + "/disable", Map.of()).status()).isEqualTo(409);
        assertThat(ada.get("/desk/users").status()).isEqualTo(200);
    }

    @Test
    void aNewPasswordEndsAllSessions() {
        Staff emil = ada.colleague(server, "Emil", "", Role.CITY);
        Staff elsewhere = new Staff(server);
        elsewhere.signIn("Emil", Staff.PASSWORD);

        emil.send(
                "/desk/me",
                Map.of("current", Staff.PASSWORD, "password", "quite another one", "again", "quite another one"));

        assertThat(elsewhere.get("/desk").location()).startsWith("/desk/sign-in");
        assertThat(elsewhere.signIn("Emil", "quite another one").location()).isEqualTo("/desk");
    }

    @Test
    void theCurrentPasswordIsNeededForANewOne() {
        Staff fay = ada.colleague(server, "Fay", "", Role.CITY);

        Staff.Answer answer = fay.send(
                "/desk/me", Map.of("current", "wrong", "password", "quite another one", "again", "quite another one"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(new Staff(server).signIn("Fay", Staff.PASSWORD).location()).isEqualTo("/desk");
    }

    @Test
    void shortAndGuessablePasswordsAreRefused() {
        Staff gus = ada.colleague(server, "Gustave Eiffel", "", Role.CITY);

        for (String weak : new String[] {"short", "aaaaaaaaaaaaaaaa", "gustave eiffel 1889"}) {
            assertThat(gus.send("/desk/me", Map.of("current", Staff.PASSWORD, "password", weak, "again", weak))
                            .status())
                    .as(weak)
                    .isEqualTo(422);
        }
    }

    @Test
    void namesAreShownAsTextAndNeverAsMarkup() {
        String hostile = "<script>alert(1)</script>${7*7}'\"";
        ada.colleague(server, hostile, "", Role.CITY);

        String page = ada.get("/desk/users").text();

        assertThat(page).doesNotContain("<script>alert").contains("&lt;script&gt;alert(1)&lt;/script&gt;${7*7}");
    }

    @Test
    void sqlInANameIsJustAName() {
        assertThat(new Staff(server).signIn("' OR 1=1 --", Staff.PASSWORD).location())
                .isEqualTo("/desk/sign-in?wrong");
        assertThat(ada.get("/desk/users/' OR '1'='1".replace(" ", "%20").replace("'", "%27"))
                        .status())
                .isEqualTo(404);
    }

    private Staff.Answer multipart(int fileBytes) {
        String token = java.net.URLDecoder.decode(ada.token("/desk/users"), java.nio.charset.StandardCharsets.UTF_8);
        StringBuilder body = new StringBuilder();
        Map.of("_csrf", token, "name", "Élodie " + fileBytes, "roles", "CITY")
                .forEach((name, value) -> body.append("--x\r\nContent-Disposition: form-data; name=\"")
                        .append(name)
                        .append("\"\r\n\r\n")
                        .append(value)
                        .append("\r\n"));
        body.append("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n")
                .append("a".repeat(fileBytes))
                .append("\r\n--x--\r\n");
        return ada.ask(ada.request("/desk/users")
                .header("Accept", "text/html")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofString(body.toString())));
    }

    @Test
    void formsWithFilesAreReadForWhoIsSignedIn() {
        Staff.Answer answer = multipart(1_000_000);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("Un lien pour Élodie 1000000");
    }

    @Test
    void filesThatAreTooLargeAreRefusedInASentence() {
        Staff.Answer answer = multipart(18_000_000);

        assertThat(answer.status()).isIn(403, 413);
        assertThat(answer.text()).doesNotContain("Exception");
    }

    @Test
    void filesOfStrangersAreNotRead() {
        var form = new Staff(server)
                .request("/desk/users")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofByteArray(new byte[100_000]));

        assertThat(new Staff(server).ask(form).location()).isEqualTo("/desk/sign-in?over");
    }

    private String pseudonym(String name) {
        Matcher found = Pattern.compile("/desk/users/([0-9a-f]{16})\">" + Pattern.quote(name) + "<")
                .matcher(ada.get("/desk/users").text());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
