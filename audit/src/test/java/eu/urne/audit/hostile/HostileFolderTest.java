package eu.urne.audit.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.audit.example.ExampleArchive;
import eu.urne.audit.example.ExampleElection;
import eu.urne.audit.hostile.SmallProcess.Ended;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A directory is read as it is: nothing is followed, nothing is waited for, nothing is read beyond its bound. */
class HostileFolderTest {
    private static final String HEAP = "128m";
    private static final long TERABYTE = 1L << 40;

    @TempDir
    private Path folder = Path.of("");

    private Path evidence = Path.of("");

    @BeforeEach
    void write() {
        evidence = ExampleArchive.folder(new ExampleElection().play().log().files(), folder.resolve("evidence"));
    }

    private static void ends(Ended ended, int exit, String sentence) {
        assertThat(ended.text()).contains(sentence).doesNotContain("Exception").doesNotContain("Error");
        assertThat(ended.exit()).isEqualTo(exit);
    }

    private Ended verify() throws Exception {
        return SmallProcess.verify(evidence, HEAP);
    }

    private static void pipe(Path place) throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                new ProcessBuilder("sh", "-c", "command -v mkfifo").start().waitFor() == 0, "there is no mkfifo here");
        assertThat(new ProcessBuilder("mkfifo", place.toString()).start().waitFor())
                .isZero();
    }

    @Test
    void linkToAFileIsNotFollowed() throws Exception {
        Path real = Files.move(evidence.resolve("history"), folder.resolve("elsewhere"));
        Files.createSymbolicLink(evidence.resolve("history"), real);

        ends(verify(), 1, "evidence: history is not a plain file");
    }

    @Test
    void linkThatRunsInACircleIsNotFollowed() throws Exception {
        Files.createSymbolicLink(evidence.resolve("tile/1"), evidence);

        ends(verify(), 1, "evidence: tile/1 is not a plain file");
    }

    @Test
    void pipeIsNotWaitedFor() throws Exception {
        Files.delete(evidence.resolve("vkey"));
        pipe(evidence.resolve("vkey"));

        ends(verify(), 1, "evidence: vkey is not a plain file");
    }

    @Test
    void pipeInThePlaceOfAnArchiveIsNotWaitedFor() throws Exception {
        Path pipe = folder.resolve("evidence.zip");
        pipe(pipe);

        ends(SmallProcess.verify(pipe, HEAP), 2, "evidence.zip is neither a plain file nor a directory");
    }

    @Test
    void deviceInThePlaceOfAnArchiveIsNotRead() throws Exception {
        Assumptions.assumeTrue(Files.exists(Path.of("/dev/zero")), "there is no /dev/zero here");

        ends(SmallProcess.verify(Path.of("/dev/zero"), HEAP), 2, "zero is neither a plain file nor a directory");
    }

    @Test
    void filesOfATerabyteAreReadUpToTheirBounds() throws Exception {
        for (String name : new String[] {"vkey", "history", "tile/0/000.p/70"}) {
            Path good = folder.resolve("good");
            Files.copy(evidence.resolve(name), good);
            enlarge(evidence.resolve(name));

            String sentence = name.equals("history") ? "is not a signed note" : "has more than ";
            ends(verify(), 1, name + ": " + (name.equals("history") ? "note 47 " : "") + sentence);

            Files.delete(evidence.resolve(name));
            Files.move(good, evidence.resolve(name));
        }
    }

    private static void enlarge(Path file) throws IOException {
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(TERABYTE);
        } catch (IOException e) {
            Assumptions.abort("there are no sparse files here: " + e.getMessage());
        }
    }

    @Test
    void foldersWithoutEndAreWrong() throws Exception {
        Path deep = evidence;
        for (int i = 0; i < 40; i++) {
            deep = deep.resolve("x");
        }
        Files.createDirectories(deep);

        ends(verify(), 1, "is not a plain file");
    }
}
