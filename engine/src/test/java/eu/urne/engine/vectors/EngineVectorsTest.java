package eu.urne.engine.vectors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.engine.EngineJson;
import eu.urne.engine.log.CanonicalJson;
import eu.urne.engine.log.Checkpoint;
import eu.urne.engine.log.EntryCodec;
import eu.urne.engine.log.MerkleTree;
import eu.urne.engine.log.Proofs;
import eu.urne.engine.log.TilePath;
import eu.urne.engine.log.TreeHash;
import eu.urne.engine.log.VerifierKey;
import eu.urne.engine.poll.BallotCast;
import eu.urne.engine.poll.Hash;
import eu.urne.engine.poll.PollDefinition;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.poll.SealedBallot;
import eu.urne.engine.poll.Suite1;
import eu.urne.engine.roll.CardCode;
import eu.urne.engine.roll.VotingCard;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The same files hold the verifier in its own module, so neither can drift from the other unseen. */
class EngineVectorsTest {
    private static final Path FOLDER = Path.of("../audit/src/test/resources/vectors");

    private static JsonNode read(String topic) {
        return EngineJson.MAPPER.readTree(FOLDER.resolve(topic + ".json").toFile());
    }

    private static String text(JsonNode node, String name) {
        return node.get(name).stringValue();
    }

    private static byte[] hex(JsonNode node, String name) {
        return HexFormat.of().parseHex(text(node, name));
    }

    private static void holds(JsonNode vector, BooleanSupplier check) {
        boolean found;
        try {
            found = check.getAsBoolean();
        } catch (IllegalArgumentException | JacksonException e) {
            found = false;
        }
        assertThat(found).as(vector.toString()).isEqualTo(vector.get("valid").booleanValue());
    }

    @Test
    void canonicalJson() {
        read("canonical-json")
                .get("cases")
                .forEach(vector -> holds(vector, () -> {
                    byte[] bytes = hex(vector, "bytes");
                    return Arrays.equals(CanonicalJson.bytes(EngineJson.MAPPER.readTree(bytes)), bytes);
                }));
    }

    @Test
    void goodEntriesAreReadAndHashed() {
        for (JsonNode vector : read("entry").get("cases")) {
            if (vector.get("valid").booleanValue()) {
                assertThat(EntryCodec.read(hex(vector, "bytes")).type()).isEqualTo("urne.budget.IdeaHandedIn.v1");
                assertThat(TreeHash.leaf(hex(vector, "bytes"))).isEqualTo(hex(vector, "leaf"));
            }
        }
    }

    @Test
    void trees() {
        JsonNode tree = read("tree");
        tree.get("roots").forEach(root -> assertThat(
                        MerkleTree.rootOf(leaves(root.get("size").longValue())))
                .isEqualTo(hex(root, "root")));
        tree.get("inclusion").forEach(proof -> {
            long index = proof.get("index").longValue();
            long size = proof.get("size").longValue();
            byte[] root = hex(tree.get("roots").get((int) size), "root");
            holds(proof, () -> Proofs.verifyInclusion(index, size, leaf(index), hashes(proof), root));
        });
        tree.get("consistency").forEach(proof -> {
            int old = proof.get("old").intValue();
            int size = proof.get("size").intValue();
            byte[] oldRoot = hex(tree.get("roots").get(old), "root");
            byte[] root = hex(tree.get("roots").get(size), "root");
            holds(proof, () -> Proofs.verifyConsistency(old, size, hashes(proof), oldRoot, root));
        });
    }

    private static byte[] leaf(long index) {
        return TreeHash.leaf(("entry " + index).getBytes(UTF_8));
    }

    private static List<byte[]> leaves(long size) {
        return LongStream.range(0, size).mapToObj(EngineVectorsTest::leaf).toList();
    }

    private static List<byte[]> hashes(JsonNode proof) {
        List<byte[]> hashes = new ArrayList<>();
        proof.get("proof").forEach(hash -> hashes.add(HexFormat.of().parseHex(hash.stringValue())));
        return hashes;
    }

    @Test
    void goodTilesHaveTheirNames() {
        for (JsonNode vector : read("tiles").get("cases")) {
            if (vector.get("valid").booleanValue()) {
                int level = vector.get("level").intValue();
                long number = vector.get("number").longValue();
                int width = vector.get("width").intValue();
                assertThat(level < 0 ? TilePath.entries(number, width) : TilePath.tile(level, number, width))
                        .isEqualTo(text(vector, "name"));
            }
        }
    }

    @Test
    void notes() {
        JsonNode file = read("notes");
        VerifierKey key = VerifierKey.parse(text(file, "vkey"));
        file.get("cases")
                .forEach(vector -> holds(
                        vector,
                        () -> Checkpoint.verify(text(vector, "note"), key).size()
                                == vector.get("size").longValue()));
    }

    @Test
    void definitions() {
        read("definitions")
                .get("cases")
                .forEach(vector -> holds(vector, () -> PollDefinition.read(vector.get("definition"))
                        .hash()
                        .hex()
                        .equals(text(vector, "hash"))));
    }

    @Test
    void sealedBallots() {
        JsonNode file = read("sealed-ballots");
        PollDefinition definition =
                PollDefinition.read(read("definitions").get("cases").get(1).get("definition"));
        for (JsonNode vector : file.get("cases")) {
            SealedBallot ballot = EngineJson.MAPPER
                    .treeToValue(vector.get("ballot"), BallotCast.class)
                    .ballot();

            assertThat(ballot.id().hex()).isEqualTo(text(vector, "id"));
            assertThat(ballot.isSignedByToken()).isEqualTo(vector.get("signed").booleanValue());
            Suite1.Opener opener =
                    new Suite1.Opener(definition.terms(), new Hash(text(file, "definition")), hex(file, "privateKey"));
            assertThat(opener.open(ballot).map(HexFormat.of()::formatHex))
                    .isEqualTo(Optional.ofNullable(vector.get("plaintext")).map(JsonNode::stringValue));
        }
    }

    @Test
    void cards() {
        read("cards")
                .get("cases")
                .forEach(vector -> holds(vector, () -> {
                    CardCode code = CardCode.parse(text(vector, "typed"));
                    VotingCard card = VotingCard.of(new PollId(text(vector, "poll")), code);
                    return code.toString().equals(text(vector, "code"))
                            && Arrays.equals(card.seed().bytes(), hex(vector, "seed"))
                            && card.seed().token().hex().equals(text(vector, "token"))
                            && card.qrText().equals(text(vector, "qr"));
                }));
    }
}
