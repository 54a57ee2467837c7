package eu.urne.audit.mirror;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.urne.audit.Progress;
import eu.urne.audit.UnreadableEvidenceException;
import eu.urne.audit.example.ExampleBytes;
import eu.urne.audit.example.ExampleKey;
import eu.urne.audit.example.ExampleLog;
import eu.urne.audit.note.VerifierKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a log signs and what does not fit is told as what it is, kept, and changes nothing in the mirror. */
class ContradictionsTest {
    private final ExampleSite site = new ExampleSite();

    @TempDir
    private Path folder;

    private Monitor monitor() {
        return new Monitor(site, folder);
    }

    private void mirror(int size) throws UnreadableEvidenceException {
        site.show(ExampleSite.log(size));
        monitor().look();
    }

    private void assertContradicted(Look.Kind kind, String sentence, int held) throws Exception {
        byte[] shown = site.read("checkpoint", 65_535).orElseThrow();

        Look.Contradicted look = (Look.Contradicted) monitor().look();

        assertThat(look.kind()).isEqualTo(kind);
        assertThat(look.sentence()).isEqualTo(sentence);
        assertThat(look.note()).hasBinaryContent(shown);
        assertThat(monitor().beside()).anyMatch(name -> name.startsWith("held-" + held + "-"));
        monitor().assertHolds(held);
        assertThat(monitor().names()).isEqualTo(ExampleSite.log(held).files().keySet());
    }

    @Test
    void anotherTreeOfTheSameSizeIsAFork() throws Exception {
        mirror(300);
        site.show(ExampleSite.log(300, 299));

        assertContradicted(Look.Kind.FORK, "the log has signed two trees of 300 entries", 300);
    }

    @ParameterizedTest
    @CsvSource({"300, 301", "300, 700", "256, 300", "512, 1024", "1, 2"})
    void largerTreeWithOtherOldEntriesIsAFork(int held, int size) throws Exception {
        mirror(held);
        ExampleLog other = ExampleSite.log(size, Math.max(1, held - 1));
        if (held == 1) {
            other.entries().set(0, ExampleSite.log(2).entries().get(1));
        }
        site.show(other);

        assertContradicted(
                Look.Kind.FORK,
                String.format(
                        "the log has signed %,d entries that do not begin with the %,d it has signed before",
                        size, held),
                held);
    }

    @Test
    void entryChangedFarBackIsAForkThoughOnlyNewEntriesAreAskedFor() throws Exception {
        mirror(600);
        ExampleLog other = ExampleSite.log(900);
        other.entries().set(7, ExampleSite.log(900, 7).entries().get(7));
        site.show(other);

        assertContradicted(
                Look.Kind.FORK,
                "the log has signed 900 entries that do not begin with the 600 it has signed before",
                600);
        assertThat(site.asked()).doesNotContain("tile/entries/000");
    }

    @Test
    void smallerTreeOfTheSameEntriesIsTakenBack() throws Exception {
        mirror(600);
        site.show(ExampleSite.log(290));

        assertContradicted(Look.Kind.TAKEN_BACK, "the log shows 290 entries after it has signed 600", 600);
    }

    @Test
    void emptyLogAfterwardsIsTakenBack() throws Exception {
        mirror(5);
        site.put("checkpoint", new ExampleLog(ExampleSite.ORIGIN).checkpoint(0));

        assertContradicted(Look.Kind.TAKEN_BACK, "the log shows 0 entries after it has signed 5", 5);
    }

    @Test
    void smallerTreeOfOtherEntriesIsAFork() throws Exception {
        mirror(600);
        site.show(ExampleSite.log(290, 270));

        assertContradicted(
                Look.Kind.FORK,
                "the log has signed 290 entries that are not the first of the 600 it has signed before",
                600);
    }

    @Test
    void checkpointOfAnotherKeyIsTold() throws Exception {
        mirror(10);
        ExampleKey other = new ExampleKey(ExampleSite.ORIGIN, "mallory");
        site.put("checkpoint", other.note(text(ExampleSite.log(20).checkpoint(20))));

        assertContradicted(
                Look.Kind.OTHER_KEY,
                "the checkpoint has no signature of the key vote.example.org+"
                        + ExampleSite.log(1).key().id(),
                10);
    }

    @Test
    void badSignatureIsTold() throws Exception {
        mirror(10);
        String note = new String(ExampleSite.log(20).checkpoint(20), UTF_8);
        site.put("checkpoint", ExampleBytes.join(note.replace("\n20\n", "\n21\n")));

        Look.Contradicted look = (Look.Contradicted) monitor().look();

        assertThat(look.kind()).isEqualTo(Look.Kind.OTHER_KEY);
        assertThat(look.sentence()).startsWith("the checkpoint has a bad signature of the key ");
    }

    private static String text(byte[] note) {
        String text = new String(note, UTF_8);
        return text.substring(0, text.indexOf("\n\n") + 1);
    }

    @Test
    void mirrorStaysWithItsKeyWhateverTheSiteShows() throws Exception {
        mirror(10);
        site.show(ExampleSite.log(20))
                .put("vkey", (new ExampleKey(ExampleSite.ORIGIN, "mallory").vkey() + "\n").getBytes(UTF_8));

        assertThat(monitor().look()).isInstanceOf(Look.Grown.class);
    }

    @Test
    void keyGivenMustBeThatOfTheMirror() throws Exception {
        mirror(10);
        VerifierKey other = VerifierKey.parse(new ExampleKey(ExampleSite.ORIGIN, "mallory").vkey());

        try (Mirror mirror = Mirror.open(folder)) {
            assertThatThrownBy(() -> Follower.of(
                            mirror, site, Optional.of(other), Optional.empty(), Progress.SILENT, new NoPauses()))
                    .isInstanceOf(UnreadableEvidenceException.class)
                    .hasMessageEndingWith("which is not the key given");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tile/entries/001", "tile/entries/002.p/88"})
    void wrongEntriesOfASiteAreNoForkOfTheLog(String bundle) throws Exception {
        mirror(300);
        site.show(ExampleSite.log(600))
                .put(bundle, ExampleSite.log(600, 257).files().get(bundle));

        assertThatThrownBy(() -> monitor().look())
                .isInstanceOf(UnreadableEvidenceException.class)
                .hasMessage("http://site/log/ has entries that are not those of its checkpoint of 600");
        monitor().assertHolds(300);
        assertThat(monitor().names()).isEqualTo(ExampleSite.log(300).files().keySet());
    }

    @Test
    void forkIsFoundWithoutItsTiles() throws Exception {
        mirror(300);
        site.show(ExampleSite.log(600, 280));
        for (String tile : List.of("tile/0/000", "tile/0/001", "tile/0/002.p/88", "tile/1/000.p/2")) {
            site.put(tile, new byte[5]);
        }

        assertThat(monitor().look()).isInstanceOf(Look.Contradicted.class);
    }

    @Test
    void onlySomeNotesAreKept() throws Exception {
        mirror(5);
        for (int size = 6; size < 46; size++) {
            site.show(ExampleSite.log(size, 3));
            assertThat(monitor().look()).isInstanceOf(Look.Contradicted.class);
        }

        assertThat(monitor().beside())
                .filteredOn(name -> name.startsWith("refused-"))
                .hasSize(32);
        assertThat(Files.exists(folder.resolve("checkpoint"))).isTrue();
    }
}
