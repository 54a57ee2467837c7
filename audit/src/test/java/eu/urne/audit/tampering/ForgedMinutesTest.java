package eu.urne.audit.tampering;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.audit.Finding;
import eu.urne.audit.Report;
import eu.urne.audit.Verification;
import eu.urne.audit.example.ExampleBytes;
import eu.urne.audit.example.ExampleKey;
import eu.urne.audit.example.ExampleLog;
import eu.urne.audit.example.ExampleTree;
import eu.urne.audit.example.MemoryEvidence;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever has the key of the log writes minutes that would leave a vote out, or lets one person sign as two. */
class ForgedMinutesTest {

    @TempDir
    static Path council;

    private static ExampleLog played;

    private ExampleLog log;
    private LogSurgery surgery;

    @BeforeAll
    static void play() throws Exception {
        try (PlayedCouncil all = new PlayedCouncil(council)) {
            played = all.play();
        }
    }

    @BeforeEach
    void copy() {
        log = new ExampleLog(played.origin());
        log.entries().addAll(played.entries());
        surgery = new LogSurgery(log);
    }

    private List<String> findings() throws Exception {
        Report report = Verification.of(new MemoryEvidence(log.files())).run();
        return report.findings().stream().map(Finding::sentence).toList();
    }

    @Test
    void minutesStandForAllThatCameBeforeTheEndOfTheirMeeting() throws Exception {
        int drafted = surgery.find("council.MinutesDrafted", 0);
        surgery.changeData(drafted, data -> {
            Map<String, Object> motion = motions(data).getFirst();
            String stream = "motion/youth/" + motion.get("motion");
            byte[] first = log.entries().stream()
                    .filter(entry -> stream.equals(ExampleLog.parsed(entry).get("stream")))
                    .findFirst()
                    .orElseThrow();
            assertThat(((Number) motion.get("events")).intValue()).isGreaterThan(1);
            motion.put("events", 1);
            motion.put("root", ExampleBytes.hex(ExampleTree.root(List.of(ExampleTree.leaf(first)))));
        });
        assertThat(findings()).anyMatch(finding -> finding.contains("stand for other events of the motion"));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> motions(Map<String, Object> data) {
        return (List<Map<String, Object>>) LogSurgery.member(data, "facts").get("motions");
    }

    @Test
    void keyOfTheChairIsNotThatOfTheSecretaryToo() throws Exception {
        ExampleKey chairs = new ExampleKey("pen", "first");
        int clerk = clerksKey();
        surgery.changeData(clerk, data -> {
            data.put("key", ExampleBytes.hex(chairs.publicKey()));
            String statement = "urne-signer-v1\n"
                    + new String(
                            ExampleLog.json(Map.of(
                                    "council",
                                    "youth",
                                    "key",
                                    ExampleBytes.hex(chairs.publicKey()),
                                    "number",
                                    1,
                                    "signer",
                                    "clerk")),
                            StandardCharsets.UTF_8);
            data.put("proof", ExampleBytes.base64(chairs.sign(statement.getBytes(StandardCharsets.UTF_8))));
        });
        assertThat(findings())
                .anyMatch(
                        finding -> finding.contains("has a key registered that a signer of the council has had before"))
                .noneMatch(finding -> finding.contains("without a good signature with it"));
    }

    private int clerksKey() {
        for (int nth = 0; ; nth++) {
            int index = surgery.find("council.SignerKeyRegistered", nth);
            if ("clerk".equals(LogSurgery.member(surgery.entry(index), "data").get("signer"))) {
                return index;
            }
        }
    }
}
