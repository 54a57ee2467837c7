package eu.urne.audit.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import eu.urne.audit.example.ExampleBytes;
import eu.urne.audit.example.ExampleKey;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.note.Checkpoint;
import eu.urne.audit.note.SignedNote;
import eu.urne.audit.note.VerifierKey;
import java.util.Optional;

/**
 * docs/formats/log.md, sections 5 and 7. The bytes are tried as a whole note, and as a text that the log signs, with
 * what stands behind the text's last empty line as further signature lines.
 */
class NoteFuzzTest {
    private static final ExampleKey KEY = new ExampleKey("fuzz.example", "key of fuzz.example");

    @FuzzTest
    void bothOpenTheSameNotes(byte[] bytes) throws MalformedException {
        compare(bytes);
        Optional<String> text = Verdicts.utf8(bytes);
        if (text.isPresent()) {
            int split = text.get().lastIndexOf("\n\n");
            String signed = split < 0 ? text.get() : text.get().substring(0, split + 1);
            String more = split < 0 ? "" : text.get().substring(split + 2);
            compare(ExampleBytes.join(KEY.note(signed), more));
            compare(ExampleBytes.join(signed, "\n", more, signature(signed)));
        }
    }

    private static String signature(String text) {
        String note = new String(KEY.note(text), UTF_8);
        return note.substring(text.length() + 1);
    }

    private static void compare(byte[] note) throws MalformedException {
        VerifierKey auditKey = VerifierKey.parse(KEY.vkey());
        Optional<Checkpoint> audit = Verdicts.audit(() -> {
            SignedNote parsed = SignedNote.parse(note);
            parsed.verify(auditKey);
            Checkpoint checkpoint = Checkpoint.parse(parsed.text());
            if (!checkpoint.origin().equals(auditKey.name())) {
                throw new MalformedException("is of another log");
            }
            return checkpoint;
        });
        eu.urne.engine.log.VerifierKey engineKey = eu.urne.engine.log.VerifierKey.parse(KEY.vkey());
        Optional<eu.urne.engine.log.Checkpoint> engine = Verdicts.utf8(note)
                .flatMap(text -> Verdicts.engine(() -> eu.urne.engine.log.Checkpoint.verify(text, engineKey)));

        assertThat(engine.isPresent()).as("the engine accepts").isEqualTo(audit.isPresent());
        audit.ifPresent(checkpoint -> {
            assertThat(engine.orElseThrow().size()).isEqualTo(checkpoint.size());
            assertThat(engine.orElseThrow().root()).isEqualTo(checkpoint.root().array());
        });
    }
}
