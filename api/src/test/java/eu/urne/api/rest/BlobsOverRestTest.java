package eu.urne.api.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.api.rest.Client.Reply;
import eu.urne.api.upload.TestPictures;
import eu.urne.api.upload.TestSounds;
import eu.urne.api.upload.Uploads;
import eu.urne.audit.EvidenceSource;
import eu.urne.audit.Report;
import eu.urne.audit.UnreadableEvidenceException;
import eu.urne.audit.Verification;
import eu.urne.engine.EngineJson;
import eu.urne.engine.blob.BlobStore;
import eu.urne.engine.blob.IdeaText;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures and sounds as the staff sends them, who may see them, and what erasing one leaves. */
class BlobsOverRestTest {

    @TempDir
    static Path folder;

    private static Voting voting;
    private static Client client;

    @BeforeAll
    static void start() {
        voting = new Voting(folder, false);
        client = voting.client;
    }

    @AfterAll
    static void stop() {
        voting.close();
    }

    private static HttpRequest.Builder file(String type, byte[] content) {
        return client.request("/api/blobs").header("Content-Type", type).POST(BodyPublishers.ofByteArray(content));
    }

    private static Reply send(String type, byte[] content) {
        return client.send(client.asStaff(file(type, content)));
    }

    private static String sent() {
        return send("image/jpeg", TestPictures.jpeg(60, 40)).json().get("blob").asString();
    }

    private static Reply asStaff(String blob) {
        return client.send(client.asStaff(client.request("/api/blobs/" + blob)));
    }

    private static Reply erase(String blob, String reason) {
        String body = EngineJson.MAPPER.writeValueAsString(Map.of("reason", reason));
        return client.send(client.asStaff(client.request("/api/blobs/" + blob))
                .header("Content-Type", "application/json")
                .method("DELETE", BodyPublishers.ofString(body)));
    }

