package eu.urne.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.api.rest.Client.Reply;
import eu.urne.engine.log.Base64Strict;
import eu.urne.engine.log.Checkpoint;
import eu.urne.engine.log.MerkleTree;
import eu.urne.engine.log.Proofs;
import eu.urne.engine.log.TreeHash;
import eu.urne.engine.log.VerifierKey;
import eu.urne.engine.tally.Ballot;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishedLogTest {

    @TempDir
    static Path folder;

    private static Voting voting;
    private static Client client;
    private static String receipt = "";

    @BeforeAll
    static void fill() {
        voting = new Voting(folder, false);
        client = voting.client;
        voting.define();
        for (int card = 3; card < 260; card++) { // more entries than fit a tile
            List<String> token = List.of(new eu.urne.engine.poll.TokenSeed(
                            ByteBuffer.allocate(32).putInt(card).array())
                    .token()
                    .hex());
            client.staffPost(Voting.POLL + "/cards", Map.of("label", "all", "tokens", token));
        }
        voting.opened(2);
        receipt = voting.cast(voting.ballot(0, Ballot.Approval.of(0)))
                .json()
                .get("receipt")
                .asString();
    }

    @AfterAll
    static void stop() {
        voting.close();
    }

    private static Checkpoint checkpoint() {
        VerifierKey key = VerifierKey.parse(client.get("/log/vkey").text().strip());
        return Checkpoint.verify(client.get("/log/checkpoint").text(), key);
    }

    private static List<byte[]> leaves(byte[] bundle) {
        List<byte[]> leaves = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(bundle);
        while (in.hasRemaining()) {
            byte[] entry = new byte[Short.toUnsignedInt(in.getShort())];
            in.get(entry);
            leaves.add(TreeHash.leaf(entry));
        }
        return leaves;
    }

    private static byte[] joined(List<byte[]> hashes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        hashes.forEach(out::writeBytes);
        return out.toByteArray();
    }

    private static List<byte[]> allLeaves(long size) {
        List<byte[]> leaves = leaves(client.get("/log/tile/entries/000").bytes());
        leaves.addAll(
                leaves(client.get("/log/tile/entries/001.p/" + (size - 256)).bytes()));
        return leaves;
    }

    @Test
    void theEntriesGiveTheRootOfTheCheckpoint() {
        Checkpoint checkpoint = checkpoint();
        List<byte[]> leaves = allLeaves(checkpoint.size());
        assertThat(leaves).hasSize((int) checkpoint.size());
        assertThat(MerkleTree.rootOf(leaves)).isEqualTo(checkpoint.root());
    }

    @Test
    void theHashTilesAreWhatTheEntriesGive() {
        long size = checkpoint().size();
        List<byte[]> leaves = allLeaves(size);
        assertThat(client.get("/log/tile/0/000").bytes()).isEqualTo(joined(leaves.subList(0, 256)));
        assertThat(client.get("/log/tile/0/001.p/" + (size - 256)).bytes())
                .isEqualTo(joined(leaves.subList(256, (int) size)));
        assertThat(client.get("/log/tile/1/000.p/1").bytes()).isEqualTo(MerkleTree.rootOf(leaves.subList(0, 256)));
    }

    @Test
    void fullTilesMayBeKeptForeverAndTheCheckpointNever() {
        assertThat(client.get("/log/tile/0/000").header("Cache-Control")).contains("immutable");
        assertThat(client.get("/log/tile/0/000").header("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(client.get("/log/tile/1/000.p/1").header("Cache-Control")).doesNotContain("immutable");
        assertThat(client.get("/log/checkpoint").header("Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void whatTheTreeDoesNotHaveIsNotFound() {
        for (String path : List.of(
                "0/001",
                "0/001.p/255",
                "0/000.p/256",
                "0/000.p/0",
                "0/00",
                "0/x000/000",
                "8/000",
                "2/000",
                "entries/001",
                "entries/002.p/1",
                "-1/000",
                "0/999999999999999999",
                "0/x999/x999/x999/x999/x999/999")) {
            assertThat(client.get("/log/tile/" + path).status()).as(path).isEqualTo(404);
        }
    }

    @Test
    void theReceiptProvesThatTheBallotIsIn() {
        String[] parts = receipt.split("\n\n", 2);
        List<String> lines =
                parts[0].lines().filter(line -> !line.startsWith("extra ")).toList();
        Checkpoint at = Checkpoint.verify(
                parts[1], VerifierKey.parse(client.get("/log/vkey").text().strip()));
        long index = Long.parseLong(lines.get(1).substring("index ".length()));
        List<byte[]> proof = lines.stream().skip(2).map(Base64Strict::decode).toList();
        byte[] leaf = allLeaves(checkpoint().size()).get((int) index);
        assertThat(Proofs.verifyInclusion(index, at.size(), leaf, proof, at.root()))
                .isTrue();
    }

    @Test
    void theRegisterLogIsForTheStaffOnly() {
        String path = "/api/register-log/checkpoint";
        assertThat(client.get(path).status()).isEqualTo(401);
        Reply reply = client.send(client.asStaff(client.request(path)));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text()).contains("/register\n");
        String tile = "/api/register-log/tile/entries/000.p/1";
        assertThat(client.send(client.asStaff(client.request(tile))).header("Cache-Control"))
                .isEqualTo("no-store");
    }

    @Test
    void theEvidenceIsCompleteAndAlwaysTheSame() throws IOException {
        byte[] archive = client.get("/api/evidence.zip").bytes();
        long size = checkpoint().size();
        List<String> names = new ArrayList<>();
        ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive));
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            names.add(entry.getName());
            byte[] bytes = zip.readAllBytes();
            if (!entry.getName().equals("history")) {
                assertThat(bytes)
                        .as(entry.getName())
                        .isEqualTo(client.get("/log/" + entry.getName()).bytes());
            }
        }
        String rest = ".p/" + (size - 256);
        assertThat(names)
                .isEqualTo(Arrays.asList(
                        "vkey",
                        "checkpoint",
                        "history",
                        "tile/entries/000",
                        "tile/entries/001" + rest,
                        "tile/0/000",
                        "tile/0/001" + rest,
                        "tile/1/000.p/1"));
        assertThat(client.get("/api/evidence.zip").bytes()).isEqualTo(archive);
    }
}
