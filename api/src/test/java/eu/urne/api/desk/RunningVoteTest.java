package eu.urne.api.desk;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.api.Server;
import eu.urne.api.ServerSettings;
import eu.urne.engine.EngineJson;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Votes that are run from the desk. One server for all, one poll for each. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunningVoteTest {

    private static final String STAFF_KEY = "a-key-of-the-staff-for-tests";
    private static final String DEFINITION = """
            {"poll":"POLL","title":"Budget <b>des enfants</b>","kind":"APPROVAL","limits":{"max":2},
             "budget":{"cents":500000,"currency":"EUR"},"rule":{"id":"greedy"},"tieBreak":"declared",
             "eligibility":"enfants","channels":["card"],"revote":false,"suite":1,
             "who":{"kind":"ATTENDS_SITE","sites":["europe","vermandois"]},
             "options":[{"id":"a","title":"Une cabane <script>alert(1)</script>","cost":300000},
                        {"id":"b","title":"Un potager","cost":250000}]}""";

    private static final String EVERYBODY = "{\"kind\":\"AGE_BETWEEN\",\"from\":8,\"on\":\"2026-04-13\"}";

    private final Map<String, String> secrets = new HashMap<>();
    private Server server;
    private Staff ada;
    private Staff anna;
    private Staff bob;
    private Staff tess;
    private Staff both;
    private Staff free;
    private Staff elsewhere;

    @BeforeAll
    void start(@TempDir Path folder) {
        server = Server.start(
                new ServerSettings(folder, "127.0.0.1", 0, "", false, Optional.empty(), List.of(STAFF_KEY)));
        ada = Staff.administrator(server);
        anna = ada.colleague(server, "Anna", "europe", Role.ANIMATOR);
        bob = ada.colleague(server, "Bob", "vermandois", Role.ANIMATOR);
        tess = ada.colleague(server, "Tess", "", Role.TRUSTEE);
        both = ada.colleague(server, "Bea", "europe,vermandois", Role.ANIMATOR);
        free = ada.colleague(server, "Flo", "", Role.ANIMATOR);
        elsewhere = ada.colleague(server, "Zoe", "neuville", Role.ANIMATOR);
    }

    @AfterAll
    void end() {
        server.close();
    }

    private int api(String method, String path, Object body) {
        return ada.ask(ada.request(path)
                        .header("Authorization", "Bearer " + STAFF_KEY)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(EngineJson.MAPPER.writeValueAsString(body))))
                .status();
    }

    private String defined(String poll) {
        api("POST", "/api/polls", EngineJson.MAPPER.readTree(DEFINITION.replace("POLL", poll)));
        return "/desk/polls/" + poll;
    }

    private String withCards(String poll) {
        String page = defined(poll);
        cards(poll);
        return page;
    }

    private void cards(String poll) {
        List<String> tokens =
                IntStream.range(0, 20).mapToObj(card -> seed(poll, card)).toList();
        assertThat(api("POST", "/api/polls/" + poll + "/cards", Map.of("label", "all", "tokens", tokens)))
                .isEqualTo(201);
    }

    private static String seed(String poll, int card) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) card;
        bytes[1] = (byte) poll.hashCode();
        bytes[2] = (byte) (poll.hashCode() >> 8);
        return new eu.urne.engine.poll.TokenSeed(bytes).token().hex();
    }

    private String opened(String poll) {
        String page = withCards(poll);
        anna.send(page, page + "/ask/OPEN", Map.of());
        bob.send(page, page + "/confirm/OPEN", Map.of());
        return page;
    }

    private String state(String poll) {
        return server.views()
                .polls()
                .poll(new eu.urne.engine.poll.PollId(poll))
                .orElseThrow()
                .state()
                .code();
    }

    @Test
    void whatOnePersonAsksAnotherConfirms() {
        String page = withCards("two-persons");

        anna.send(page, page + "/ask/OPEN", Map.of());
        assertThat(bob.get("/desk").text()).contains("/desk/polls/two-persons\"");
        assertThat(anna.get("/desk").text()).doesNotContain("/desk/polls/two-persons\"");
        assertThat(elsewhere.get("/desk").text()).doesNotContain("/desk/polls/two-persons\"");
        assertThat(bob.get(page).text()).contains("Anna demande l’ouverture");
        assertThat(state("two-persons")).isEqualTo("prepared");
        bob.send(page, page + "/confirm/OPEN", Map.of());

        assertThat(state("two-persons")).isEqualTo("open");
        assertThat(anna.get(page).text()).contains("demandée par Anna, confirmée par Bob");
    }

    @Test
    void nobodyConfirmsWhatSheHasAsked() {
        String page = withCards("same-person");
        anna.send(page, page + "/ask/OPEN", Map.of());

        anna.send(page, page + "/confirm/OPEN", Map.of());

        assertThat(anna.get(page).text()).contains("Une autre personne doit confirmer");
        assertThat(state("same-person")).isEqualTo("prepared");
    }

    @Test
    void aSecondSessionOfTheSamePersonIsNoSecondPerson() {
        String page = withCards("two-sessions");
        Staff again = new Staff(server);
        again.signIn("Anna", Staff.PASSWORD);
        anna.send(page, page + "/ask/OPEN", Map.of());

        again.send(page, page + "/confirm/OPEN", Map.of());

        assertThat(state("two-sessions")).isEqualTo("prepared");
    }

    @Test
    void nothingIsConfirmedThatNobodyHasAskedOrThatWasTakenBack() {
        String page = withCards("nobody-asked");
        bob.send(page, page + "/confirm/OPEN", Map.of());
        anna.send(page, page + "/ask/OPEN", Map.of());
        anna.send(page, page + "/withdraw/OPEN", Map.of());
        bob.send(page, page + "/confirm/OPEN", Map.of());

        assertThat(state("nobody-asked")).isEqualTo("prepared");
    }

    @Test
    void animatorsOfOtherSitesSeeAndDoNothing() {
        String page = withCards("other-site");

        assertThat(elsewhere.get(page).status()).isEqualTo(403);
        assertThat(elsewhere.get(page + "/turnout").status()).isEqualTo(403);
        assertThat(elsewhere.get(page + "/room").status()).isEqualTo(403);
        assertThat(elsewhere.get("/desk/polls").text()).doesNotContain("other-site");
        assertThat(elsewhere.send("/desk/polls", page + "/ask/OPEN", Map.of()).status())
                .isEqualTo(403);
        assertThat(elsewhere.send("/desk/me", page + "/end", Map.of()).status()).isEqualTo(403);
    }

    @Test
    void closingNeedsATrusteeAmongTheTwo() {
        String page = opened("trustee-needed");
        anna.send(page, page + "/ask/CLOSE", Map.of());

        bob.send(page, page + "/confirm/CLOSE", Map.of());
        assertThat(state("trustee-needed")).isEqualTo("open");

        tess.send(page, page + "/confirm/CLOSE", Map.of());
        assertThat(state("trustee-needed")).isEqualTo("sealed");
    }

    @Test
    void theVoteIsEndedClosedOpenedAndDeclaredFromTheDeskAndShownInTheRoom() {
        String page = opened("whole-way");
        assertThat(tess.get(page + "/room").text()).contains("pas encore proclam");
        tess.send(page, page + "/end", Map.of());
        anna.send(page, page + "/ask/CLOSE", Map.of());
        tess.send(page, page + "/confirm/CLOSE", Map.of());
        tess.send(page, page + "/reveal", Map.of());
        tess.send(page, page + "/declare", Map.of());

        assertThat(state("whole-way")).isEqualTo("declared");
        assertThat(anna.get(page + "/room").text())
                .contains("Coûte plus que les")
                .contains("Une cabane &lt;script&gt;alert(1)&lt;/script&gt;")
                .contains("3\u202f000\u00a0€")
                .doesNotContain("<script>alert");
    }

    @Test
    void whoIsNotAtAllSitesOfAVoteEndsItForNobody() {
        String page = opened("other-sites-too");
        assertThat(anna.get(page).text()).doesNotContain(page + "/end").contains("d’autres sites que les vôtres");

        anna.send(page, page + "/end", Map.of());

        assertThat(anna.get(page).text()).contains("d’autres sites que les vôtres");
        assertThat(ended("other-sites-too")).isFalse();

        assertThat(both.get(page).text()).contains(page + "/end");
        both.send(page, page + "/end", Map.of());

        assertThat(ended("other-sites-too")).isTrue();
    }

    @Test
    void aVoteWithoutSitesIsEndedByWhoHasNoLimit() {
        String page = "/desk/polls/no-sites";
        api(
                "POST",
                "/api/polls",
                EngineJson.MAPPER.readTree(DEFINITION
                        .replace("POLL", "no-sites")
                        .replace("{\"kind\":\"ATTENDS_SITE\",\"sites\":[\"europe\",\"vermandois\"]}", EVERYBODY)));
        cards("no-sites");
        anna.send(page, page + "/ask/OPEN", Map.of());
        bob.send(page, page + "/confirm/OPEN", Map.of());
        both.send(page, page + "/end", Map.of());
        assertThat(ended("no-sites")).isFalse();

        free.send(page, page + "/end", Map.of());

        assertThat(ended("no-sites")).isTrue();
    }

    private boolean ended(String poll) {
        return server.views()
                .polls()
                .poll(new eu.urne.engine.poll.PollId(poll))
                .orElseThrow()
                .ended();
    }

    @Test
    void animatorsDoNotOpenBallots() {
        String page = opened("no-animator");

        assertThat(anna.send(page, page + "/reveal", Map.of()).status()).isEqualTo(403);
        assertThat(anna.send(page, page + "/declare", Map.of()).status()).isEqualTo(403);
    }

    @Test
    void theCloseWaitsForTabletsUnlessTwoPersonsGiveThemUp() {
        String page = opened("tablets");
        String tablet = enrolled("tablets");
        tess.send(page, page + "/end", Map.of());
        anna.send(page, page + "/ask/CLOSE", Map.of());
        tess.send(page, page + "/confirm/CLOSE", Map.of());
        assertThat(tess.get(page).text()).contains("Tablette de test");
        assertThat(state("tablets")).isEqualTo("open");

        String off = page + "/tablets/" + tablet + "/write-off";
        anna.send(page, off, Map.of("reason", "volée <script>"));
        anna.send(page, off, Map.of("reason", "encore moi"));
        tess.send(page, page + "/confirm/CLOSE", Map.of());
        assertThat(state("tablets")).isEqualTo("open");
        assertThat(tess.get(page).text()).contains("volée &lt;script&gt;").doesNotContain("volée <script>");

        tess.send(page, off, Map.of("reason", "volée dans la nuit"));
        tess.send(page, page + "/confirm/CLOSE", Map.of());
        assertThat(state("tablets")).isEqualTo("sealed");
    }

    @Test
    void aTabletOnWhichBallotsWaitIsRemovedByWhoKnowsItOnly() {
        opened("lost-tablet");
        String tablet = enrolled("lost-tablet");
        String page = "/desk/tablets/" + tablet;
        assertThat(anna.get(page).text()).contains("n’a pas dit qu’elle est vide", "name=\"sure\"");
        waiting(tablet, "lost-tablet", 2);

        Staff.Answer refused = anna.send(page, page + "/remove", Map.of("sure", "0"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("Budget &lt;b&gt;des enfants&lt;/b&gt; : 2 bulletins attendent");
        assertThat(anna.send(page, page + "/remove", Map.of()).status()).isEqualTo(409);
        assertThat(anna.get("/desk/tablets").text()).contains(page);

        anna.send(page, page + "/remove", Map.of("sure", "2"));

        assertThat(anna.get("/desk/tablets").text()).doesNotContain(page);
    }

    private void waiting(String tablet, String poll, int ballots) {
        assertThat(ada.ask(ada.request("/api/tablets/self")
                                .header("Authorization", "Tablet " + tablet + "." + secrets.get(tablet))
                                .header("Content-Type", "application/json")
                                .PUT(BodyPublishers.ofString("{\"waiting\":{\"" + poll + "\":" + ballots + "}}")))
                        .status())
                .isEqualTo(200);
    }

    private String enrolled(String poll) {
        String html = anna.send("/desk/tablets", Map.of("site", "europe", "name", "Tablette de test"))
                .text();
        String code = html.replaceAll("(?s).*>([0-9A-Z]{4}-[0-9A-Z]{4})<.*", "$1");
        var made = EngineJson.MAPPER.readTree(ada.ask(ada.request("/api/tablets")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"code\":\"" + code + "\"}")))
                .text());
        String tablet = made.get("tablet").asString();
        secrets.put(tablet, made.get("secret").asString());
        ada.ask(ada.request("/api/tablets/self/polls/" + poll)
                .header("Authorization", "Tablet " + tablet + "." + secrets.get(tablet))
                .POST(BodyPublishers.noBody()));
        return tablet;
    }

    @Test
    void tabletsOfOtherSitesAreNeitherShownNorMade() {
        anna.send("/desk/tablets", Map.of("site", "europe", "name", "Ici"));

        assertThat(elsewhere
                        .send("/desk/tablets", Map.of("site", "europe", "name", "Ailleurs"))
                        .status())
                .isEqualTo(403);
        assertThat(elsewhere
                        .send("/desk/tablets", Map.of("site", "Europe!", "name", "Ailleurs"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void whateverIsTypedIsShownAsText() {
        String hostile = "\"'><script>alert(1)</script>[[${7*7}]]__${7*7}__";
        String page = opened("hostile");
        tess.send(page, page + "/end", Map.of());

        for (Staff.Answer answer : List.of(
                anna.send("/desk/tablets", Map.of("site", hostile, "name", hostile)),
                anna.send("/desk/tablets", Map.of("site", "europe", "name", hostile)),
                ada.send("/desk/users", Map.of("name", hostile, "sites", hostile, "roles", "CITY")),
                anna.send("/desk/me", Map.of("current", hostile, "password", hostile, "again", hostile)),
                new Staff(server).signIn(hostile, hostile),
                anna.get("/desk/sign-in?why=" + encoded(hostile) + "&lang=" + encoded(hostile)),
                anna.get("/desk/polls/" + encoded(hostile)),
                anna.send(page, page + "/ask/" + encoded(hostile), Map.of()),
                anna.send(page, page + "/end", Map.of("key", hostile)),
                anna.get(page))) {
            assertThat(answer.text())
                    .doesNotContain("<script>alert")
                    .doesNotContain("[[49]]")
                    .doesNotContain("__49__");
            assertThat(answer.status()).isLessThan(500);
        }
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void aFormSentTwiceIsOneCommand() {
        String page = opened("twice");
        String html = tess.get(page).text();
        String token = html.replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        String form = "_csrf=" + token + "&key=one-click";
        long before = server.engine().log().reader().lastPosition();

        tess.post(page + "/end", form);
        long after = server.engine().log().reader().lastPosition();
        tess.post(page + "/end", form);

        assertThat(after).isGreaterThan(before);
        assertThat(server.engine().log().reader().lastPosition()).isEqualTo(after);
        assertThat(tess.get(page).text()).contains("Le vote est termin").doesNotContain("notice bad\" role=\"alert\"");
    }

    @Test
    void theTurnoutIsAPieceOfThePageWithoutAnyChoice() {
        String page = opened("turnout");

        String piece = anna.get(page + "/turnout").text();

        assertThat(piece)
                .contains("<dl class=\"numbers\"")
                .doesNotContain("<html")
                .doesNotContain("cabane");
    }
}