    private static void assertProblem(Reply reply, int status, String reason, String sentence) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.json().get("type").asString()).isEqualTo("urn:urne:problem:" + reason);
        assertThat(reply.json().get("detail").asString()).isEqualTo(sentence);
    }

    @Test
    void aPictureIsKeptUnderTheTypeOfItsContent() {
        Reply reply = send("image/png", TestPictures.jpeg(60, 40));

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.json().get("type").asString()).isEqualTo("image/jpeg");
        Reply kept = asStaff(reply.json().get("blob").asString());
        assertThat(kept.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(kept.bytes()).hasSize(reply.json().get("bytes").asInt());
    }

    @Test
    void browsersAreToldNotToGuessAndToRunNothing() {
        Reply kept = asStaff(sent());

        assertThat(kept.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(kept.header("Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
        assertThat(kept.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void aPlayerMayAskForAPiece() {
        Reply reply = send("audio/mpeg", TestSounds.mp3(9));
        String path = "/api/blobs/" + reply.json().get("blob").asString();

        Reply piece = client.send(client.asStaff(client.request(path)).header("Range", "bytes=0-99"));

        assertThat(piece.status()).isEqualTo(206);
        assertThat(piece.bytes()).isEqualTo(Arrays.copyOf(TestSounds.mp3(9), 100));
        assertThat(piece.header("Content-Type")).isEqualTo("audio/mpeg");
    }

    @Test
    void whoHasItAlreadyIsToldSo() {
        String blob = sent();
        String tag = asStaff(blob).header("ETag");

        Reply again =
                client.send(client.asStaff(client.request("/api/blobs/" + blob)).header("If-None-Match", tag));

        assertThat(again.status()).isEqualTo(304);
    }

    @Test
    void whenTooManyFilesAreSentAtOnceTheNextIsToldToComeAgain() throws IOException {
        String head = "POST /api/blobs HTTP/1.1\r\nHost: x\r\nContent-Type: image/jpeg\r\nContent-Length: 9\r\n"
                + "Authorization: Bearer " + Voting.KEY + "\r\n\r\n";
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), voting.server.port());
                slow.add(socket);
                socket.getOutputStream().write(head.getBytes(UTF_8));
            }
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertProblem(
                            send("image/jpeg", TestPictures.jpeg(10, 10)),
                            429,
                            "busy",
                            "too many files are sent at once; send it again later"));
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> send("image/jpeg", TestPictures.jpeg(10, 10)).status() == 201);
    }

    @Test
    void whatIsNotPublishedIsTheStaffsOnly() {
        String blob = sent();

        assertProblem(client.get("/api/blobs/" + blob), 404, "unknown", "there is no blob " + blob);
    }

    @Test
    void onlyTheStaffSendsFiles() {
        Reply reply = client.send(file("image/jpeg", TestPictures.jpeg(10, 10)));

        assertProblem(reply, 401, "no-key", "Authorization: a staff key is needed, as \"Bearer <key>\"");
    }

    @Test
    void aFileThatIsNotTakenIsRefusedInOneSentence() {
        assertProblem(
                send("image/jpeg", "<html><script>alert(1)</script>".getBytes(UTF_8)),
                422,
                "invalid",
                "the file is no JPEG or PNG picture and no MP3 or OGG sound");
        assertProblem(
                send("image/jpeg", "<svg onload='alert(1)'>".getBytes(UTF_8)),
                422,
                "invalid",
                "pictures must be JPEG or PNG, and this one is SVG: save it as JPEG");
    }

    @Test
    void aBodyThatIsNoFileIsRefused() {
        assertThat(send("application/x-www-form-urlencoded", "a=b".getBytes(UTF_8))
                        .status())
                .isEqualTo(415);
        assertThat(send("multipart/form-data; boundary=x", "--x".getBytes(UTF_8))
                        .status())
                .isEqualTo(415);
    }

    @Test
    void aFileOfTwentyMillionBytesIsReadAndALargerOneIsNot() {
        assertProblem(
                send("image/jpeg", new byte[Uploads.MAX_BYTES]),
                422,
                "invalid",
                "the file is no JPEG or PNG picture and no MP3 or OGG sound");
        HttpRequest.Builder larger = client.asStaff(file("image/jpeg", new byte[Uploads.MAX_BYTES + 1]));
        assertProblem(
                client.send(larger.expectContinue(true)), 413, "too-large", "the body is larger than 20000000 bytes");
    }

    @Test
    void aPictureThatIsHugeInMemoryIsRefused() {
        assertProblem(
                send("image/png", TestPictures.bomb(30_000, 30_000)),
                422,
                "invalid",
                "the picture has 30,000 x 30,000 pixels; at most 40,000,000 and 30,000 on a side are possible");
    }

    @Test
    void whatIsErasedIsGoneForEverybodyWithItsReasonInTheLog() {
        String blob = sent();

        Reply reply = erase(blob, "les parents l’ont demandé");

        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        long index = reply.json().get("index").asLong();
        assertThat(client.get("/api/entries/" + index)
                        .json()
                        .get("data")
                        .get("reason")
                        .asString())
                .isEqualTo("les parents l’ont demandé");
        assertProblem(asStaff(blob), 410, "erased", "the blob " + blob + " is erased");
        assertThat(erase(blob, "encore").json().get("unchanged").asBoolean()).isTrue();
    }

    @Test
    void erasingNeedsAReasonAndABlob() {
        String blob = sent();
        String none = "00".repeat(32);

        assertProblem(erase(blob, " "), 422, "invalid", "reason: it must have 1 to 500 characters");
        assertThat(asStaff(blob).status()).isEqualTo(200);
        assertProblem(erase(none, "x"), 404, "unknown", "there is no blob " + none);
        assertProblem(erase("none", "x"), 404, "unknown", "there is no blob none");
    }

    @Test
    void theLogStaysValidWhenATextIsErased(@TempDir Path exported) throws IOException, UnreadableEvidenceException {
        String text = voting.server
                .engine()
                .blobs()
                .putIdea("children-2026", new IdeaText("Une mare", "avec des têtards"), BlobStore.freshSalt())
                .hex();
        assertThat(erase(text, "contient un nom").status()).isEqualTo(201);
        Path zip = exported.resolve("evidence.zip");
        Files.write(zip, client.get("/api/evidence.zip").bytes());

        try (EvidenceSource evidence = EvidenceSource.open(zip.toString())) {
            Report report = Verification.of(evidence).run();
            assertThat(report.findings()).isEmpty();
            assertThat(report.notExamined()).containsEntry("urne.blob.BlobErased.v1", 1L);
        }
    }
}
