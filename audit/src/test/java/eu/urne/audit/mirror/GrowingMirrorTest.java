package eu.urne.audit.mirror;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.urne.audit.EvidenceSource;
import eu.urne.audit.Progress;
import eu.urne.audit.UnreadableEvidenceException;
import eu.urne.audit.example.ExampleBytes;
import eu.urne.audit.example.ExampleElection;
import eu.urne.audit.example.ExampleLog;
import eu.urne.audit.note.Policy;
import eu.urne.audit.witness.ExampleWitness;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mirror grows with its log and is evidence after each step. */
class GrowingMirrorTest {
    private final ExampleSite site = new ExampleSite();

    @TempDir
    private Path folder;

    private Monitor monitor() {
        return new Monitor(site, folder);
    }

    @Test
    void mirrorHoldsExactlyTheFilesOfTheLogAfterEachStep() throws Exception {
        for (int size : new int[] {1, 2, 255, 256, 257, 512, 700, 1300}) {
            ExampleLog log = ExampleSite.log(size);
            site.show(log);

            assertThat(monitor().look()).isInstanceOf(Look.Grown.class);
            monitor().assertHolds(size);
            assertThat(monitor().names()).isEqualTo(log.files().keySet());
        }
    }

    @Test
    void oneRunTidiesUpAsWellAsMany() throws Exception {
        try (Mirror mirror = Mirror.open(folder)) {
            Follower follower =
                    Follower.of(mirror, site, Optional.empty(), Optional.empty(), Progress.SILENT, new NoPauses());
            for (int size : new int[] {3, 250, 256, 300, 513}) {
                site.show(ExampleSite.log(size));

                assertThat(follower.look()).isInstanceOf(Look.Grown.class);
                assertThat(monitor().names())
                        .isEqualTo(ExampleSite.log(size).files().keySet());
            }
        }
    }

    @Test
    void electionIsVerifiedFromItsMirror() throws Exception {
        ExampleLog log = new ExampleElection().play().log();
        site.show(log);

        Look.Grown grown = (Look.Grown) monitor().look();

        assertThat(grown.arrivals().types())
                .containsEntry("urne.poll.BallotCast.v1", 17L)
                .containsEntry("urne.poll.OutcomeDeclared.v1", 4L);
        assertThat(monitor().report().polls()).hasSize(4);
        assertThat(monitor().report().verified()).isTrue();
    }

    @Test
    void onlyWhatIsNewIsAskedForAndCounted() throws Exception {
        site.show(ExampleSite.log(300));
        monitor().look();
        site.show(ExampleSite.log(600));

        Look.Grown grown = (Look.Grown) monitor().look();

        assertThat(grown.arrivals().entries()).isEqualTo(300);
        assertThat(site.asked()).containsExactlyInAnyOrder("checkpoint", "tile/entries/001", "tile/entries/002.p/88");
    }

    @Test
    void nothingNewIsSaidAndChangesNothing() throws Exception {
        site.show(ExampleSite.log(300));
        monitor().look();

        assertThat(monitor().look()).isEqualTo(new Look.Same(300));
        monitor().assertHolds(300);
    }

    @Test
    void historyHasTheCheckpointsSeen() throws Exception {
        ByteArrayOutputStream seen = new ByteArrayOutputStream();
        for (int size : new int[] {10, 20, 30}) {
            ExampleLog log = ExampleSite.log(size);
            site.show(log);
            monitor().look();
            byte[] note = log.checkpoint(size);
            seen.write(note.length >> 8);
            seen.write(note.length);
            seen.write(note);
        }

        assertThat(Files.readAllBytes(folder.resolve("history"))).isEqualTo(seen.toByteArray());
        assertThat(monitor().report().checkpoints()).isEqualTo(3);
    }

    @Test
    void tilesOfAllLevelsAreThoseOfTheLog() throws Exception {
        List<byte[]> entries = new ArrayList<>();
        for (int i = 0; i < 70_000; i++) {
            entries.add(new byte[] {(byte) i, (byte) (i >> 8), (byte) (i >> 16)});
        }
        for (int size : new int[] {65_000, 65_536, 65_800, 70_000}) {
            ExampleLog log = new ExampleLog(ExampleSite.ORIGIN);
            log.entries().addAll(entries.subList(0, size));
            Map<String, byte[]> files = log.files();
            site.show(files);
            Look.Grown grown = (Look.Grown) monitor().look();

            assertThat(grown.arrivals().malformed()).isEqualTo(grown.arrivals().entries());
            assertThat(monitor().names()).isEqualTo(files.keySet());
            for (String name : files.keySet()) {
                if (!name.equals("history")) {
                    assertThat(folder.resolve(name)).hasBinaryContent(files.get(name));
                }
            }
        }
    }

    @Test
    void entryThatBreaksTheFormIsToldAndMirrored() throws Exception {
        ExampleLog log = ExampleSite.log(3);
        log.entries().add("{}".getBytes(UTF_8));
        site.show(log);

        Look.Grown grown = (Look.Grown) monitor().look();

        assertThat(grown.arrivals().malformed()).isEqualTo(1);
        assertThat(grown.arrivals().firstFault()).startsWith("entry 3: ");
        assertThat(monitor().report().findings()).isNotEmpty();
    }

