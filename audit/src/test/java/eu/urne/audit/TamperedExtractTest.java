package eu.urne.audit;

import static eu.urne.audit.example.ExampleBytes.join;
import static eu.urne.audit.example.MemoryEvidence.findings;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.urne.audit.example.ExampleElection;
import eu.urne.audit.example.ExampleExtract;
import eu.urne.audit.example.ExampleKey;
import eu.urne.audit.example.ExampleLog;
import eu.urne.audit.example.ExamplePoll;
import eu.urne.audit.example.MemoryEvidence;
import eu.urne.audit.extract.EntryIndexes;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Whoever cuts out a poll cannot leave out, add or change anything of it unseen. */
class TamperedExtractTest {
    private static final String NO_ROOT = "proof: does not lead from these entries to the root of the checkpoint";
    private static final String CAST = "urne.poll.BallotCast.v1";

    private final ExampleLog log = new ExampleElection().play().log();
    private final ExampleExtract extract = new ExampleExtract(log, "approval");
    private final Map<String, byte[]> files = new TreeMap<>(extract.files());

    private int ballot(int nth) {
        return extract.index(CAST, nth);
    }

    private String text(String file) {
        return new String(files.get(file), UTF_8);
    }

    private void set(String file, String text) {
        files.put(file, text.getBytes(UTF_8));
    }

    private void flip(String file, int place) {
        byte[] bytes = files.get(file).clone();
        bytes[place] ^= 1;
        files.put(file, bytes);
    }

    @Test
    void untouchedExtractIsVerified() {
        assertThat(findings(files)).isEmpty();
    }

    @Test
    void ballotThatIsLeftOutIsFoundByTheSeal() {
        extract.entries.remove(ballot(0));

        assertThat(findings(extract.files()))
                .anyMatch(finding ->
                        finding.endsWith("the seal of the poll 'approval' tells 13 entries, but there are 12"))
                .anyMatch(finding -> finding.endsWith("has another root than the entries of the poll"))
                .anyMatch(finding -> finding.endsWith("declares 5 ballots cast, but the recount gives 4"));
    }

    @Test
    void ballotThatIsLeftOutWithoutItsHashIsFoundByTheTree() {
        extract.entries.remove(ballot(1));
        Map<String, byte[]> changed = extract.files();
        changed.put("proof", files.get("proof"));

        assertThat(findings(changed)).contains("proof: has not as many hashes as these indexes need");
    }

    @Test
    void ballotThatIsLeftOutAlthoughItsIndexIsToldIsFound() {
        extract.entries.remove(ballot(4));
        files.putAll(extract.bundles());

        assertThat(findings(files)).contains("entries/000: holds 18 entries instead of 19");
    }

    @Test
    void earlierBallotOfATokenThatIsLeftOutIsFoundByItsStream() {
        extract.entries.remove(ballot(1));

        assertThat(findings(extract.files()))
                .anyMatch(finding -> finding.contains("the number in the stream 'ballot/approval/")
                        && finding.endsWith(" is 1 instead of 0"));
    }

    @Test
    void ballotThatIsAddedIsFound() {
        byte[] again = extract.entries.get(ballot(0));
        extract.entries.put(extract.entries.lastKey() + 1, again);
        Map<String, byte[]> changed = extract.files();

        assertThat(findings(changed))
                .contains(NO_ROOT)
                .anyMatch(finding -> finding.contains("stands in an earlier entry already"))
                .anyMatch(finding -> finding.contains("a ballot stands behind the close of the poll 'approval'"));
    }

    @Test
    void entryOfAnotherPollIsFound() {
        int foreign = new ExampleExtract(log, "points").index(CAST, 0);
        extract.entries.put(foreign, log.entries().get(foreign));

        assertThat(findings(extract.files()))
                .anyMatch(finding -> finding.startsWith("entry " + foreign + ": an entry of the stream 'ballot/points/")
                        && finding.endsWith("does not belong into the evidence of the poll 'approval'"));
    }

    @Test
    void entriesOfAnotherPollUnderThisNameAreFound() {
        Map<String, byte[]> other = new TreeMap<>(ExampleExtract.files(log, "points"));
        other.put("poll", files.get("poll"));

        assertThat(findings(other))
                .contains("poll: names the poll 'approval', which is not sealed here")
                .anyMatch(finding -> finding.contains("an entry of the stream 'poll/points' does not belong"));
    }

