package eu.urne.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.urne.audit.example.ExampleElection;
import eu.urne.audit.example.ExampleExtract;
import eu.urne.audit.example.ExampleKey;
import eu.urne.audit.example.ExampleLog;
import eu.urne.audit.example.ExamplePoll;
import eu.urne.audit.example.MemoryEvidence;
import eu.urne.audit.extract.ExtractSubject.OfPoll;
import eu.urne.audit.json.MalformedException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The evidence of one poll is the one of the page, and says of the poll what that of the whole log says. */
class ExtractTest {
    private final ExampleLog election = new ExampleElection().play().log();

    @TempDir
    private Path folder;

    private static byte[] extract(Map<String, byte[]> files, String poll) throws Exception {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        Extract.write(new MemoryEvidence(files), new OfPoll(poll), archive, Progress.SILENT);
        return archive.toByteArray();
    }

    private static Map<String, byte[]> unzipped(byte[] archive) throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private Report verified(byte[] archive) throws Exception {
        Path zip = Files.write(folder.resolve("poll.zip"), archive);
        try (EvidenceSource source = EvidenceSource.open(zip.toString())) {
            Report report = Verification.of(source).run();
            assertThat(report.findings()).isEmpty();
            assertThat(report.verified()).isTrue();
            return report;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"favourite", "approval", "points", "ranking"})
    void everyPollIsCutOutAndVerifiedAlone(String poll) throws Exception {
        byte[] archive = extract(election.files(), poll);
        Map<String, byte[]> expected = ExampleExtract.files(election, poll);
        Report whole = MemoryEvidence.report(election.files());

        Report report = verified(archive);

        assertThat(unzipped(archive)).containsExactlyEntriesOf(expected);
        assertThat(report.subject()).startsWith("poll ");
        assertThat(report.size()).isEqualTo(election.entries().size());
        assertThat(report.polls())
                .containsExactly(whole.polls().stream()
                        .filter(each -> each.poll().equals(poll))
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void pollThatIsAllOfTheLogNeedsNoHashes() throws Exception {
        ExampleElection alone = new ExampleElection();
        alone.log().genesis();
        alone.favourite();

        byte[] archive = extract(alone.log().files(), "favourite");

        assertThat(unzipped(archive).get("proof")).isEmpty();
        assertThat(verified(archive).ballots()).isEqualTo(8);
    }

    @Test
    void ballotsAmongThoseOfAnotherPollAreFoundInSeveralBundles() throws Exception {
        ExampleLog log = new ExampleLog("vote.example.org").genesis();
        ExamplePoll one = new ExamplePoll(log, "one", "FAVOURITE", Map.of(), 1, 2);
        ExamplePoll two = new ExamplePoll(log, "one-more", "FAVOURITE", Map.of(), 1, 2);
        one.define().cards("all", 300).open();
        two.define().cards("all", 300).open();
        IntStream.range(0, 300).forEach(i -> {
            one.cast(i, ExampleElection.favourite(i % 2));
            if (i % 3 == 0) {
                two.cast(i, ExampleElection.favourite(0));
            }
        });
        one.close(0).seal().reveal();
        List<byte[]> entries = new ArrayList<>(log.entries());
        ExampleLog once = new ExampleLog(log.origin());
        once.entries().addAll(entries);

        byte[] archive = extract(once.files(), "one");

        assertThat(unzipped(archive))
                .containsKeys("entries/000", "entries/001")
                .containsExactlyEntriesOf(ExampleExtract.files(once, "one"));
        assertThat(verified(archive).ballots()).isEqualTo(300);
    }

    @Test
    void keysOfTheLogGoWithThePoll() throws Exception {
        ExampleElection rotated = new ExampleElection();
        ExampleLog log = rotated.log().genesis();
        ExampleKey second = new ExampleKey(log.origin(), "a second key");
        log.append("rotate", "log/public", "urne.log.KeyAdded.v1", Map.of("key", second.vkey()));
        log.append("idea", null, "urne.budget.IdeaHandedIn.v1", Map.of("number", 1));
        log.signWith(second);
        rotated.favourite();
        log.append("retire", "log/public", "urne.log.KeyRetired.v1", Map.of("key", second.id()));

        assertThat(verified(extract(log.files(), "favourite")).entries())
                .isEqualTo(log.entries().size() - 1);
    }

    @Test
    void unpackedExtractIsVerified() throws Exception {
        for (Map.Entry<String, byte[]> file :
                ExampleExtract.files(election, "points").entrySet()) {
            Path path = folder.resolve("unpacked").resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        try (EvidenceSource source =
                EvidenceSource.open(folder.resolve("unpacked").toString())) {
            assertThat(Verification.of(source).run().findings()).isEmpty();
        }
    }

    @Test
    void pollThatIsNotThereOrNotSealedIsRefused() {
        ExampleLog log = new ExampleLog("vote.example.org").genesis();
        new ExamplePoll(log, "p", "FAVOURITE", Map.of(), 1, 2)
                .define()
                .cards("all", 3)
                .open();

        assertThatThrownBy(() -> extract(log.files(), "q"))
                .isInstanceOf(UnreadableEvidenceException.class)
                .hasMessage("memory has no poll 'q'");
        assertThatThrownBy(() -> extract(log.files(), "p"))
                .isInstanceOf(UnreadableEvidenceException.class)
                .hasMessage("the poll 'p' is not sealed yet, so nothing could show that its entries are all there");
    }

    @Test
    void extractOfAnExtractIsRefused() {
        assertThatThrownBy(() -> extract(ExampleExtract.files(election, "points"), "points"))
                .isInstanceOf(UnreadableEvidenceException.class)
                .hasMessage("memory is the evidence of one poll or motion already");
    }

    @Test
    void logWhoseCheckpointIsOfOtherEntriesIsRefused() {
        Map<String, byte[]> files = new LinkedHashMap<>(election.files());
        String note = new String(files.get("checkpoint"), StandardCharsets.UTF_8);
        files.put("checkpoint", note.replace("\n70\n", "\n69\n").getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> extract(files, "points")).isInstanceOf(MalformedException.class);
    }
}
