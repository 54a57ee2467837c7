package eu.urne.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.api.rest.Client.Reply;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Files of persons over REST: read as they arrive, told line by line. */
class ImportOverRestTest {

    private static final String FILE = """
            Nom;Prénom;Date de naissance;Site
            Lefèvre;Zoé;31/12/2015;Europe
            ;Léa;31/02/2015;Europe
            Roux;Noé;1/2/2014;Vermandois
            """;

    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(folder);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private long persons() {
        return desk.read(Desk.REGISTER, "x").json().get("persons").asLong();
    }

    private static void assertProblem(Reply reply, int status, String sentence) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.json().get("detail").asString()).isEqualTo(sentence);
    }

    @Test
    void aFileIsReadAndItsLinesAreTold() {
        JsonNode nothing = desk.read(FILE, false).json();
        assertThat(nothing.get("written").asBoolean()).isFalse();
        assertThat(nothing.get("refused").asLong()).isEqualTo(1);
        assertThat(persons()).isZero();

        JsonNode good = desk.read(FILE, true).json();
        assertThat(good.get("written").asBoolean()).isTrue();
        assertThat(good.get("accepted").asLong()).isEqualTo(2);
        assertThat(good.get("encoding").asString()).isEqualTo("UTF-8");
        assertThat(good.get("lines").toString())
                .isEqualTo("[{\"line\":3,\"field\":\"birthDate\",\"sentence\":\"there is no such day\"},"
                        + "{\"line\":3,\"field\":\"familyName\",\"sentence\":\"it is empty\"}]");
        assertThat(persons()).isEqualTo(2);

        Reply report = desk.read(Desk.REGISTER + "/imports/" + good.get("id").asString(), "x");
        assertThat(report.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(report.header("Cache-Control")).isEqualTo("no-store");
        assertThat(report.text())
                .isEqualTo("line,field,sentence\r\n3,birthDate,there is no such day\r\n3,familyName,it is empty\r\n");
    }

    @Test
    void windows1252IsDetected() {
        JsonNode report = desk.read(FILE.getBytes(Charset.forName("windows-1252")), "good-lines")
                .json();

        assertThat(report.get("encoding").asString()).isEqualTo("windows-1252");
        assertThat(desk.search("lefevre")
                        .json()
                        .get("persons")
                        .get(0)
                        .get("known")
                        .get("familyName")
                        .asString())
                .isEqualTo("Lefèvre");
    }

    @Test
    void aFileMayBeLargerThanAnyOtherBody() {
        StringBuilder file = new StringBuilder("nom;prénom;remarque\n");
        for (int i = 0; i < 1_300; i++) {
            file.append("N").append(i).append(";P;").append("x".repeat(14_000)).append('\n');
        }

        assertThat(file.length()).isGreaterThan(16 * 1024 * 1024);
        assertThat(desk.read(file.toString(), false).json().get("accepted").asLong())
                .isEqualTo(1_300);
    }

    @Test
    void whatIsNoImportIsRefused() {
        assertProblem(
                desk.read("x".getBytes(StandardCharsets.US_ASCII), "half"),
                422,
                "mode: it must be all-or-nothing or good-lines");
        assertProblem(
                desk.client.send(desk.client.asStaff(desk.client
                        .request("/api/registers/none/import")
                        .header("Content-Type", "text/csv")
                        .POST(BodyPublishers.ofString(FILE)))),
                404,
                "there is no register none");
        assertThat(desk.client
                        .send(desk.client.asStaff(desk.client.json(Desk.REGISTER + "/import", "{}")))
                        .status())
                .isEqualTo(415);
        assertThat(desk.client
                        .send(desk.client
                                .request(Desk.REGISTER + "/import")
                                .header("Content-Type", "text/csv")
                                .POST(BodyPublishers.ofString(FILE)))
                        .status())
                .isEqualTo(401);
        assertProblem(
                desk.read(Desk.REGISTER + "/imports/none", "x"),
                404,
                "there is no such import into the register children");
    }

    @Test
    void noLineOfTheServersOwnLogSaysAName() {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (PrintStream caught = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            System.setOut(caught);
            System.setErr(caught);
            desk.read("nom;prénom;né le\nXylander;Quirin;1/2/2014\nXylander;Quirin;1/2/2014\nXylander;\"", true);
            desk.add("Xylander", "Quirin", "2014-02-01", "europe");
            desk.add("Xylander", "", "2014-02-01", "europe");
            desk.search("xylander");
            desk.client.send(desk.client.asStaff(
                    desk.client.json(Desk.REGISTER + "/persons", "{\"familyName\":\"Xylander\",\"x\":\"Quirin\"}")));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        assertThat(said.toString(StandardCharsets.UTF_8)).doesNotContain("Xylander", "Quirin", "2014-02-01");
    }
}
