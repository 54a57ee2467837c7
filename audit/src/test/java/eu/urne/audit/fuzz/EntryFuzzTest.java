package eu.urne.audit.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import eu.urne.audit.crypto.Ed25519Key;
import eu.urne.audit.entry.Entry;
import eu.urne.audit.entry.EntryReader;
import eu.urne.audit.example.ExampleBytes;
import eu.urne.audit.json.CanonicalWriter;
import eu.urne.audit.json.MalformedException;
import eu.urne.engine.log.CanonicalJson;
import eu.urne.engine.log.EntryCodec;
import eu.urne.engine.log.Origin;
import eu.urne.engine.log.Signer;
import java.util.Optional;

/** docs/formats/log.md, section 3: what the verifier accepts the engine reads alike, and seals as the same bytes. */
class EntryFuzzTest {
    private static final Origin ORIGIN = new Origin("fuzz.example");
    private static final Signer SIGNER = new Signer(ORIGIN, new byte[32]);
    private static final EntryCodec CODEC = new EntryCodec(SIGNER);

    @FuzzTest
    void acceptedEntryIsTheEnginesToo(byte[] bytes) throws MalformedException {
        Optional<Entry> read = Verdicts.audit(() -> EntryReader.read(bytes));
        if (read.isPresent()) {
            Entry audit = read.get();
            eu.urne.engine.log.Entry engine = EntryCodec.read(bytes);

            assertThat(engine.id()).hasToString(audit.id());
            assertThat(engine.stream()).isEqualTo(audit.stream());
            assertThat(engine.seq()).isEqualTo(audit.seq());
            assertThat(engine.type()).isEqualTo(audit.type().text());
            assertThat(engine.at()).isEqualTo(audit.at());
            assertThat(engine.by()).isEqualTo(audit.by());
            assertThat(engine.cause()).isEqualTo(audit.cause());
            assertThat(CanonicalJson.bytes(engine.data())).isEqualTo(CanonicalWriter.bytes(audit.data()));
            sealedAgainItIsTheSame(audit, engine);
        }
    }

    private static void sealedAgainItIsTheSame(Entry audit, eu.urne.engine.log.Entry engine) throws MalformedException {
        Entry again = EntryReader.read(CODEC.seal(engine));
        String own = "\"key\":\"" + SIGNER.verifierKey().idHex() + "\"";

        assertThat(new String(again.unsigned().array(), UTF_8).replace(own, "\"key\":\"" + audit.keyId() + "\""))
                .isEqualTo(new String(audit.unsigned().array(), UTF_8));
        byte[] message = ExampleBytes.join(
                "urne-entry-v1\n", ORIGIN.name(), "\n", again.unsigned().array());
        Ed25519Key key = Ed25519Key.decode(new eu.urne.audit.crypto.Ed25519Seed(new byte[32])
                        .publicKey()
                        .encoded())
                .orElseThrow();
        assertThat(key.verifies(message, again.signature().array())).isTrue();
    }
}
