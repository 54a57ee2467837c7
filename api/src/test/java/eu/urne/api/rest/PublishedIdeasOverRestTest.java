package eu.urne.api.rest;

import static eu.urne.api.rest.Budgeting.BUDGET;
import static eu.urne.api.rest.Budgeting.proposal;
import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.api.rest.Client.Reply;
import eu.urne.api.upload.TestPictures;
import eu.urne.audit.EvidenceSource;
import eu.urne.audit.Report;
import eu.urne.audit.UnreadableEvidenceException;
import eu.urne.audit.Verification;
import eu.urne.engine.EngineJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Words and pictures of ideas: found, likened, shown once they are accepted, and erased. */
class PublishedIdeasOverRestTest {

    @TempDir
    Path folder;

    private Budgeting city;
    private Client client;

    @BeforeEach
    void start() {
        city = new Budgeting(folder, false, "2026-01-12");
        client = city.client;
        city.accepted("/api/budgets", Budgeting.BY_SITE);
        city.day("2026-02-02");
    }

    @AfterEach
    void stop() {
        city.close();
    }

    private JsonNode picture() {
        Reply reply = client.send(client.asStaff(client.request("/api/blobs"))
                .header("Content-Type", "image/jpeg")
                .POST(BodyPublishers.ofByteArray(TestPictures.jpeg(80, 60))));
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply.json();
    }

    private String pictured(String id) {
        JsonNode picture = picture();
        ObjectNode idea = (ObjectNode) EngineJson.MAPPER.readTree(Budgeting.idea(id, "centre-a", "Une cabane"));
        idea.withArray("attachments").add(picture);
        city.accepted(BUDGET + "/proposals", idea.toString());
        return picture.get("blob").asString();
    }

    private void erase(String blob) {
        Reply reply = client.send(client.asStaff(client.request("/api/blobs/" + blob))
                .header("Content-Type", "application/json")
                .method("DELETE", BodyPublishers.ofString("{\"reason\":\"contient un nom\"}")));
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    }

    private String text(String id) {
        for (JsonNode item : city.staffGet(BUDGET + "/proposals").get("items")) {
            if (item.get("proposal").asString().equals(id)) {
                return item.get("text").asString();
            }
        }
        throw new AssertionError("no proposal " + id);
    }

    private List<String> files() throws IOException {
        List<String> names = new ArrayList<>();
        byte[] archive = client.get(BUDGET + "/blobs.zip").bytes();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    @Test
    void aPictureIsShownOnceItsProposalIsAccepted() {
        String blob = pictured("cabin");
        assertThat(client.get("/api/blobs/" + blob).status()).isEqualTo(404);

        city.accepted(proposal("cabin") + "/acceptance");

        Reply shown = client.get("/api/blobs/" + blob);
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(shown.header("Cache-Control")).isEqualTo("max-age=3600, public, immutable");
    }

    @Test
    void ideasAreFoundByTheirWordsOnceTheyAreAccepted() {
        city.accepted(BUDGET + "/proposals", Budgeting.idea("pond", "centre-a", "Une mare à l'École"));
        city.accepted(BUDGET + "/proposals", Budgeting.idea("cabin", "centre-a", "Une cabane"));
        String found = BUDGET + "/proposals?q=ecole%20mar";
        assertThat(city.get(found).get("total").asInt()).isZero();
        assertThat(city.staffGet(found).get("total").asInt()).isEqualTo(1);

        city.accepted(proposal("pond") + "/acceptance");

        assertThat(city.get(found).get("items").get(0).get("proposal").asString())
                .isEqualTo("pond");
        assertThat(city.get(BUDGET + "/proposals?q=%22%20OR%20*").get("total").asInt())
                .isZero();
    }

    @Test
    void theStaffIsToldWhichIdeasSayMuchTheSame() {
        city.accepted(BUDGET + "/proposals", Budgeting.idea("swing", "centre-a", "Une balançoire au parc"));
        city.accepted(BUDGET + "/proposals", Budgeting.idea("pond", "centre-b", "Une mare"));
        city.accepted(BUDGET + "/proposals", Budgeting.idea("swings", "centre-b", "Des balançoires pour les petits"));

        JsonNode similar = city.staffGet(proposal("swing") + "/similar");

        assertThat(similar.get(0).get("proposal").asString()).isEqualTo("swings");
        similar.forEach(each -> assertThat(each.get("proposal").asString()).isNotEqualTo("swing"));
        assertThat(client.get(proposal("swing") + "/similar").status()).isEqualTo(401);
        Budgeting.refused(
                client.send(client.asStaff(client.request(proposal("none") + "/similar"))),
                404,
                "there is no proposal none in the budget children-2026");
    }

    @Test
    void whenTheWordsAreErasedTheProposalStaysAndTheLogIsValid(@TempDir Path exported)
            throws IOException, UnreadableEvidenceException {
        pictured("cabin");
        city.accepted(proposal("cabin") + "/acceptance");
        erase(text("cabin"));

        JsonNode shown = city.get(proposal("cabin"));
        assertThat(shown.get("state").asString()).isEqualTo("accepted");
        assertThat(shown.get("text")).isNull();
        assertThat(city.get(BUDGET + "/proposals?q=cabane").get("total").asInt())
                .isZero();
        Budgeting.refused(
                client.send(client.asStaff(client.request(proposal("cabin") + "/similar"))),
                410,
                "the words of the proposal cabin are erased");
        Path zip = Files.write(
                exported.resolve("evidence.zip"),
                client.get("/api/evidence.zip").bytes());
        try (EvidenceSource evidence = EvidenceSource.open(zip.toString())) {
            Report report = Verification.of(evidence).run();
            assertThat(report.findings()).isEmpty();
            assertThat(report.verified()).isTrue();
        }
    }

    @Test
    void theArchiveHasWhatIsPublishedAndStillExists() throws IOException {
        String blob = pictured("cabin");
        city.accepted(BUDGET + "/proposals", Budgeting.idea("pond", "centre-a", "Une mare"));
        city.accepted(proposal("cabin") + "/acceptance");
        String text = text("cabin");
        assertThat(files()).containsExactlyInAnyOrder(text, blob, "SHA256SUMS", "types.tsv");

        erase(blob);

        assertThat(files()).containsExactlyInAnyOrder(text, "SHA256SUMS", "types.tsv");
        Budgeting.refused(client.get("/api/budgets/none/blobs.zip"), 404, "there is no budget none");
    }

    @Test
    void anAttachmentThatWasNotSentIsRefused() {
        ObjectNode idea = (ObjectNode) EngineJson.MAPPER.readTree(Budgeting.idea("cabin", "centre-a", "Une cabane"));
        String none = "ab".repeat(32);
        idea.withArray("attachments")
                .addObject()
                .put("blob", none)
                .put("type", "image/png")
                .put("bytes", 7);

        city.refused(BUDGET + "/proposals", idea.toString(), 404, "attachments: there is no file " + none);
    }
}
