package eu.urne.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.api.rest.Client.Reply;
import eu.urne.engine.log.EntryCodec;
import eu.urne.engine.store.LogName;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guardians consent to what children take part in. */
class ConsentOverRestTest {

    @TempDir
    static Path folder;

    private static Desk desk;

    @BeforeAll
    static void open() {
        desk = new Desk(folder);
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @Test
    void aConsentToABudgetThatIsNotThereIsRefused() {
        String person = desk.person("Moreau", "Noé", "2015-01-01", "europe");
        Reply reply = desk.client.staffPost("/api/persons/" + person + "/consents", Map.of("budget", "none"));

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.json().get("detail").asString()).isEqualTo("there is no budget none");
        assertThat(EntryCodec.read(desk.server
                                .engine()
                                .log()
                                .reader()
                                .range(LogName.REGISTER, 0, 100)
                                .getLast()
                                .sealed())
                        .type())
                .isEqualTo("urne.log.LogCreated.v1");
    }
}