    @Test
    void wrongIndexIsFound() {
        int last = extract.entries.lastKey();
        set("indexes", text("indexes").replace("-" + last + "\n", "-" + (last - 1) + "\n" + (last + 1) + "\n"));

        assertThat(findings(files)).contains(NO_ROOT);
    }

    @Test
    void indexesThatDoNotAscendAreFound() {
        set("indexes", "0\n9-12\n3\n");

        assertThat(findings(files))
                .containsExactly("indexes: has the line '3', which does not follow the one before it within a log of"
                        + " 70 entries");
    }

    @Test
    void indexBehindTheLogIsFound() {
        set("indexes", "0\n60-70\n");

        assertThat(findings(files)).singleElement().asString().contains("the line '60-70'");
    }

    @Test
    void indexesInAnotherWritingAreFound() {
        for (String other : List.of("0-0\n2\n", "0-3\n4-9\n", "0\n2", "00\n2\n", "0\r\n2\n", "", "\n", "0\n\n2\n")) {
            set("indexes", other);

            assertThat(findings(files)).as(other).singleElement().asString().startsWith("indexes: ");
        }
    }

    @Test
    void moreIndexesThanThereMayBeAreRefusedBeforeAnythingIsRead() {
        byte[] file = "0-2000000000\n".getBytes(UTF_8);

        assertThatThrownBy(() -> EntryIndexes.parse(file, Integer.MAX_VALUE))
                .hasMessage("tells more than 4,194,304 entries");
    }

    @Test
    void changedHashOfTheProofIsFound() {
        flip("proof", 40);

        assertThat(findings(files)).containsExactly(NO_ROOT);
    }

    @Test
    void proofOfAnotherLengthIsFound() {
        byte[] proof = files.get("proof");
        for (byte[] other :
                List.of(Arrays.copyOf(proof, proof.length + 32), Arrays.copyOf(proof, proof.length - 1), new byte[0])) {
            files.put("proof", other);

            assertThat(findings(files)).containsExactly("proof: has not as many hashes as these indexes need");
        }
    }

    @Test
    void hashesOfTheProofInAnotherOrderAreFound() {
        byte[] proof = files.get("proof");
        files.put("proof", join(Arrays.copyOfRange(proof, 32, 64), Arrays.copyOf(proof, 32), tail(proof)));

        assertThat(findings(files)).containsExactly(NO_ROOT);
    }

    private static byte[] tail(byte[] proof) {
        return Arrays.copyOfRange(proof, 64, proof.length);
    }

    @Test
    void swappedBallotsAreFound() {
        byte[] first = extract.entries.get(ballot(0));
        extract.entries.put(ballot(0), extract.entries.get(ballot(1)));
        extract.entries.put(extract.entries.headMap(ballot(4)).lastKey(), first);
        files.putAll(extract.bundles());

        assertThat(findings(files)).contains(NO_ROOT);
    }

    @Test
    void changedByteOfAnEntryIsFound() {
        flip("entries/000", 3000);

        assertThat(findings(files)).contains(NO_ROOT).hasSizeGreaterThan(1);
    }

    @Test
    void checkpointOfAnotherLogIsFound() {
        ExampleLog other = new ExampleLog("other.example.org").genesis();
        files.put("checkpoint", other.checkpoint(1));

        assertThat(findings(files))
                .contains("checkpoint: has no signature of the key vote.example.org/2026+"
                        + log.key().id())
                .anyMatch(finding -> finding.startsWith("indexes: has the line '"));
    }

    @Test
    void otherCheckpointOfTheSameLogIsFound() {
        files.put("checkpoint", log.checkpoint(log.entries().size() - 1));

        assertThat(findings(files)).isNotEmpty().allMatch(finding -> finding.startsWith("proof: "));
    }

    @Test
    void checkpointWithAChangedRootIsFound() {
        set("checkpoint", text("checkpoint").replaceFirst("\n70\n(..)", "\n70\nAA"));

        assertThat(findings(files))
                .contains(NO_ROOT)
                .anyMatch(finding -> finding.startsWith("checkpoint: has a bad signature"));
    }

