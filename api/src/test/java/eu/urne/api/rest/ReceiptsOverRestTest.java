package eu.urne.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.api.rest.Client.Reply;
import eu.urne.audit.code.ReceiptCode;
import eu.urne.audit.note.Receipt;
import eu.urne.audit.note.VerifierKey;
import eu.urne.engine.poll.SealedBallot;
import eu.urne.engine.store.LogName;
import eu.urne.engine.tally.Ballot;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What people get who look up the code of a receipt; one server for all, because nothing is changed. */
class ReceiptsOverRestTest {

    @TempDir
    private static Path folder;

    private static Voting voting;
    private static Client client;
    private static final List<JsonNode> STAFF_REPLIES = new ArrayList<>();
    private static JsonNode cast;
    private static SealedBallot ballot;
    private static JsonNode blank;

    @BeforeAll
    static void start() {
        voting = new Voting(folder, false);
        client = voting.client;
        STAFF_REPLIES.add(voting.define().json());
        List<String> tokens =
                List.of(Voting.seed(0).token().hex(), Voting.seed(1).token().hex());
        post("/cards", Map.of("label", "all", "tokens", tokens));
        post("/register/admissions", Map.of("persons", Voting.persons(2)));
        post("/register/hand-outs", Map.of("persons", Voting.persons(2)));
        post("/open", Map.of());
        ballot = voting.ballot(0, Ballot.Approval.of(0, 2));
        cast = voting.cast(ballot).json();
        blank = voting.cast(voting.ballot(1, new Ballot.Blank())).json();
    }

    private static void post(String path, Object body) {
        STAFF_REPLIES.add(client.staffPost(Voting.POLL + path, body).json());
    }

    @AfterAll
    static void stop() {
        voting.close();
    }

    private static String code(JsonNode reply) {
        return reply.get("code").get("text").asString();
    }

    private static Reply page(String path, String language) {
        return client.send(client.request(path)
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .header("Accept-Language", language));
    }

    @Test
    void everyAcknowledgedCommandHasAReceiptWithItsCode() throws Exception {
        List<JsonNode> receipts = new ArrayList<>(List.of(cast, blank));
        for (JsonNode reply : STAFF_REPLIES) {
            if (reply.has("receipts")) {
                assertThat(reply.get("receipts")).hasSize(2);
                reply.get("receipts").forEach(receipts::add);
            } else {
                receipts.add(reply);
            }
        }
        assertThat(receipts).hasSize(9);
        for (JsonNode reply : receipts) {
            LogName log = reply.get("log").asString().equals("public") ? LogName.PUBLIC : LogName.REGISTER;
            Receipt receipt = Receipt.parse(reply.get("receipt").asString().getBytes(StandardCharsets.UTF_8));
            byte[] entry = voting.server
                    .engine()
                    .log()
                    .reader()
                    .range(log, reply.get("index").asLong(), 1)
                    .getFirst()
                    .sealed();
            assertThat(receipt.proves(entry)).isTrue();
            assertThat(receipt.extra()).isEqualTo(code(reply));
            assertThat(ReceiptCode.ofEntry(entry).text()).isEqualTo(code(reply));
        }
    }

    @Test
    void theTabletKnowsTheCodeBeforeItSends() {
        assertThat(code(cast))
                .isEqualTo(eu.urne.engine.receipt.ReceiptCode.of(ballot.id()).text());
    }

    @Test
    void aCodeLeadsToItsEntryAndAProofByTheLatestCheckpoint() throws Exception {
        JsonNode entries = client.get("/receipts/" + code(cast)).json().get("entries");
        assertThat(entries).hasSize(1);
        JsonNode found = entries.get(0);
        assertThat(found.get("index")).isEqualTo(cast.get("index"));
        assertThat(found.get("title").asString()).isEqualTo("Budget des enfants");
        assertThat(found.get("code")).isEqualTo(cast.get("code"));
        Reply file = client.get(found.get("receipt").asString());
        assertThat(file.header("Content-Disposition")).contains(".tlog-proof");
        Receipt receipt = Receipt.parse(file.bytes());
        receipt.note().verify(VerifierKey.parse(voting.server.verifierKey()));
        assertThat(receipt.checkpoint().size()).isEqualTo(voting.logSize());
        assertThat(receipt.proves(client.get(found.get("entry").asString()).bytes()))
                .isTrue();
    }

    @Test
    void aReceiptIsGivenForEveryIndex() throws Exception {
        for (long index = 0; index < voting.logSize(); index++) {
            JsonNode reply = client.get("/api/receipts/" + index).json();
            byte[] entry = client.get("/api/entries/" + index).bytes();
            Receipt receipt = Receipt.parse(reply.get("receipt").asString().getBytes(StandardCharsets.UTF_8));
            assertThat(receipt.proves(entry)).isTrue();
            assertThat(receipt.extra()).isEqualTo(ReceiptCode.ofEntry(entry).text());
        }
        assertThat(client.get("/api/receipts/" + voting.logSize()).status()).isEqualTo(404);
        assertThat(client.get("/api/entries/" + voting.logSize()).status()).isEqualTo(404);
        assertThat(client.get("/api/entries/01").status()).isEqualTo(404);
        assertThat(client.get("/api/entries/99999999999999999999").status()).isEqualTo(404);
    }

