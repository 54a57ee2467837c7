package eu.urne.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.api.rest.Client.Reply;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Registers of persons: names of any script, found by name, read for a purpose. */
class RegistersOverRestTest {

    @TempDir
    static Path folder;

    private static Desk desk;

    @BeforeAll
    static void open() {
        desk = new Desk(folder);
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    private static String detail(Reply reply, int status) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        return reply.json().get("detail").asString();
    }

    @Test
    void aRegisterIsOpenedOnceAndListed() {
        Reply again = desk.client.staffPost("/api/registers", Map.of("register", "children", "title", "Enfants 2026"));
        assertThat(again.status()).isEqualTo(200);
        assertThat(detail(
                        desk.client.staffPost("/api/registers", Map.of("register", "children", "title", "Autres")),
                        409))
                .isEqualTo("register: children exists with another title");
        assertThat(detail(desk.client.staffPost("/api/registers", Map.of("register", "A B", "title", "x")), 422))
                .isEqualTo("register: an id must be 1 to 40 characters of a-z, 0-9 and -, not beginning with -");
        assertThat(detail(desk.client.staffPost("/api/registers", Map.of("register", "ab", "title", " ")), 422))
                .isEqualTo("title must be one line of 1 to 200 characters");
        assertThat(desk.read("/api/registers", "x").text()).contains("\"register\":\"children\"", "Enfants 2026");
        assertThat(detail(desk.read("/api/registers/none", "x"), 404)).isEqualTo("there is no register none");
    }

    @ParameterizedTest
    @CsvSource({
        "D'Hervé-Łuczak,Chloé,herve",
        "محمد,أمينة,أمينة",
        "כהן,נועה,נועה",
        "王,小明,小明",
        "Zoë👩‍👧,Émile,zoe emil",
        "Ølgård,Söre,ølg"
    })
    void namesOfEveryScriptAreKeptAndFound(String family, String given, String words) {
        String person = desk.person(family, given, "2014-05-05", "europe");
        JsonNode found = desk.search(words).json().get("persons");

        assertThat(found).hasSize(1);
        assertThat(found.get(0).get("person").asString()).isEqualTo(person);
        assertThat(found.get(0).get("known").get("familyName").asString()).isEqualTo(family);
        assertThat(found.get(0).get("known").get("givenName").asString()).isEqualTo(given);
    }

    @Test
    void theSamePersonIsFoundHoweverTheNamesAreWritten() {
        desk.person("Le Goff", "Anne-Marie", "2013-01-01", "europe");

        assertThat(detail(desk.add("LE  GOFF", "Anne Marie", "2013-01-01", "europe"), 409))
                .isEqualTo("person: the same person stands in the register children already"
                        + " (same names, birth date and number)");
        assertThat(desk.add("Le Goff", "Anne-Marie", "2013-01-02", "europe").status())
                .isEqualTo(201);
    }

    @Test
    void aNumberTellsPersonsOfTheSameNameApart() {
        Map<String, Object> one =
                Map.of("familyName", "Martin", "givenName", "Emma", "birthDate", "2013-03-03", "number", "1");
        Map<String, Object> other =
                Map.of("familyName", "Martin", "givenName", "Emma", "birthDate", "2013-03-03", "number", "2");

        assertThat(desk.client.staffPost(Desk.REGISTER + "/persons", one).status())
                .isEqualTo(201);
        assertThat(desk.client.staffPost(Desk.REGISTER + "/persons", other).status())
                .isEqualTo(201);
        assertThat(desk.client.staffPost(Desk.REGISTER + "/persons", other).status())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"familyName":" ","givenName":"A"} | familyName: it must have 1 to 100 characters
            {"familyName":"B","givenName":"A\\u202Eb"} | givenName: it has a character that cannot be seen or read
            {"familyName":"B","givenName":"A","birthDate":"2014-02-30"} | birthDate: there is no day "2014-02-30"
            {"familyName":"B"} | givenName: it must have 1 to 100 characters
            {"familyName":"B","givenName":"A","age":7} | age: there is no such member
            """)
    void aPersonThatIsNoneIsRefused(String body, String sentence) {
        Reply reply = desk.client.send(desk.client.asStaff(desk.client.json(Desk.REGISTER + "/persons", body)));

        assertThat(detail(reply, 422)).isEqualTo(sentence);
    }

    @Test
    void whoReadsNamesSaysForWhatAndIsWrittenDown() {
        String person = desk.person("Secret", "Sacha", "2014-04-04", "europe");
        String missing = "Urne-Purpose: say for what names are read, in 3 to 200 characters";

        assertThat(detail(desk.read(Desk.REGISTER + "/persons", "x"), 422)).isEqualTo(missing);
        assertThat(detail(desk.client.send(desk.client.asStaff(desk.client.request("/api/persons/" + person))), 422))
                .isEqualTo(missing);
        assertThat(desk.client.get(Desk.REGISTER + "/persons").status()).isEqualTo(401);

        assertThat(desk.read("/api/persons/" + person, "a call of the mother").text())
                .contains("Secret");
        JsonNode line =
                desk.read("/api/vault/access?size=1", "x").json().get("lines").get(0);
        assertThat(line.get("action").asString()).isEqualTo("READ");
        assertThat(line.get("person").asString()).isEqualTo(person);
        assertThat(line.get("purpose").asString()).isEqualTo("a call of the mother");
        assertThat(line.get("by").asString()).startsWith("staff/");
        assertThat(line.get("atMs").asLong() % 60_000).isZero();
        assertThat(desk.read("/api/vault/access?size=100", "x").text()).doesNotContain("Secret", "Sacha", "2014-04-04");
    }

    @Test
    void personsArePaged() {
        for (int i = 0; i < 5; i++) {
            desk.person("Page" + i, "Paul", "2012-01-0" + (i + 1), "europe");
        }
        JsonNode page =
                desk.read(Desk.REGISTER + "/persons?page=1&size=2", "paging").json();

        assertThat(page.get("persons")).hasSize(2);
        assertThat(detail(desk.read(Desk.REGISTER + "/persons?size=101", "paging"), 422))
                .isEqualTo("size: it must be from 1 to 100");
        assertThat(detail(desk.read(Desk.REGISTER + "/persons?page=-1", "paging"), 422))
                .isEqualTo("page: it must be from 0 to 1000000");
        assertThat(desk.search("page paul").json().get("persons")).hasSize(5);
        assertThat(detail(desk.search(" ' "), 422)).isEqualTo("words: at least one letter or digit, and at most 200");
        assertThat(desk.search("nobody").json().get("persons")).isEmpty();
    }
}
