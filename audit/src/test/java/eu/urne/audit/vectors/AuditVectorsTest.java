package eu.urne.audit.vectors;

import static eu.urne.audit.vectors.Vectors.cases;
import static eu.urne.audit.vectors.Vectors.hashes;
import static eu.urne.audit.vectors.Vectors.hex;
import static eu.urne.audit.vectors.Vectors.read;
import static eu.urne.audit.vectors.Vectors.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.audit.ballot.Ballot;
import eu.urne.audit.crypto.Bytes;
import eu.urne.audit.crypto.HpkeReceiver;
import eu.urne.audit.entry.Entry;
import eu.urne.audit.entry.EntryReader;
import eu.urne.audit.example.ExampleBytes;
import eu.urne.audit.json.CanonicalJson;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.note.Checkpoint;
import eu.urne.audit.note.CosignerKey;
import eu.urne.audit.note.Receipt;
import eu.urne.audit.note.SignedNote;
import eu.urne.audit.note.VerifierKey;
import eu.urne.audit.tree.ConsistencyProof;
import eu.urne.audit.tree.GrowingTree;
import eu.urne.audit.tree.InclusionProof;
import eu.urne.audit.tree.TilePath;
import eu.urne.audit.tree.TreeHash;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The verifier against the wire vectors of logs and ballots. */
class AuditVectorsTest {

    /** Something that may be refused. */
    private interface Check {
        boolean holds() throws MalformedException;
    }

    private static void holds(JsonNode vector, Check check) {
        boolean found;
        try {
            found = check.holds();
        } catch (MalformedException e) {
            found = false;
        }
        assertThat(found).as(vector.toString()).isEqualTo(vector.get("valid").booleanValue());
    }

    @Test
    void canonicalJson() {
        cases("canonical-json")
                .forEach(vector -> holds(vector, () -> CanonicalJson.read(hex(vector, "bytes")) != null));
    }

    @Test
    void entries() throws MalformedException {
        VerifierKey key = VerifierKey.parse(text(read("entry"), "vkey"));
        cases("entry")
                .forEach(vector -> holds(vector, () -> {
                    Entry entry = EntryReader.read(hex(vector, "bytes"));
                    byte[] message = ExampleBytes.join(
                            "urne-entry-v1\n" + key.name() + "\n",
                            entry.unsigned().array());
                    return entry.keyId().equals(key.id())
                            && key.key().verifies(message, entry.signature().array())
                            && Bytes.of(TreeHash.leaf(hex(vector, "bytes")))
                                    .hex()
                                    .equals(text(vector, "leaf"));
                }));
    }

    @Test
    void trees() {
        JsonNode tree = read("tree");
        GrowingTree growing = new GrowingTree();
        for (JsonNode root : tree.get("roots")) {
            if (growing.size() < root.get("size").longValue()) {
                growing.append(leaf(growing.size()));
            }
            assertThat(growing.root()).isEqualTo(hex(root, "root"));
        }
        tree.get("inclusion").forEach(proof -> {
            long index = proof.get("index").longValue();
            long size = proof.get("size").longValue();
            byte[] root = hex(tree.get("roots").get((int) size), "root");
            holds(proof, () -> InclusionProof.verifies(index, size, leaf(index), hashes(proof, "proof"), root));
        });
        tree.get("consistency").forEach(proof -> {
            int old = proof.get("old").intValue();
            int size = proof.get("size").intValue();
            byte[] oldRoot = hex(tree.get("roots").get(old), "root");
            byte[] root = hex(tree.get("roots").get(size), "root");
            holds(proof, () -> ConsistencyProof.verifies(old, size, hashes(proof, "proof"), oldRoot, root));
        });
    }

    private static byte[] leaf(long index) {
        return TreeHash.leaf(("entry " + index).getBytes(UTF_8));
    }

    @Test
    void tiles() {
        cases("tiles").forEach(vector -> {
            Optional<TilePath> tile = TilePath.parse(text(vector, "name"));
            assertThat(tile.isPresent())
                    .as(vector.toString())
                    .isEqualTo(vector.get("valid").booleanValue());
            tile.ifPresent(it -> assertThat(it)
                    .isEqualTo(new TilePath(
                            vector.get("level").intValue(),
                            vector.get("number").longValue(),
                            vector.get("width").intValue())));
        });
    }

    @Test
    void notes() throws MalformedException {
        VerifierKey key = VerifierKey.parse(text(read("notes"), "vkey"));
        cases("notes")
                .forEach(vector -> holds(vector, () -> {
                    SignedNote note = SignedNote.parse(text(vector, "note").getBytes(UTF_8));
                    note.verify(key);
                    Checkpoint checkpoint = Checkpoint.parse(note.text());
                    return checkpoint.origin().equals(key.name())
                            && checkpoint.size() == vector.get("size").longValue();
                }));
    }

    @Test
    void receipts() throws MalformedException {
        VerifierKey key = VerifierKey.parse(text(read("receipts"), "vkey"));
        cases("receipts")
                .forEach(vector -> holds(vector, () -> {
                    Receipt receipt = Receipt.parse(text(vector, "receipt").getBytes(UTF_8));
                    receipt.note().verify(key);
                    return receipt.proves(text(vector, "entry").getBytes(UTF_8));
                }));
    }

    @Test
    void cosignatures() throws MalformedException {
        CosignerKey key = CosignerKey.parse(text(read("cosignatures"), "witness"));
        cases("cosignatures")
                .forEach(vector -> holds(
                        vector,
                        () -> key.cosigned(SignedNote.parse(text(vector, "note").getBytes(UTF_8)))
                                        .orElse(-1)
                                == vector.get("time").longValue()));
    }

    @Test
    void sealedBallots() throws MalformedException {
        JsonNode file = read("sealed-ballots");
        byte[] info = Ballot.info(text(file, "poll"), Bytes.of(hex(file, "definition")));
        HpkeReceiver receiver = HpkeReceiver.of(hex(file, "privateKey"), info).orElseThrow();
        for (JsonNode vector : cases("sealed-ballots")) {
            Ballot ballot =
                    Ballot.read(CanonicalJson.read(eu.urne.engine.log.CanonicalJson.bytes(vector.get("ballot"))));

            assertThat(ballot.id()).isEqualTo(text(vector, "id"));
            assertThat(ballot.isSigned()).isEqualTo(vector.get("signed").booleanValue());
            Optional<byte[]> plaintext = receiver.open(
                    ballot.encapsulated().array(),
                    ballot.associated(),
                    ballot.sealed().array());
            assertThat(plaintext.map(Vectors::hex))
                    .isEqualTo(Optional.ofNullable(vector.get("plaintext")).map(JsonNode::stringValue));
        }
    }
}
