package eu.urne.engine.log;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.engine.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MerkleVectorsTest {

    private static final JsonMapper JSON = new JsonMapper();

    @TestFactory
    Stream<DynamicTest> everyInclusionVectorIsJudgedRight() throws IOException {
        return vectors(
                "inclusion",
                vector -> Proofs.verifyInclusion(
                        signed(vector.get("leafIdx")),
                        signed(vector.get("treeSize")),
                        bytes(vector.get("leafHash")),
                        hashes(vector.get("proof")),
                        bytes(vector.get("root"))));
    }

    @TestFactory
    Stream<DynamicTest> everyConsistencyVectorIsJudgedRight() throws IOException {
        return vectors(
                "consistency",
                vector -> Proofs.verifyConsistency(
                        signed(vector.get("size1")),
                        signed(vector.get("size2")),
                        hashes(vector.get("proof")),
                        bytes(vector.get("root1")),
                        bytes(vector.get("root2"))));
    }

    private interface Judge {
        boolean accepts(JsonNode vector);
    }

    private static Stream<DynamicTest> vectors(String kind, Judge judge) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(Shared.folder("vectors/merkle/" + kind))) {
            files = found.filter(Files::isRegularFile).sorted().toList();
        }
        assertThat(files).hasSize(98);
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(file.getParent().getFileName() + "/" + file.getFileName(), () -> {
                    JsonNode vector = JSON.readTree(file);
                    assertThat(judge.accepts(vector))
                            .isEqualTo(!vector.get("wantErr").booleanValue());
                }));
    }

    private static List<byte[]> hashes(JsonNode array) {
        List<byte[]> hashes = new ArrayList<>();
        array.forEach(hash -> hashes.add(bytes(hash)));
        return hashes;
    }

    /** The vectors count in unsigned 64 bits; what exceeds a long becomes negative, which no tree has. */
    private static long signed(JsonNode number) {
        return number.bigIntegerValue().longValue();
    }

    private static byte[] bytes(JsonNode base64) {
        return base64.isNull() ? new byte[0] : Base64.getDecoder().decode(base64.stringValue());
    }
}
