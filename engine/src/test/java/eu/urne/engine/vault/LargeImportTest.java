package eu.urne.engine.vault;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.engine.DataDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A large file is read in little memory. */
class LargeImportTest {

    @TempDir
    Path folder;

    @Test
    void aHundredThousandLinesAreReadInAHeapOf32Megabytes() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeImport.class.getName(),
                        folder.toString(),
                        "100000")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(said.strip()).isEqualTo("99900 accepted, 100 refused");
        try (DataDirectory data = DataDirectory.open(folder, "test.example/log");
                Vault vault = TestVault.open(data)) {
            assertThat(TestVault.size(vault)).isEqualTo(99_900);
        }
    }
}
