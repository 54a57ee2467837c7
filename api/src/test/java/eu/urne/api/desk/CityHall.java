package eu.urne.api.desk;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.api.Server;
import eu.urne.api.ServerSettings;
import eu.urne.engine.poll.TokenSeed;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A server whose budget of two centres is driven over REST up to where somebody at the desk goes on. */
final class CityHall implements AutoCloseable {

    /** The page of the budget. */
    static final String PAGE = "/desk/budgets/children-2026";

    private static final String KEY = "a-key-of-the-staff-for-tests";
    private static final String TERMS = """
            {"terms":{"budget":"children-2026","title":"Budget <b>","audience":"CHILDREN",
             "amount":{"cents":800000,"currency":"EUR"},"split":"SITE",
             "parts":[{"id":"centre-a","title":"Centre A","cents":400000},
                      {"id":"centre-b","title":"Centre B","cents":400000}],"rest":0,"restRule":"NONE",
             "sites":[{"id":"centre-a","name":"Centre social A"},{"id":"centre-b","name":"L'école"}],
             "calendar":{"zone":"Europe/Paris","begins":{"KICK_OFF":"2026-01-12","IDEAS":"2026-02-02",
              "STUDY":"2026-03-16","VOTE":"2026-04-13","OUTCOME":"2026-05-04","WORKS":"2026-05-18"}},
             "rules":{"fourEyes":false,"guardianConsent":false,"groupsOnly":false,"studyDays":14},
             "demonstration":true}}""";

    final Server server;
    final Staff ada;
    /** Of the city, without limits. */
    final Staff claire;

    CityHall(Path folder) {
        Clock clock = Clock.fixed(Instant.parse("2026-02-10T10:00:30Z"), ZoneOffset.UTC);
        server = Server.start(
                new ServerSettings(folder, "127.0.0.1", 0, "", false, Optional.empty(), List.of(KEY), clock));
        ada = Staff.administrator(server);
        claire = ada.colleague(server, "Claire", "", Role.CITY);
        api("/api/budgets", TERMS);
        server.budgetClock().tick();
    }

    void api(String path, String json) {
        Staff.Answer answer = ada.ask(ada.request(path)
                .header("Authorization", "Bearer " + KEY)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
        assertThat(answer.status()).as(path + ": " + answer.text()).isEqualTo(201);
    }

    void phase(String phase) {
        api("/api/budgets/children-2026/phase", "{\"phase\":\"" + phase + "\",\"reason\":\"répétition\"}");
    }

    /** An idea that was found feasible, and costs so much. */
    void studied(String id, String site, String title, long cents) {
        String proposals = "/api/budgets/children-2026/proposals";
        api(proposals, """
                {"proposal":"%s","author":{"kind":"GROUP","site":"%s","members":5},"title":"%s",
                 "text":"Pour jouer","category":"play","place":{"site":"%s"},
                 "attachments":[]}""".formatted(id, site, title, site));
        api(proposals + "/" + id + "/acceptance", "");
        api(proposals + "/" + id + "/assignment", "{\"department\":\"Jeunesse\"}");
        api(proposals + "/" + id + "/study", """
                {"feasibility":{"department":"Jeunesse","feasible":true,"reason":"Il y a la place.","cents":%d,
                 "sheet":{"theme":"","objective":"","pillar":"","inCharge":"","partners":"","timing":"","funding":"",
                  "indicator":"","risk":""}}}""".formatted(cents));
    }

    /** Goes on until the hut has won 3,000 EUR in the centre A, and the pond has lost; nobody votes. */
    void declared() {
        studied("hut", "centre-a", "Une cabane", 300_000);
        studied("pond", "centre-a", "Une mare", 250_000);
        phase("STUDY");
        api("/api/budgets/children-2026/lapses", "{\"part\":\"centre-b\",\"reason\":\"rien\"}");
        api("/api/budgets/children-2026/shortlists", """
                {"part":"centre-a","proposals":[{"proposal":"hut","title":"Une cabane"},
                                                {"proposal":"pond","title":"Une mare"}],
                 "kind":"FAVOURITE","limits":{},"rule":{"id":"greedy"},"tieBreak":"declared",
                 "eligibility":"les enfants du centre","revote":false}""");
        phase("VOTE");
        String poll = "/api/polls/children-2026-centre-a";
        api(poll + "/cards", "{\"label\":\"all\",\"tokens\":[\"" + token() + "\"]}");
        api(poll + "/open", "");
        api(poll + "/close", "");
        phase("OUTCOME");
        api(poll + "/reveal", "");
        api(poll + "/outcome", "");
    }

    private static String token() {
        return new TokenSeed(new byte[32]).token().hex();
    }

    /** The page to which a form of a page led. */
    String after(Staff staff, String page, String action, Map<String, String> fields) {
        Staff.Answer answer = staff.send(page, action, fields);
        assertThat(answer.status()).as(answer.text()).isEqualTo(302);
        return staff.get(answer.location()).text();
    }

    long entries() {
        return server.engine().log().reader().lastPosition();
    }

    @Override
    public void close() {
        server.close();
    }
}
