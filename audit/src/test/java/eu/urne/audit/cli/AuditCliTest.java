package eu.urne.audit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import eu.urne.audit.code.ReceiptCode;
import eu.urne.audit.example.ExampleArchive;
import eu.urne.audit.example.ExampleBytes;
import eu.urne.audit.example.ExampleElection;
import eu.urne.audit.example.ExampleKey;
import eu.urne.audit.example.ExampleLog;
import eu.urne.audit.example.ExamplePoll;
import eu.urne.audit.example.ExampleTree;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a person sees on the command line, and the exit code. */
class AuditCliTest {
    private final ExampleLog log = new ExampleElection().play().log();
    private final Map<String, byte[]> files = new TreeMap<>(log.files());
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private int run(String... args) {
        return AuditCli.run(new PrintWriter(out), new PrintWriter(err), args);
    }

    private String archive() throws Exception {
        return Files.write(folder.resolve("evidence.zip"), ExampleArchive.deflated(files))
                .toString();
    }

    private String lastLine() {
        return out.toString().strip().lines().reduce("", (before, line) -> line);
    }

    @Test
    void goodArchiveEndsWithOneLineAndZero() throws Exception {
        assertThat(run("verify", archive(), "--vkey", log.key().vkey())).isZero();
        assertThat(lastLine()).isEqualTo("verified: 70 entries, 47 checkpoints, 4 polls, 17 ballots, no findings");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void versionIsTold() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).isEqualTo("urne 0.1.0\n");
    }

    @Test
    void evidenceOfOnePollIsCutOutAndVerified() throws Exception {
        Path poll = folder.resolve("poll.zip");

        assertThat(run("extract", archive(), "--poll", "approval", poll.toString()))
                .isZero();
        assertThat(lastLine()).isEqualTo("verified: 19 entries, 1 poll, 5 ballots, no findings; key unverified");
        assertThat(run("verify", poll.toString(), "--vkey", log.key().vkey())).isZero();
        assertThat(out.toString())
                .contains("log       19 of its 70 entries, those of the poll approval, root ")
                .contains("no ballot was left out before it was sealed.");
        assertThat(lastLine()).isEqualTo("verified: 19 entries, 1 poll, 5 ballots, no findings");
    }

    @Test
    void extractOfWrongEvidenceIsNotWritten() throws Exception {
        byte[] bundle = files.get("tile/entries/000.p/70");
        bundle[bundle.length - 30] ^= 1;

        assertThat(run(
                        "extract",
                        archive(),
                        "--poll",
                        "ranking",
                        folder.resolve("poll.zip").toString()))
                .isEqualTo(1);
        assertThat(lastLine())
                .isEqualTo("not written: the evidence is wrong: checkpoint: has another root than the tree of the"
                        + " entries");
        assertThat(folder).isDirectoryNotContaining("glob:**/poll*");
    }

    @Test
    void extractNeverOverwritesTheEvidence() throws Exception {
        String archive = archive();

        assertThat(run("extract", archive, "--poll", "ranking", archive)).isEqualTo(2);
        assertThat(err.toString()).contains("is the evidence itself, which is not overwritten");
        assertThat(run("verify", archive)).isZero();
    }

    @Test
    void fileOfTheUserThatEndsInPartStays() throws Exception {
        String archive =
                Files.move(Path.of(archive()), folder.resolve("poll.zip.part")).toString();
        byte[] before = Files.readAllBytes(Path.of(archive));
        Path poll = folder.resolve("poll.zip");

        assertThat(run("extract", archive, "--poll", "approval", poll.toString()))
                .isZero();
        assertThat(Path.of(archive)).hasBinaryContent(before);
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("poll.zip", "poll.zip.part");
    }

    @Test
    void onlyPlainFilesAreReplaced() throws Exception {
        String archive = archive();
        Path device = Path.of("/dev/null");
        assumeThat(device).exists();
        Path link = Files.createSymbolicLink(folder.resolve("link"), device);

        assertThat(run("extract", archive, "--poll", "approval", link.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).isEqualTo("cannot read: " + link + " cannot be written: it is not a plain file\n");
        assertThat(link).isSymbolicLink();
    }

    @Test
    void fileBehindALinkIsWrittenAndTheLinkStays() throws Exception {
        Path behind = Files.createFile(folder.resolve("behind.html"));
        Path link = Files.createSymbolicLink(folder.resolve("link.html"), behind);

        assertThat(run("record", archive(), "--poll", "points", "--lang", "fr", "--html", "" + link))
                .isZero();
        assertThat(link).isSymbolicLink();
        assertThat(Files.readString(behind)).contains("Procès-verbal du vote");
    }

    @Test
    void bothFormsOfARecordNeedTwoFiles() throws Exception {
        Path record = folder.resolve("record");
        Path same = folder.resolve(".").resolve("record");

        assertThat(run(
                        "record",
                        archive(),
                        "--poll",
                        "points",
                        "--lang",
                        "fr",
                        "--html",
                        "" + record,
                        "--pdf",
                        "" + same))
                .isEqualTo(2);
        assertThat(err.toString()).isEqualTo("cannot read: " + record + " and " + same + " are the same file\n");
        assertThat(record).doesNotExist();
    }

    @Test
    void receiptAndPolicyMustBePlainFiles() throws Exception {
        Path device = Path.of("/dev/null"); // a pipe would be refused likewise, or wait for ever
        assumeThat(device).exists();

        assertThat(run("receipt", "/dev/null", "--vkey", log.key().vkey())).isEqualTo(2);
        assertThat(run("verify", archive(), "--policy", "/dev/null")).isEqualTo(2);
        assertThat(err.toString()).isEqualTo("cannot read: /dev/null is not a plain file\n".repeat(2));
    }

    @Test
    void recordIsWrittenInBothForms() throws Exception {
        Path html = folder.resolve("record.html");
        Path pdf = folder.resolve("record.pdf");

        assertThat(run("record", archive(), "--poll", "points", "--lang", "fr", "--html", "" + html, "--pdf", "" + pdf))
                .isZero();
        assertThat(Files.readString(html)).contains("Procès-verbal du vote");
        assertThat(Files.readAllBytes(pdf)).startsWith("%PDF-".getBytes(UTF_8));
    }

    @Test
    void recordOfWrongEvidenceSaysSoAndGivesOne() throws Exception {
        files.put("history", files.get("checkpoint"));
        Path html = folder.resolve("record.html");

        assertThat(run("record", archive(), "--poll", "points", "--lang", "en", "--html", "" + html))
                .isEqualTo(1);
        assertThat(Files.readString(html)).contains("This evidence is wrong.");
    }

    @Test
    void recordThatCannotBeMadeIsOneSentence() throws Exception {
        String archive = archive();
        String page = folder.resolve("record.html").toString();

        assertThat(run("record", archive, "--poll", "none", "--lang", "en", "--html", page))
                .isEqualTo(2);
        assertThat(run("record", archive, "--poll", "points", "--lang", "de", "--html", page))
                .isEqualTo(2);
        assertThat(run("record", archive, "--poll", "points", "--lang", "en")).isEqualTo(2);
        assertThat(run("record", archive, "--poll", "points", "--lang", "en", "--pdf", folder + "/none/record.pdf"))
                .isEqualTo(2);
        assertThat(err.toString().lines())
                .containsExactly(
                        "cannot read: " + archive + " has no poll 'none'",
                        "cannot read: --lang is 'de', which is not fr or en",
                        "cannot read: there is nothing to write: give --html, --pdf or both",
                        "cannot read: " + folder + "/none/record.pdf cannot be written: its folder does not exist");
    }

    @Test
    void reportTellsOriginKeyAndEveryPoll() throws Exception {
        run("verify", archive());

        assertThat(out.toString())
                .contains("origin    vote.example.org/2026\n")
                .contains("key       " + log.key().vkey() + "\n          unverified: not given from outside\n")
                .contains("poll      favourite: Which project for your neighbourhood?\n")
                .contains("  cards   41 issued, 39 handed out\n")
                .contains("  ballots 8 cast, 0 superseded, 1 null, 1 blank, 7 counted\n")
                .contains("  winner  1. Option b (b): 500.00 EUR, score 3\n")
                .contains("  money   800.00 EUR spent, 200.00 EUR left\n")
                .contains("  tie     at score 2, by id: b, i\n");
        assertThat(lastLine()).endsWith("; key unverified");
    }

    @Test
    void folderIsVerifiedLikeAnArchive() {
        ExampleArchive.folder(files, folder);

        assertThat(run("verify", folder.toString())).isZero();
    }

    @Test
    void folderWithAnEmptyFolderInItIsWrong() throws Exception {
        Files.createDirectories(ExampleArchive.folder(files, folder).resolve("tile/7"));

        assertThat(run("verify", folder.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("the folder tile/7/ is empty");
    }

    @Test
    void folderWithALinkInItIsWrong() throws Exception {
        Path vkey = ExampleArchive.folder(files, folder.resolve("evidence")).resolve("vkey");
        Files.move(vkey, folder.resolve("elsewhere"));
        Files.createSymbolicLink(vkey, folder.resolve("elsewhere"));

        assertThat(run("verify", folder.resolve("evidence").toString())).isEqualTo(1);
        assertThat(out.toString()).contains("vkey is not a plain file");
    }

    @Test
    void wrongEvidenceEndsWithOneAndALinePerFinding() throws Exception {
        files.get("tile/0/000.p/70")[0] ^= 1;

        assertThat(run("verify", archive())).isEqualTo(1);
        assertThat(out.toString()).contains("finding   tile/0/000.p/70: is not the tile that the entries give\n");
        assertThat(lastLine())
                .isEqualTo("NOT verified: 70 entries, 47 checkpoints, 4 polls, 17 ballots, 1 finding; key unverified");
    }

    @Test
    void keyOfSomebodyElseIsAFinding() throws Exception {
        String other = new ExampleKey("vote.example.org/2026", "mallory").vkey();

        assertThat(run("verify", archive(), "--vkey", other)).isEqualTo(1);
        assertThat(out.toString())
                .contains("finding   vkey: is " + log.key().vkey() + ", which is not the key given\n");
    }

    @Test
    void missingFileEndsWithTwoAndOneSentence() {
        assertThat(run("verify", folder.resolve("nothing.zip").toString())).isEqualTo(2);
        assertThat(err.toString()).isEqualTo("cannot read: " + folder.resolve("nothing.zip") + " does not exist\n");
    }

    @Test
    void keyThatIsNoneEndsWithTwo() throws Exception {
        assertThat(run("verify", archive(), "--vkey", "x")).isEqualTo(2);
        assertThat(err.toString())
                .isEqualTo(
                        "cannot read: the key of --vkey is not a verifier key: it has not the form name+id+base64\n");
    }

    @Test
    void jsonIsOneDocumentWithEverything() throws Exception {
        assertThat(run("verify", archive(), "--json")).isZero();

        JsonNode report = JsonMapper.builder().build().readTree(out.toString());
        assertThat(report.get("verified").asBoolean()).isTrue();
        assertThat(report.get("origin").asString()).isEqualTo("vote.example.org/2026");
        assertThat(report.get("polls")).hasSize(4);
        assertThat(report.get("polls").get(1).get("decision").get("ties").get(0).get("options"))
                .hasSize(2);
    }

    @Test
    void helpHasExamples() {
        assertThat(run("verify", "--help")).isZero();
        assertThat(out.toString()).contains("Examples:").contains("Exit codes:");
    }

    @Test
    void hostileTitleCannotSteerTheTerminal() throws Exception {
        ExampleLog hostile = new ExampleLog("vote.example.org").genesis();
        new ExamplePoll(hostile, "p", "FAVOURITE", Map.of(), 1, 2)
                .with("title", "\u009b2Jverified: all\u202e is well")
                .define();
        files.clear();
        files.putAll(hostile.files());

        assertThat(run("verify", archive())).isZero();
        assertThat(out.toString())
                .doesNotContain("\u009b")
                .doesNotContain("\u202e")
                .contains("\ufffd2Jverified");
    }

    @Test
    void receiptIsVerifiedWithKeyAndEntry() throws Exception {
        String receipt = write("receipt", receipt(9));
        String entry = write("entry", log.entries().get(9));
        String other = write("other", log.entries().get(10));

        assertThat(run("receipt", receipt, "--vkey", log.key().vkey(), "--entry", entry))
                .isZero();
        assertThat(lastLine()).isEqualTo("verified: the log has this entry at index 9 of 70");
        assertThat(run("receipt", receipt, "--vkey", log.key().vkey())).isZero();
        assertThat(lastLine()).isEqualTo("verified: the log has signed a checkpoint of 70 entries; no entry was given");
        assertThat(run("receipt", receipt, "--entry", entry)).isZero();
        assertThat(run("receipt", receipt, "--entry", other)).isEqualTo(1);
        assertThat(lastLine())
                .isEqualTo("NOT verified: the receipt does not prove this entry: its hashes do not lead to the"
                        + " checkpoint");
        assertThat(run("receipt", receipt, "--vkey", new ExampleKey("vote.example.org/2026", "x").vkey()))
                .isEqualTo(1);
        assertThat(run("receipt", receipt)).isEqualTo(2);
        assertThat(err.toString()).contains("a receipt alone proves nothing");
    }

    @Test
    void codeIsComputedFromTheEntryAndComparedWithTheReceipt() throws Exception {
        String entry = write("entry", log.entries().get(9));
        String code = ReceiptCode.ofEntry(log.entries().get(9)).text();
        String same = write("same", withExtra(code));
        String other = write("other", withExtra("dog-cat-mouse-rabbit-0G2G-C1R8\u001b[2J"));

        assertThat(run("receipt", write("plain", receipt(9)), "--entry", entry)).isZero();
        assertThat(out.toString()).contains(code.substring(code.length() - 9) + ", computed; the receipt tells none\n");
        assertThat(run("receipt", same, "--entry", entry)).isZero();
        assertThat(out.toString()).contains(code.substring(code.length() - 9) + ", as the receipt tells\n");
        assertThat(run("receipt", other, "--vkey", log.key().vkey())).isZero();
        assertThat(out.toString())
                .contains("code      dog-cat-mouse-rabbit-0G2G-C1R8\ufffd[2J, unverified: no entry was given\n");
        assertThat(run("receipt", other, "--entry", entry)).isEqualTo(1);
        assertThat(lastLine())
                .isEqualTo(
                        "NOT verified: the receipt tells the code 'dog-cat-mouse-rabbit-0G2G-C1R8\ufffd[2J', but that"
                                + " of the entry is '" + code + "'");
    }

    private byte[] withExtra(String text) {
        String extra = "extra " + ExampleBytes.base64(text.getBytes(UTF_8)) + "\nindex";
        return new String(receipt(9), UTF_8).replaceFirst("index", extra).getBytes(UTF_8);
    }

    private String write(String name, byte[] bytes) throws Exception {
        return Files.write(folder.resolve(name), bytes).toString();
    }

    private byte[] receipt(int index) {
        List<byte[]> leaves = log.entries().stream().map(ExampleTree::leaf).toList();
        StringBuilder text = new StringBuilder("c2sp.org/tlog-proof@v1\nindex " + index + "\n");
        ExampleTree.path(index, leaves)
                .forEach(hash -> text.append(ExampleBytes.base64(hash)).append('\n'));
        return ExampleBytes.join(text.append('\n').toString().getBytes(UTF_8), log.checkpoint(leaves.size()));
    }
}
