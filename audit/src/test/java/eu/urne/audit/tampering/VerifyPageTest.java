package eu.urne.audit.tampering;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eu.urne.audit.example.ExampleArchive;
import eu.urne.audit.example.ExampleBytes;
import eu.urne.audit.example.ExampleElection;
import eu.urne.audit.example.ExampleLog;
import eu.urne.audit.example.ExamplePoll;
import eu.urne.audit.example.ExampleTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell of docs/verify.md, run as it stands there over evidence and a receipt. */
class VerifyPageTest {
    private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
    private static final List<String> TOOLS = List.of("openssl", "xxd", "jq", "sha256sum", "base64");
    private static final int BALLOTS = 5;

    @TempDir
    private Path folder = Path.of("");

    private final ExampleLog log = new ExampleLog("vote.example.org/2026").genesis();

    @BeforeEach
    void playAndCheckTools() throws Exception {
        for (String tool : TOOLS) {
            assumeTrue(
                    new ProcessBuilder("sh", "-c", "command -v " + tool).start().waitFor() == 0,
                    "skipped: there is no " + tool);
        }
        for (int i = 1; i < 520; i++) {
            log.append("idea-" + i, "budget/2026", "urne.budget.IdeaHandedIn.v1", Map.of("number", i));
        }
        ExamplePoll poll = new ExamplePoll(log, "park", "FAVOURITE", Map.of(), 60_000, 50_000);
        poll.define().cards("all", BALLOTS).open();
        for (int token = 0; token < BALLOTS; token++) {
            poll.cast(token, ExampleElection.favourite(token % 2));
        }
        poll.close(0);
        ExampleArchive.folder(log.files(), folder.resolve("evidence"));
    }

    /** The receipt of an entry, from the checkpoint of that many entries. */
    private void receipt(int index, int size) throws IOException {
        List<byte[]> leaves =
                log.entries().subList(0, size).stream().map(ExampleTree::leaf).toList();
        String proof = ExampleTree.path(index, leaves).stream()
                .map(hash -> ExampleBytes.base64(hash) + "\n")
                .collect(Collectors.joining());
        Files.write(
                folder.resolve("receipt.txt"),
                ExampleBytes.join(
                        "c2sp.org/tlog-proof@v1\nextra aGVsbG8=\nindex " + index + "\n" + proof + "\n",
                        log.checkpoint(size)));
    }

    private String run() throws Exception {
        String page = Files.readString(Path.of("../docs/verify.md"));
        String script = BLOCK.matcher(page)
                .results()
                .map((MatchResult block) -> block.group(1))
                .collect(Collectors.joining());
        Path steps = Files.writeString(folder.resolve("steps.sh"), script);
        Process shell = new ProcessBuilder("sh", steps.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        shell.getOutputStream().close();
        String text = new String(shell.getInputStream().readAllBytes(), UTF_8);
        shell.waitFor();
        return text;
    }

    private int ballot(int number) {
        return new LogSurgery(log).find("poll.BallotCast", number);
    }

    @Test
    void receiptsOfBallotsAreGood() throws Exception {
        for (int number = 0; number < BALLOTS; number += 2) {
            int index = ballot(number);
            receipt(index, index + 1);

            assertThat(run().lines().filter(line -> !line.matches("[{} ].*")))
                    .containsExactly(
                            "Signature Verified Successfully",
                            "The checkpoint of " + (index + 1) + " entries is in the history",
                            "Signature Verified Successfully",
                            "Entry " + index + " is in the tree of " + (index + 1) + " entries",
                            "Signature Verified Successfully",
                            "The ballot has the id "
                                    + new LogSurgery(log).entry(index).get("cause"));
        }
    }

    @Test
    void receiptOfAnotherEntryIsNot() throws Exception {
        int index = ballot(1);
        receipt(index, index + 1);
        Path receipt = folder.resolve("receipt.txt");
        Files.writeString(
                receipt, Files.readString(receipt).replace("index " + index + "\n", "index " + (index - 1) + "\n"));

        assertThat(run()).doesNotContain("is in the tree");
    }

    @Test
    void changedCheckpointIsNot() throws Exception {
        int index = ballot(1);
        receipt(index, index + 1);
        Path receipt = folder.resolve("receipt.txt");
        Files.writeString(
                receipt, Files.readString(receipt).replace("\n" + (index + 1) + "\n", "\n" + (index + 2) + "\n"));

        assertThat(run().lines().findFirst()).hasValue("Signature Verification Failure");
    }
}
