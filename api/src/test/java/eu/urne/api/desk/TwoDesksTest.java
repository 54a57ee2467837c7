package eu.urne.api.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import eu.urne.api.Server;
import eu.urne.api.ServerSettings;
import eu.urne.api.settings.Setting;
import eu.urne.api.settings.Settings;
import eu.urne.engine.log.EntryCodec;
import eu.urne.engine.store.TrialPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on one database: whoever signs in on one works on both. */
class TwoDesksTest {

    private static final String KEY = "0123456789abcdef-staff-key";

    private static final String BUDGET = """
            {"terms":{"budget":"children-2026","title":"Budget des enfants","audience":"CHILDREN",
             "amount":{"cents":400000,"currency":"EUR"},"split":"SITE",
             "parts":[{"id":"centre-a","title":"Centre A","cents":400000}],
             "rest":0,"restRule":"BEST_SHARE",
             "sites":[{"id":"centre-a","name":"Centre social A","district":"nord"}],
             "calendar":{"zone":"Europe/Paris","begins":{"KICK_OFF":"2025-01-12","IDEAS":"2025-02-02",
              "STUDY":"2025-03-16","VOTE":"2025-04-13","OUTCOME":"2025-05-04","WORKS":"2025-05-18"}},
             "rules":{"fourEyes":true,"guardianConsent":false,"groupsOnly":false,"studyDays":14},
             "demonstration":true}}""";

    @TempDir
    static Path folder;

    private static Server one;
    private static Server two;
    private static Staff ada;

    @BeforeAll
    static void start() throws IOException {
        String database = TrialPostgres.database().orElseGet(() -> abort("there is no PostgreSQL here"));
        one = node("one", database);
        Files.createDirectories(folder.resolve("two/keys"));
        for (String key : new String[] {"public.key", "register.key", "vault.key"}) {
            Files.copy(folder.resolve("one/keys/" + key), folder.resolve("two/keys/" + key));
        }
        two = node("two", database);
        ada = administrator();
    }

    private static Staff administrator() {
        // a start makes a new link in place of the one before
        Staff staff = new Staff(two);
        String link = two.firstAdministrator().orElseThrow();
        staff.send(link, Map.of("name", "Ada Ministre", "password", Staff.PASSWORD, "again", Staff.PASSWORD));
        staff.signIn("Ada Ministre", Staff.PASSWORD);
        return staff;
    }

    private static Server node(String name, String database) {
        Map<Setting, String> told = new EnumMap<>(Setting.class);
        told.put(Setting.DATA, folder.resolve(name).toString());
        told.put(Setting.ADDRESS, "127.0.0.1");
        told.put(Setting.PORT, "0");
        told.put(Setting.ORIGIN, "two.example/log");
        told.put(Setting.MANAGEMENT_PORT, "off");
        told.put(Setting.STORE, "postgresql");
        told.put(Setting.POSTGRESQL_URL, database);
        told.put(Setting.STAFF_KEYS, KEY);
        return Server.start(new ServerSettings(Settings.of(told), false, Clock.systemUTC()));
    }

    @AfterAll
    static void end() {
        if (one != null) {
            one.close();
        }
        if (two != null) {
            two.close();
        }
    }

    @Test
    void whoSignsInOnOneIsSignedInOnTheOther() {
        assertThat(ada.get("/desk").text()).contains("Bonjour Ada Ministre");
        assertThat(ada.at(one).get("/desk").text()).contains("Bonjour Ada Ministre");
    }

    @Test
    void aFormThatOneShowedIsTakenByTheOtherAndWhoSignsOutIsOutOnBoth() {
        Staff bea = ada.colleague(one, "Bea Adjointe", "", Role.CITY);
        Staff there = bea.at(two);
        assertThat(there.get("/desk").text()).contains("Bea Adjointe");

        there.post("/desk/sign-out", "_csrf=" + bea.token("/desk"));

        assertThat(bea.get("/desk").location()).isEqualTo("/desk/sign-in");
        assertThat(there.get("/desk").location()).isEqualTo("/desk/sign-in");
    }

    @Test
    void aLinkThatWasUsedOnOneIsUsedUpOnTheOther() {
        String link = two.firstAdministrator().orElseThrow();

        assertThat(new Staff(one).get(link).status()).isEqualTo(410);
    }

    @Test
    void aStaffKeyIsKnownToBoth() throws Exception {
        for (Server server : List.of(one, two)) {
            assertThat(rest(server, "/api/registers", "").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void bothShowTheSameCheckpointAtOnceAndItsTile() throws Exception {
        for (int i = 0; i < 20; i++) {
            assertThat(rest(one, "/api/budgets", BUDGET.replace("children-2026", "shown-" + i))
                            .statusCode())
                    .isEqualTo(201);

            String shown = rest(one, "/log/checkpoint", "").body();
            assertThat(rest(two, "/log/checkpoint", "").body()).isEqualTo(shown);
            String size = shown.lines().skip(1).findFirst().orElseThrow();
            assertThat(rest(two, "/log/tile/entries/000.p/" + size, "").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void theClocksOfBothBeginAPhaseOnce() throws Exception {
        assertThat(rest(one, "/api/budgets", BUDGET).statusCode()).isEqualTo(201);

        try (ExecutorService clocks = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Server server : List.of(one, two)) {
                clocks.execute(server.budgetClock()::tick);
            }
        }
        one.budgetClock().tick();
        two.budgetClock().tick();

        List<String> types = one.engine().log().reader().stream("budget/children-2026", 0, 100).stream()
                .map(event -> EntryCodec.read(event.sealed()))
                .map(entry -> entry.type() + " " + entry.data())
                .toList();
        assertThat(types).hasSize(3).doesNotHaveDuplicates();
        assertThat(types.getLast()).contains("STUDY");
    }

    private static HttpResponse<String> rest(Server server, String path, String json) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .header("Authorization", "Bearer " + KEY)
                .header("Content-Type", "application/json");
        return HttpClient.newHttpClient()
                .send(
                        json.isEmpty()
                                ? request.build()
                                : request.POST(BodyPublishers.ofString(json)).build(),
                        BodyHandlers.ofString());
    }
}
