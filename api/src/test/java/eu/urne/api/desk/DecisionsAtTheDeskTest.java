package eu.urne.api.desk;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.api.Server;
import eu.urne.api.ServerSettings;
import java.net.http.HttpRequest.BodyPublishers;
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

/** The city reads ideas and decides on them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DecisionsAtTheDeskTest {

    private static final String KEY = "a-key-of-the-staff-for-tests";
    private static final String IDEAS = "/desk/budgets/children-2026/proposals/";
    private static final String BUDGET = """
            {"terms":{"budget":"children-2026","title":"Budget des enfants","audience":"CHILDREN",
             "amount":{"cents":1000000,"currency":"EUR"},"split":"SITE",
             "parts":[{"id":"centre-a","title":"Centre A","cents":400000},
                      {"id":"centre-b","title":"Centre B","cents":400000}],
             "rest":200000,"restRule":"BEST_SHARE",
             "sites":[{"id":"centre-a","name":"Centre social A","district":"nord"},
                      {"id":"centre-b","name":"L'école d'à côté"}],
             "calendar":{"zone":"Europe/Paris","begins":{"KICK_OFF":"2026-01-12","IDEAS":"2026-02-02",
              "STUDY":"2026-03-16","VOTE":"2026-04-13","OUTCOME":"2026-05-04","WORKS":"2026-05-18"}},
             "rules":{"fourEyes":true,"guardianConsent":false,"groupsOnly":false,"studyDays":14},
             "demonstration":true}}""";

    private Server server;
    private Staff ada;
    private Staff cleo;

    @BeforeAll
    void start(@TempDir Path folder) {
        Clock clock = Clock.fixed(Instant.parse("2026-02-10T10:00:30Z"), ZoneOffset.UTC);
        server = Server.start(
                new ServerSettings(folder, "127.0.0.1", 0, "", false, Optional.empty(), List.of(KEY), clock));
        ada = Staff.administrator(server);
        cleo = ada.colleague(server, "Cleo", "", Role.CITY);
        api("/api/budgets", BUDGET);
        api("/api/budgets/children-2026/phase", "{\"phase\":\"IDEAS\",\"reason\":\"\"}");
    }

    @AfterAll
    void end() {
        server.close();
    }

    private void api(String path, String body) {
        ada.ask(ada.request(path)
                .header("Authorization", "Bearer " + KEY)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private void idea(String id, String site) {
        api("/api/budgets/children-2026/proposals", """
                {"proposal":"%s","title":"Une cabane <script>alert(1)</script> ${7*7}","text":"Nous voulons.",
                 "category":"play","place":{"site":"%s"},"attachments":[],
                 "author":{"kind":"GROUP","site":"%s","members":12}}""".formatted(id, site, site));
    }

    private Staff.Answer decide(String id, String step, Map<String, String> fields) {
        return cleo.send(IDEAS + id, IDEAS + id + "/" + step, fields);
    }

    @Test
    void anIdeaIsReadAndPublished() {
        idea("hut", "centre-a");
        assertThat(cleo.get(IDEAS + "hut").text())
                .contains("À modérer")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; ${7*7}")
                .doesNotContain("<script>alert");

        assertThat(decide("hut", "accept", Map.of()).location()).isEqualTo(IDEAS + "hut");

        assertThat(cleo.get(IDEAS + "hut").text())
                .contains("L’idée est publiée")
                .contains("Publiée");
    }

    @Test
    void whatIsRefusedKeepsWhatWasTyped() {
        idea("slide", "centre-a");

        Staff.Answer answer = decide("slide", "merge", Map.of("into", "no-such-idea", "reason", "C’est <b>pareil</b>"));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text()).contains("C’est &lt;b&gt;pareil&lt;/b&gt;").contains("value=\"no-such-idea\"");
        assertThat(decide("slide", "merge", Map.of("into", "' OR 1=1", "reason", "x"))
                        .status())
                .isEqualTo(422);
        assertThat(decide("slide", "explode", Map.of()).status()).isEqualTo(404);
    }

    @Test
    void aDoubleClickIsOneDecision() {
        idea("swing", "centre-a");
        String form = "_csrf=" + cleo.token(IDEAS + "swing") + "&key=one&reason=Trop+cher";
        cleo.post(IDEAS + "swing/reject", form);
        long after = server.engine().log().reader().lastPosition();

        assertThat(cleo.post(IDEAS + "swing/reject", form).status()).isEqualTo(302);

        assertThat(server.engine().log().reader().lastPosition()).isEqualTo(after);
    }

    @Test
    void nobodySeesIdeasOfOtherSites() {
        idea("pool", "centre-b");
        Staff only = ada.colleague(server, "Only", "centre-a", Role.CITY);
        Staff anna = ada.colleague(server, "Anna", "centre-a", Role.ANIMATOR);

        assertThat(only.get(IDEAS + "pool").status()).isEqualTo(403);
        assertThat(anna.get(IDEAS + "pool").status()).isEqualTo(403);
        assertThat(cleo.get(IDEAS + "nothing").status()).isEqualTo(404);
    }
}