    @Test
    void keyOfSomebodyElseIsFound() {
        files.put("vkey", (new ExampleKey(log.origin(), "somebody else").vkey() + "\n").getBytes(UTF_8));

        assertThat(findings(files)).anyMatch(finding -> finding.startsWith("checkpoint: has no signature of the key"));
    }

    @Test
    void extraFileIsFound() {
        files.put("history", new byte[3]);

        assertThat(findings(files))
                .containsExactly("history: is no file of the evidence of one poll with these indexes");
    }

    @Test
    void extraBundleIsFound() {
        files.put("entries/001", files.get("entries/000"));

        assertThat(findings(files))
                .containsExactly("entries/001: is no file of the evidence of one poll with these indexes");
    }

    @Test
    void missingFilesAreFound() {
        for (String name : List.of("entries/000", "proof", "indexes")) {
            Map<String, byte[]> fewer = new TreeMap<>(files);
            fewer.remove(name);

            assertThat(findings(fewer)).as(name).isNotEmpty();
        }
        files.remove("proof");
        assertThat(findings(files)).contains("proof: is missing");
    }

    @Test
    void filesInAnotherOrderAreFound() {
        Map<String, byte[]> shuffled = new LinkedHashMap<>();
        List.of("vkey", "checkpoint", "entries/000", "indexes", "poll", "proof")
                .forEach(name -> shuffled.put(name, files.get(name)));

        assertThat(findings(shuffled)).containsExactly("vkey: does not lie in the order of the names");
    }

    @Test
    void nameOfThePollInAnotherWritingIsFound() {
        for (String other : List.of("approval", "approval\n\n", "Approval\n", "\n", "", "é\n", "a/b\n")) {
            set("poll", other);

            assertThat(findings(files)).as(other).containsExactly("poll: is not a poll id and a newline");
        }
    }

    @Test
    void extractWithoutTheGenesisIsFound() {
        extract.entries.remove(0);

        assertThat(findings(extract.files()))
                .contains("entry " + extract.entries.firstKey() + ": the extract does not begin with the genesis");
    }

    @Test
    void keyAddedThatIsLeftOutIsFound() {
        ExampleElection rotated = new ExampleElection();
        ExampleLog rotatedLog = rotated.log().genesis();
        ExampleKey second = new ExampleKey(rotatedLog.origin(), "a second key");
        rotatedLog.append("rotate", "log/public", "urne.log.KeyAdded.v1", Map.of("key", second.vkey()));
        rotatedLog.signWith(second);
        rotated.points();
        ExampleExtract without = new ExampleExtract(rotatedLog, "points");
        without.entries.remove(1);

        assertThat(findings(without.files())).contains("entry 2: the key " + second.id() + " is not known");
    }

    @Test
    void pollThatIsNotSealedIsFound() {
        ExampleLog open = new ExampleLog("vote.example.org").genesis();
        new ExamplePoll(open, "p", "FAVOURITE", Map.of(), 1, 2)
                .define()
                .cards("all", 3)
                .open();

        assertThat(findings(ExampleExtract.files(open, "p")))
                .containsExactly("poll: names the poll 'p', which is not sealed here");
    }

    @Test
    void markOfAnExtractInTheEvidenceOfAWholeLogIsFound() {
        Map<String, byte[]> whole = new TreeMap<>(log.files());
        whole.put("poll", files.get("poll"));

        assertThat(MemoryEvidence.report(whole).verified()).isFalse();
    }

    /** What the page says that an extract cannot show: the log itself hides a ballot from the seal. */
    @Test
    void ballotThatTheSealLeavesOutIsFoundInTheWholeLogOnly() {
        ExampleLog lying = new ExampleLog("vote.example.org").genesis();
        ExamplePoll poll = new ExamplePoll(lying, "p", "FAVOURITE", Map.of(), 1, 2);
        poll.define().cards("all", 3).open();
        poll.cast(0, ExampleElection.favourite(0)).cast(1, ExampleElection.favourite(1));
        int hidden = lying.entries().size() - 2;
        poll.close(0);
        poll.sealWithout(hidden);
        ExampleExtract cut = new ExampleExtract(lying, "p");
        cut.entries.remove(hidden);

        assertThat(findings(cut.files())).isEmpty();
        assertThat(findings(lying))
                .anyMatch(finding -> finding.endsWith("the seal of the poll 'p' tells 8 entries, but there are 9"));
    }
}
