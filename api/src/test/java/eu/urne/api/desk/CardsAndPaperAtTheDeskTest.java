package eu.urne.api.desk;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.api.Server;
import eu.urne.api.ServerSettings;
import eu.urne.engine.EngineJson;
import eu.urne.engine.poll.BallotCast;
import eu.urne.engine.poll.PaperBallot;
import eu.urne.engine.poll.PollDefinition;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.poll.SealedBallot;
import eu.urne.engine.poll.TokenSeed;
import java.net.URLDecoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What browsers at the desk send of cards and sheets of paper: tokens and commitments, and nothing else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CardsAndPaperAtTheDeskTest {

    private static final String STAFF_KEY = "a-key-of-the-staff-for-tests";
    private static final String DEFINITION = """
            {"poll":"POLL","title":"Budget <b>","kind":"APPROVAL","limits":{"max":2},
             "budget":{"cents":500000,"currency":"EUR"},"rule":{"id":"greedy"},"tieBreak":"declared",
             "eligibility":"tous","channels":["card","paper"],"revote":false,"suite":1,
             "who":{"kind":"ATTENDS_SITE","sites":["europe","vermandois"]},
             "options":[{"id":"a","title":"Une cabane <script>alert(1)</script>","cost":300000},
                        {"id":"b","title":"Un potager","cost":250000}]}""";

    private Server server;
    private Staff ada;
    private Staff anna;
    private Staff bob;

    @BeforeAll
    void start(@TempDir Path folder) {
        server = Server.start(
                new ServerSettings(folder, "127.0.0.1", 0, "", false, Optional.empty(), List.of(STAFF_KEY)));
        ada = Staff.administrator(server);
        anna = ada.colleague(server, "Anna", "europe", Role.ANIMATOR);
        bob = ada.colleague(server, "Bob", "", Role.CITY);
    }

    @AfterAll
    void end() {
        server.close();
    }

    private Staff.Answer api(String path, Object body) {
        return ada.ask(ada.request(path)
                .header("Authorization", "Bearer " + STAFF_KEY)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(EngineJson.MAPPER.writeValueAsString(body))));
    }

    private static Staff.Answer json(Staff staff, String path, String key, String token, Object body) {
        return staff.ask(staff.request(path)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .header("X-CSRF-TOKEN", token)
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(EngineJson.MAPPER.writeValueAsString(body))));
    }

    private static Staff.Answer json(Staff staff, String path, String key, Object body) {
        return json(staff, path, key, URLDecoder.decode(staff.token("/desk"), StandardCharsets.UTF_8), body);
    }

    private String defined(String poll) {
        api("/api/polls", EngineJson.MAPPER.readTree(DEFINITION.replace("POLL", poll)));
        return "/desk/polls/" + poll;
    }

    private static TokenSeed seed(String poll, int card) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) card;
        bytes[1] = (byte) poll.hashCode();
        bytes[2] = (byte) (poll.hashCode() >> 8);
        return new TokenSeed(bytes);
    }

    private static List<String> tokens(String poll, int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(card -> seed(poll, card).token().hex())
                .toList();
    }

    private String opened(String poll) {
        String page = defined(poll);
        json(anna, page + "/cards", "cards", Map.of("label", "all", "tokens", tokens(poll, 0, 20)));
        json(anna, page + "/cards", "sheets", Map.of("label", "paper", "tokens", tokens(poll, 20, 20)));
        api("/api/polls/" + poll + "/open", Map.of());
        return page;
    }

    private SealedBallot ballot(String poll, int sheet, boolean invalid) {
        PollDefinition definition = PollDefinition.read(
                server.views().polls().poll(new PollId(poll)).orElseThrow().definition());
        byte[] plaintext = PaperBallot.invalid(definition);
        if (!invalid) {
            plaintext[0] = 2;
            plaintext[2] = 1;
        }
        return PaperBallot.seal(definition, seed(poll, sheet), plaintext);
    }

    private Staff.Answer enter(Staff staff, String page, String key, SealedBallot ballot) {
        return json(staff, page + "/paper", key, Map.of("token", ballot.token(), "commitment", ballot.id()));
    }

    private long entries() {
        return server.engine().log().reader().lastPosition();
    }

    @Test
    void aBatchIsIssuedOnce() {
        String page = defined("batch");
        Map<String, Object> body = Map.of("label", "all", "tokens", tokens("batch", 0, 20));

        assertThat(json(anna, page + "/cards", "one", body).text()).isEqualTo("{\"issued\":20}");
        long after = entries();
        assertThat(json(anna, page + "/cards", "one", body).status()).isEqualTo(200);

        assertThat(entries()).isEqualTo(after);
        assertThat(anna.get(page + "/cards").text())
                .contains("20 cartes et bulletins papier faits")
                .contains("<noscript>")
                .contains("data-text-done=\"{count} cartes sont faites")
                .doesNotContain("Budget <b>");
    }

    @Test
    void smallAndHugeBatchesAndThoseOfOthersAreRefusedInWords() {
        String page = defined("refused");
        Staff zoe = ada.colleague(server, "Zoe", "neuville", Role.ANIMATOR);
        Staff tess = ada.colleague(server, "Tess", "", Role.TRUSTEE);
        Map<String, Object> body = Map.of("label", "all", "tokens", tokens("refused", 0, 20));

        assertThat(json(anna, page + "/cards", "a", Map.of("label", "all", "tokens", tokens("refused", 0, 19)))
                        .text())
                .contains("au moins 20 cartes");
        assertThat(json(anna, page + "/cards", "b", Map.of("label", "<script>".repeat(9), "tokens", tokens("r", 0, 20)))
                        .text())
                .contains("de 1 à 64 caractères");
        assertThat(json(zoe, page + "/cards", "c", body).status()).isEqualTo(403);
        assertThat(json(tess, page + "/cards", "d", body).status()).isEqualTo(403);
        assertThat(json(anna, page + "/cards", "e", "", body).status()).isEqualTo(403);
        assertThat(zoe.get(page + "/cards").status()).isEqualTo(403);
        assertThat(tess.get(page + "/paper").status()).isEqualTo(403);
        assertThat(anna.get(page + "/cards").text()).contains("0 cartes et bulletins papier faits");
    }

    @Test
    void noCardsAreMadeOnceTheVoteIsOpen() {
        String page = opened("late");

        assertThat(anna.get(page + "/cards").text())
                .contains("avant l’ouverture")
                .doesNotContain("data-cards");
        assertThat(json(anna, page + "/cards", "x", Map.of("label", "all", "tokens", tokens("late", 40, 20)))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aSheetIsAgreedWhenTwoPersonsReadTheSame() {
        String page = opened("alike");
        SealedBallot ballot = ballot("alike", 20, false);

        assertThat(enter(anna, page, "1", ballot).text()).isEqualTo("{\"state\":\"entered\"}");
        assertThat(enter(anna, page, "2", ballot).text()).isEqualTo("{\"state\":\"entered\"}");
        assertThat(enter(bob, page, "3", ballot).text()).isEqualTo("{\"state\":\"agreed\"}");
        assertThat(enter(bob, page, "4", ballot).text())
                .as("the browser lost the network before it cast")
                .isEqualTo("{\"state\":\"agreed\"}");
        assertThat(api("/api/polls/alike/ballots", BallotCast.of(ballot)).status())
                .isEqualTo(201);
        assertThat(enter(anna, page, "5", ballot).text()).contains("déjà enregistré");
    }

    @Test
    void bothEnterASheetAnewThatTheyReadDifferently() {
        String page = opened("differing");

        enter(anna, page, "1", ballot("differing", 20, false));
        assertThat(enter(bob, page, "2", ballot("differing", 20, true)).text()).isEqualTo("{\"state\":\"disputed\"}");
        assertThat(enter(anna, page, "3", ballot("differing", 20, false)).text())
                .isEqualTo("{\"state\":\"entered\"}");
        assertThat(enter(bob, page, "4", ballot("differing", 20, false)).text()).isEqualTo("{\"state\":\"agreed\"}");
    }

    @Test
    void whatIsNoSheetOfThePollIsRefusedInWords() {
        String page = opened("foreign");

        assertThat(enter(anna, page, "1", ballot("foreign", 99, false)).text())
                .contains("pas celui d’un bulletin papier");
        assertThat(enter(anna, page, "2", ballot("foreign", 0, false)).status()).isGreaterThanOrEqualTo(400);
    }

    @Test
    void theUrnIsCountedByTwoPersons() {
        String page = opened("urn");
        SealedBallot ballot = ballot("urn", 20, false);
        enter(anna, page, "1", ballot);
        enter(bob, page, "2", ballot);
        api("/api/polls/urn/ballots", BallotCast.of(ballot));
        String count = page + "/paper/count";

        anna.send(page + "/paper", count, Map.of("found", "99"));
        assertThat(anna.get(page + "/paper").text()).contains("20 bulletins papier, pas 99");
        anna.send(page + "/paper", count, Map.of("found", "x"));
        assertThat(anna.get(page + "/paper").text()).contains("un nombre entier");
        anna.send(page + "/paper", count, Map.of("found", "1"));
        assertThat(anna.get(page + "/paper").text()).contains("Une autre personne doit en trouver autant");
        bob.send(page + "/paper", count, Map.of("found", "1"));

        assertThat(bob.get(page + "/paper").text()).contains("Deux personnes ont compté 1 bulletins");
    }
}
