package eu.urne.api.desk;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.api.Server;
import eu.urne.api.ServerSettings;
import java.net.URLDecoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The city opens lists and reads files into them, and is told which lines are wrong. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegistersAtTheDeskTest {

    private static final String PAGE = "/desk/registers";

    private Server server;
    private Staff ada;
    private Staff cleo;

    @BeforeAll
    void start(@TempDir Path folder) {
        Clock clock = Clock.fixed(Instant.parse("2026-04-13T10:00:30Z"), ZoneOffset.UTC);
        server =
                Server.start(new ServerSettings(folder, "127.0.0.1", 0, "", false, Optional.empty(), List.of(), clock));
        ada = Staff.administrator(server);
        cleo = ada.colleague(server, "Cleo", "", Role.CITY);
    }

    @AfterAll
    void end() {
        server.close();
    }

    private void open(String register) {
        cleo.send(PAGE, Map.of("register", register, "title", "Enfants " + register));
    }

    private Staff.Answer read(String register, String mode, String key, String file) {
        String page = PAGE + "/" + register;
        String token = URLDecoder.decode(cleo.token(page), StandardCharsets.UTF_8);
        StringBuilder body = new StringBuilder();
        Map.of("_csrf", token, "mode", mode, "key", key)
                .forEach((name, value) -> body.append(
                        "--x\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(name, value)));
        body.append("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"<b>.csv\"\r\n\r\n")
                .append(file)
                .append("\r\n--x--\r\n");
        return cleo.ask(cleo.request(page + "/import")
                .header("Accept", "text/html")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofString(body.toString())));
    }

    @Test
    void aListIsOpenedAndFilledFromAFile() {
        assertThat(cleo.send(PAGE, Map.of("register", "enfants", "title", "Enfants <2026>"))
                        .location())
                .isEqualTo(PAGE + "/enfants");
        assertThat(cleo.get(PAGE).text()).contains("Enfants &lt;2026&gt;").doesNotContain("<2026>");

        Staff.Answer answer = read("enfants", "all-or-nothing", "k1", "nom;prénom;né le\nLefèvre;Inès;01/05/2015\n");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("Une personne a été ajoutée").doesNotContain("Lefèvre");
        assertThat(cleo.get(PAGE + "/enfants").text()).contains("Une personne est dans cette liste");
    }

    @Test
    void wrongLinesAreToldAndNothingIsWrittenUnlessAsked() {
        open("wrong");
        String file = "nom;prénom;né le\nUn;Ada;01/05/2015\nDeux;;2015-05-01\nTrois;Bob;31/02/2015\n";

        Staff.Answer refused = read("wrong", "all-or-nothing", "k1", file);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text())
                .contains("Rien n’a été importé")
                .contains("la case est vide")
                .contains("ce jour n’existe pas")
                .doesNotContain("Trois");
        assertThat(cleo.get(PAGE + "/wrong").text()).contains("Personne n’est encore");
        Staff.Answer good = read("wrong", "good-lines", "k2", file);
        assertThat(good.status()).isEqualTo(200);
        assertThat(good.text()).contains("Une personne a été ajoutée, et 2 lignes sont fausses");
        String report =
                PAGE + "/wrong/imports/" + good.text().split("/imports/", 2)[1].split("\"", 2)[0];
        assertThat(cleo.get(report).text()).startsWith("line,field,sentence").contains("3,givenName,it is empty");
    }

    @Test
    void aDoubleClickGetsTheReportOfTheFirst() {
        open("double");
        String file = "nom;prénom\nUn;Ada\n";
        read("double", "all-or-nothing", "once", file);

        Staff.Answer again = read("double", "all-or-nothing", "once", file);

        assertThat(again.text()).contains("Une personne a été ajoutée");
        assertThat(cleo.get(PAGE + "/double").text()).contains("Une personne est dans cette liste");
        assertThat(read("double", "all-or-nothing", "twice", file).text()).contains("déjà dans la liste");
    }

    @Test
    void hostileFilesAreRefusedInASentenceAndNeverShown() {
        open("hostile");
        for (String file :
                List.of("<script>alert(1)</script>", "PK\u0003\u0004zip", "nom;prénom\n\"never;closed\nx;y\n")) {
            Staff.Answer answer = read("hostile", "good-lines", "h-" + file.length(), file);
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.text()).doesNotContain("<script>alert").doesNotContain("Exception");
        }
        String names = "nom;prénom;école\n=cmd|' /C calc'!A0;${7*7};<script>alert(1)</script>\n";
        assertThat(read("hostile", "good-lines", "names", names).text()).doesNotContain("<script>alert");
        assertThat(read("hostile", "good-lines", "empty", "").status()).isEqualTo(422);
    }

    @Test
    void whatWasTypedIsKeptBesideWhatIsWrong() {
        Staff.Answer answer = cleo.send(PAGE, Map.of("register", "Pas \"bon\" ' OR 1=1", "title", "[[${7*7}]]<i>"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text())
                .contains("id=\"register-problem\"")
                .contains("[[${7*7}]]&lt;i&gt;")
                .contains("Pas &quot;bon&quot;");
        assertThat(cleo.send(PAGE, Map.of("register", "x", "title", " ")).text())
                .contains("id=\"title-problem\"");
    }

    @Test
    void onlyTheCitySeesLists() {
        Staff anna = ada.colleague(server, "Anna", "europe", Role.ANIMATOR);

        assertThat(anna.get(PAGE).status()).isEqualTo(403);
        assertThat(ada.get(PAGE).status()).isEqualTo(403);
        assertThat(new Staff(server).get(PAGE).location()).startsWith("/desk/sign-in");
        assertThat(cleo.get(PAGE + "/nothing").status()).isEqualTo(404);
        assertThat(cleo.get(PAGE + "/NOT%20ONE").status()).isEqualTo(404);
    }

    @Test
    void whoIsLimitedToASiteFillsNoListOfAllSites() {
        Staff limited = ada.colleague(server, "Lia", "europe", Role.CITY);

        Staff.Answer answer = limited.send("/desk/registers", Map.of("register", "others", "title", "Others"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(cleo.get("/desk/registers").text()).doesNotContain("Others");
    }
}