    @Test
    void theCodesOfOtherCommandsAreFoundToo() {
        JsonNode found = client.get("/receipts/" + code(STAFF_REPLIES.getFirst()))
                .json()
                .get("entries")
                .get(0);
        assertThat(found.get("ballot").asBoolean()).isFalse();
        assertThat(found.get("type").asString()).isEqualTo("urne.poll.OptionsListed.v1");
    }

    @Test
    void theCodesOfTheRegisterLogAreNotFound() {
        JsonNode admission = STAFF_REPLIES.get(2).get("receipts").get(0);
        assertThat(client.get("/receipts/" + code(admission)).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "dog-dog-dog-dog-0000-0000, 404, unknown",
        "0000, 422, invalid",
        "dog-dog-dgo-dog-0000-0000, 422, invalid"
    })
    void whatIsNoCodeOrNoEntryIsAProblem(String code, int status, String reason) {
        Reply reply = client.get("/receipts/" + code);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.json().get("type").asString()).isEqualTo("urn:urne:problem:" + reason);
    }

    @ParameterizedTest
    @CsvSource({
        "fr-FR, fr, Votre bulletin est bien enregistré",
        "'en;q=0.9,de', en, Your ballot is recorded",
        "de, fr, " + "Votre bulletin"
    })
    void thePageSpeaksFrenchOrEnglish(String accepted, String language, String text) {
        Reply reply = page("/receipts/" + code(cast), accepted);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(reply.text()).contains("<html lang=\"" + language + "\"").contains(text);
        assertThat(page("/receipts/" + code(cast) + "?lang=en", accepted).text())
                .contains("Your ballot is recorded", "Budget des enfants");
    }

    @Test
    void thePageNeedsNoScriptNoCookieAndNobodyElse() {
        for (String path : List.of("/receipts", "/receipts/" + code(cast), "/receipts/00000000", "/receipts/x")) {
            Reply reply = page(path, "fr");
            assertThat(reply.header("Set-Cookie")).isEmpty();
            assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
            assertThat(reply.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(reply.header("Content-Security-Policy"))
                    .startsWith("default-src 'none'")
                    .doesNotContain("unsafe");
            assertThat(reply.text()).doesNotContain("<script", "style=", "http:", "https:", "??");
        }
    }

    @Test
    void stylesAndPicturesHaveAddressesThatChangeWithTheirContent() {
        Matcher address = Pattern.compile("\"(/assets/(?:urne|icon)-[0-9a-f]{32}\\.(css|svg))\"")
                .matcher(page("/receipts", "fr").text());
        int addresses = 0;
        for (; address.find(); addresses++) {
            Reply reply = client.get(address.group(1));
            assertThat(reply.header("Content-Type")).contains(address.group(2));
            assertThat(reply.header("Cache-Control")).isEqualTo("max-age=31536000");
        }
        assertThat(addresses).isEqualTo(3);
    }

    @Test
    void theFormLeadsToTheAddressOfWhatWasTyped() {
        String words = cast.get("code").get("words").get("fr").toString().toUpperCase(Locale.ROOT);
        String typed = words + " " + cast.get("code").get("characters").asString();
        String query = "?lang=en&code=" + URLEncoder.encode(typed, StandardCharsets.UTF_8);
        Reply reply = page("/receipts" + query, "fr");
        assertThat(reply.status()).isEqualTo(303);
        assertThat(reply.header("Location")).isEqualTo("/receipts/" + code(cast) + "?lang=en");
    }

    @ParameterizedTest
    @CsvSource({
        "/receipts?code=%3Cb%3E+cat+cat+cat+00000000, 422, There is no picture called “b”",
        "/receipts/%3Cscript%3E, 422, This code cannot be read",
        "/receipts/chien-chat-dog-cat-oooo-oooo, 404, The ballot may still wait in the tablet",
        "/receipts/ , 200, Find my ballot"
    })
    void thePageSaysWhatIsWrongAndWhatToDo(String path, int status, String text) {
        Reply reply = page(path.strip().replaceFirst("/$", ""), "en");
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.text()).contains(text).doesNotContain("<b>", "<script>");
    }

    @Test
    void aCodeThatIsNotFoundCanBeCorrectedInTheReadersLanguage() {
        assertThat(page("/receipts/dog-cat-egg-bread-0000-0000", "fr").text())
                .contains("value=\"chien chat œuf pain 0000-0000\"", "<span>œuf</span>");
        assertThat(page("/receipts/0000-0000", "fr").text()).contains("value=\"0000-0000\"");
    }

    @Test
    void thePageIsTheSameForEveryChoice() {
        String chosen = page("/receipts/" + code(cast), "fr").text();
        String empty = page("/receipts/" + code(blank), "fr").text();
        assertThat(neutral(empty, blank)).isEqualTo(neutral(chosen, cast));
    }

    private static String neutral(String page, JsonNode reply) {
        String neutral = page.replace(reply.get("code").get("characters").asString(), "C")
                .replaceAll("(?<![0-9A-Za-z])" + reply.get("index") + "(?![0-9A-Za-z])", "N");
        for (int i = 0; i < 4; i++) {
            neutral = neutral.replace(
                            ">" + reply.get("code").get("pictures").get(i).asString() + "<", "><")
                    .replace(
                            ">"
                                    + reply.get("code")
                                            .get("words")
                                            .get("fr")
                                            .get(i)
                                            .asString() + "<",
                            "><");
        }
        return neutral;
    }
}
