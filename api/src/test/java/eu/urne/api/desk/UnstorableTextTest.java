package eu.urne.api.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import eu.urne.api.Server;
import eu.urne.api.ServerSettings;
import eu.urne.api.settings.Setting;
import eu.urne.api.settings.Settings;
import eu.urne.engine.store.TrialPostgres;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** What PostgreSQL cannot hold is refused on every store, in a sentence that names the field. */
@ParameterizedClass
@ValueSource(strings = {"sqlite", "postgresql"})
class UnstorableTextTest {

    private static final String KEY = "0123456789abcdef-staff-key";

    private static Server server;
    private static Staff ada;

    @Parameter
    String store;

    @TempDir
    static Path folder;

    @BeforeParameterizedClassInvocation
    static void start(String store) {
        Map<Setting, String> told = new EnumMap<>(Setting.class);
        told.put(Setting.DATA, folder.resolve(store).toString());
        told.put(Setting.ADDRESS, "127.0.0.1");
        told.put(Setting.PORT, "0");
        told.put(Setting.MANAGEMENT_PORT, "off");
        told.put(Setting.STAFF_KEYS, KEY);
        told.put(Setting.STORE, store);
        if (store.equals("postgresql")) {
            told.put(
                    Setting.POSTGRESQL_URL,
                    TrialPostgres.database().orElseGet(() -> abort("there is no PostgreSQL here")));
        }
        server = Server.start(new ServerSettings(Settings.of(told), false, Clock.systemUTC()));
        ada = Staff.administrator(server);
    }

    @AfterParameterizedClassInvocation
    static void end() {
        if (server != null) {
            server.close();
        }
    }

    private Staff.Answer register(String title) {
        return ada.ask(ada.request("/api/registers")
                .header("Authorization", "Bearer " + KEY)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"register\":\"r\",\"title\":\"" + title + "\"}")));
    }

    @Test
    void aTextInJsonWithTheCharacterZeroIsRefused() {
        Staff.Answer answer = register("Conseil\\u0000");

        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.text()).contains("title: it holds the character 0, which cannot be stored");
    }

    @Test
    void aTextInJsonWithHalfACharacterIsRefused() {
        Staff.Answer answer = register("Conseil \\ud83d");

        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.text()).contains("title: it holds half a character, which cannot be stored");
    }

    @Test
    void anEscapedBackslashAndAWholePairAreTaken() {
        Staff.Answer answer = register("Conseil \\\\u0000 \\ud83d\\udc1f");

        assertThat(answer.text()).doesNotContain("cannot be stored");
        assertThat(answer.status()).as(answer.text()).isLessThan(500);
    }

    @Test
    void aFieldOfAFormWithTheCharacterZeroIsRefused() {
        Staff.Answer answer = ada.send("/desk/users", Map.of("name", "Be\0a", "sites", "", "roles", "CITY"));

        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.text()).contains("name: it holds the character 0, which cannot be stored");
    }

    @Test
    void aFormWithHalfACharacterIsNone() {
        Staff.Answer answer =
                ada.post("/desk/users", "name=Be%ED%A0%BDa&sites=&roles=CITY&_csrf=" + ada.token("/desk/users"));

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.text()).contains("not written in UTF-8");
    }

    @Test
    void signingInWithSuchANameFailsLikeAnyOther() {
        assertThat(new Staff(server).signIn("Ada\0", Staff.PASSWORD).status()).isLessThan(500);
    }

    @Test
    void queriesAndPathsWithTheCharacterZeroAreNoFailureOfTheStore() {
        for (String path : new String[] {"/api/polls/a%00b", "/api/budgets/a%00b", "/api/budgets/a/proposals?q=%00"}) {
            assertThat(ada.get(path).status()).as(path).isBetween(400, 499);
        }
    }
}