    @Test
    void bundlesOfAnInterruptedRunAreNotAskedForAgain() throws Exception {
        site.show(ExampleSite.log(1000)).fail("tile/entries/003.p/232", 99);
        assertThatThrownBy(() -> monitor().look()).hasMessageEndingWith("tile/entries/003.p/232 does not answer");
        assertThat(folder.resolve("tile/entries/000")).exists();

        site.show(ExampleSite.log(1100)).fail("tile/entries/003.p/232", 0);

        assertThat(monitor().look()).isInstanceOf(Look.Grown.class);
        assertThat(site.asked()).doesNotContain("tile/entries/000");
        assertThat(monitor().names()).isEqualTo(ExampleSite.log(1100).files().keySet());
        monitor().assertHolds(1100);
    }

    @Test
    void wrongBundleOfAnInterruptedRunAccusesNobody() throws Exception {
        site.show(ExampleSite.log(300));
        monitor().look();
        Files.write(
                folder.resolve("tile/entries/001"),
                ExampleSite.log(700, 400).files().get("tile/entries/001"));
        site.show(ExampleSite.log(700));

        assertThat(monitor().look()).isInstanceOf(Look.Grown.class);
        monitor().assertHolds(700);
    }

    @Test
    void partialBundleThatTheSiteHasFilledSinceIsCutFromTheFullOne() throws Exception {
        site.show(ExampleSite.log(600)).put("checkpoint", ExampleSite.log(600).checkpoint(300));

        assertThat(monitor().look()).isInstanceOf(Look.Grown.class);
        monitor().assertHolds(300);
    }

    @Test
    void siteIsAskedAgainEachTimeLater() throws Exception {
        NoPauses pauses = new NoPauses();
        site.show(ExampleSite.log(10)).fail("checkpoint", 3);

        assertThat(monitor().look(new HastyDisk(), Optional.empty(), pauses)).isInstanceOf(Look.Grown.class);
        assertThat(pauses.taken())
                .containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void siteThatDoesNotAnswerFourTimesIsGivenUp() {
        site.show(ExampleSite.log(10)).fail("checkpoint", 4);

        assertThatThrownBy(() -> monitor().look())
                .isInstanceOf(UnreadableEvidenceException.class)
                .hasMessage("http://site/log/checkpoint does not answer");
    }

    @Test
    void whatNoQuorumHasCosignedIsNotMirroredUntilItIs() throws Exception {
        ExampleWitness witness = new ExampleWitness("ulg.example");
        Optional<Policy> policy = Optional.of(Policy.parse("witness ulg " + witness.vkey() + "\nquorum ulg\n"));
        ExampleLog log = ExampleSite.log(10);
        site.show(log);

        assertThat(monitor().look(new HastyDisk(), policy, new NoPauses()))
                .isEqualTo(new Look.NotTrusted("the checkpoint of 10 entries is not cosigned by the quorum of the "
                        + "policy: of 1 witnesses none cosigned"));

        site.put("checkpoint", cosigned(log.checkpoint(10), witness));

        assertThat(monitor().look(new HastyDisk(), policy, new NoPauses())).isInstanceOf(Look.Grown.class);
        monitor().assertHolds(10);
    }

    private static byte[] cosigned(byte[] note, ExampleWitness witness) {
        String text = new String(note, UTF_8);
        return ExampleBytes.join(note, witness.line(text.substring(0, text.indexOf("\n\n") + 1), 1_700_000_000));
    }

    @Test
    void mirrorCanBeVerifiedWhileItGrows() throws Exception {
        site.show(ExampleSite.log(300));
        monitor().look();
        try (EvidenceSource source = EvidenceSource.open(folder.toString())) {
            Set<String> names = source.names().orElseThrow();
            site.show(ExampleSite.log(700));
            monitor().look();

            assertThat(names).contains("tile/0/001.p/44");
            assertThat(source.read("tile/0/001.p/44", 8192))
                    .contains(ExampleSite.log(300).files().get("tile/0/001.p/44"));
            assertThat(source.read("checkpoint", 65_535))
                    .contains(ExampleSite.log(300).checkpoint(300));
            assertThat(source.stream("history").orElseThrow().readAllBytes()).isEqualTo(historyOf(300));
        }
    }

    private static byte[] historyOf(int size) throws IOException {
        ByteArrayOutputStream history = new ByteArrayOutputStream();
        byte[] note = ExampleSite.log(size).checkpoint(size);
        history.write(note.length >> 8);
        history.write(note.length);
        history.write(note);
        return history.toByteArray();
    }

    @Test
    void folderWithOtherThingsInItIsLeftAlone() throws Exception {
        Files.writeString(folder.resolve("letter"), "dear");

        assertThatThrownBy(() -> monitor().look())
                .isInstanceOf(UnreadableEvidenceException.class)
                .hasMessage(folder + " is there and is neither a mirror nor an empty folder");
    }

    @Test
    void mirrorIsKeptByOneProcessOnly() throws Exception {
        site.show(ExampleSite.log(2));
        Mirror mirror = Mirror.open(folder);
        assertThatThrownBy(() -> monitor().look()).hasMessage(folder + " is being kept by another process");
        mirror.close();

        assertThat(monitor().look()).isInstanceOf(Look.Grown.class);
    }

    @Test
    void damagedMirrorIsNotGrownOn() throws Exception {
        site.show(ExampleSite.log(300));
        monitor().look();
        byte[] tile = Files.readAllBytes(folder.resolve("tile/0/001.p/44"));
        tile[3] ^= 1;
        Files.write(folder.resolve("tile/0/001.p/44"), tile);

        assertThatThrownBy(() -> monitor().look())
                .hasMessage(folder + " is a damaged mirror: its tiles do not have the root of its checkpoint");
    }
}
