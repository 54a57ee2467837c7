package eu.urne.api.desk;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.api.Server;
import eu.urne.api.ServerSettings;
import eu.urne.api.settings.Setting;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Sessions that are forged, stolen, old or somebody else's, and passwords that are guessed. One server for all. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileSessionsTest {

    /** A clock that a test moves forward. */
    private static final class Hands extends Clock {

        private volatile Instant now = Instant.parse("2026-04-13T10:00:00Z");

        void forward(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("the server's clock has no zone");
        }
    }

    private final Hands clock = new Hands();
    private Server server;

    @BeforeAll
    void start(@TempDir Path folder) {
        server = Server.start(
                ServerSettings.local(folder).with(clock).with(Map.of(Setting.TRUSTED_PROXIES, "127.0.0.0/8")));
        Staff.administrator(server);
    }

    @AfterAll
    void end() {
        server.close();
    }

    private Staff administrator() {
        Staff staff = new Staff(server);
        staff.signIn("Ada Ministre", Staff.PASSWORD);
        return staff;
    }

    private Staff colleague(String name, Role... roles) {
        return administrator().colleague(server, name, "", roles);
    }

    @Test
    void aForgedSessionIsNobodys() {
        Staff forger = new Staff(server);

        for (String id : new String[] {"00000000000000000000000000000000", "../../etc", "' OR 1=1", "a\u00e9"}) {
            var request = forger.request("/desk/users")
                    .header("Accept", "text/html")
                    .header("Cookie", "urne-desk=" + id.replaceAll("[^\\x20-\\x7e]", "x"));
            assertThat(forger.ask(request).location()).as(id).startsWith("/desk/sign-in");
        }
    }

    @Test
    void aSessionThatSomebodyHasPlantedIsNotTheOneThatSignsIn() {
        Staff victim = administrator();
        String planted = victim.cookie("urne-desk");

        victim.signIn("Ada Ministre", Staff.PASSWORD);

        var request = new Staff(server)
                .request("/desk/users")
                .header("Accept", "text/html")
                .header("Cookie", "urne-desk=" + planted);
        assertThat(new Staff(server).ask(request).location()).startsWith("/desk/sign-in");
    }

    @Test
    void aSessionEndsHalfAnHourAfterTheLastThingThatThePersonDid() {
        Staff staff = administrator();
        clock.forward(Duration.ofMinutes(29));
        assertThat(staff.get("/desk").status()).isEqualTo(200);
        clock.forward(Duration.ofMinutes(29));
        assertThat(staff.get("/desk").status()).isEqualTo(200);

        clock.forward(Duration.ofMinutes(31));

        assertThat(staff.get("/desk").location()).isEqualTo("/desk/sign-in?over");
    }

    @Test
    void whatAPageAsksByItselfKeepsNoSession() {
        Staff staff = administrator();
        clock.forward(Duration.ofMinutes(20));
        staff.ask(staff.request("/desk").header("Urne-By-Itself", "1"));
        clock.forward(Duration.ofMinutes(20));

        assertThat(staff.get("/desk").location()).isEqualTo("/desk/sign-in?over");
    }

    @Test
    void everySessionEndsAfterTwelveHours() {
        Staff staff = administrator();
        for (int quarter = 0; quarter < 48; quarter++) {
            clock.forward(Duration.ofMinutes(15));
            if (quarter < 47) {
                assertThat(staff.get("/desk").status()).isEqualTo(200);
            }
        }
        clock.forward(Duration.ofMinutes(1));

        assertThat(staff.get("/desk").location()).isEqualTo("/desk/sign-in?over");
    }

    @Test
    void signingOutEndsTheSession() {
        Staff staff = administrator();
        String session = staff.cookie("urne-desk");
        staff.send("/desk", "/desk/sign-out", Map.of());

        var request = staff.request("/desk").header("Accept", "text/html").header("Cookie", "urne-desk=" + session);
        assertThat(new Staff(server).ask(request).location()).startsWith("/desk/sign-in");
    }

    @Test
    void signingOutByALinkFromElsewhereDoesNothing() {
        Staff staff = administrator();
        staff.get("/desk/sign-out");

        assertThat(staff.get("/desk").status()).isEqualTo(200);
    }

    @Test
    void formsWithoutOrWithSomebodyElsesTokenAreRefused() {
        Staff staff = administrator();
        Staff other = colleague("Other", Role.ADMIN);
        String form = "name=Mallory&roles=ADMIN&sites=";

        assertThat(staff.post("/desk/users", form).status()).isEqualTo(403);
        assertThat(staff.post("/desk/users", form + "&_csrf=x").status()).isEqualTo(403);
        assertThat(staff.post("/desk/users", form + "&_csrf=" + other.token("/desk/users"))
                        .status())
                .isEqualTo(403);
        assertThat(staff.get("/desk/users").text()).doesNotContain("Mallory");
    }

    @Test
    void theTokenOfTheSignInPageIsNotThatOfTheSession() {
        Staff staff = new Staff(server);
        String before = staff.token("/desk/sign-in");
        staff.signIn("Ada Ministre", Staff.PASSWORD);

        assertThat(staff.post("/desk/users", "name=Mallory2&roles=ADMIN&_csrf=" + before)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void scriptsGetAProblemInsteadOfAPage() {
        Staff staff = administrator();
        var request = staff.request("/desk/users")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString("{}"));

        assertThat(staff.ask(request).text()).contains("urn:urne:problem:not-authorised");
        assertThat(new Staff(server)
                        .ask(staff.request("/desk/users").header("Accept", "application/json"))
                        .text())
                .contains("urn:urne:problem:signed-out");
    }

    @Test
    void whoGuessesMustWaitLongerAndLongerAndSoMustWhoGuessesNamesThatDoNotExist() {
        colleague("Guessed", Role.CITY);
        for (String name : new String[] {"Guessed", "Nobody of that name"}) {
            for (int attempt = 0; attempt < 10; attempt++) {
                assertThat(new Staff(server).signIn(name, "wrong").location()).isEqualTo("/desk/sign-in?wrong");
                clock.forward(Duration.ofMillis(500));
            }
        }

        new Staff(server).signIn("Guessed", "wrong");
        assertThat(new Staff(server).signIn("guessed", Staff.PASSWORD).location())
                .as("locked, and told with the same words")
                .isEqualTo("/desk/sign-in?wrong");
        clock.forward(Duration.ofMinutes(16));
        assertThat(new Staff(server).signIn("Guessed", Staff.PASSWORD).location())
                .isEqualTo("/desk");
    }

    @Test
    void whoHasSignedInBeforeDoesNotWaitForWhatOthersGuess() {
        Staff own = colleague("Own browser", Role.CITY);
        for (int attempt = 0; attempt < 6; attempt++) {
            new Staff(server).signIn("Own browser", "wrong");
        }

        assertThat(new Staff(server).signIn("Own browser", Staff.PASSWORD).location())
                .isEqualTo("/desk/sign-in?wrong");
        assertThat(own.signIn("Own browser", Staff.PASSWORD).location()).isEqualTo("/desk");
    }

    @Test
    void aBrowserThatIsKnownForOneNameIsAStrangerForOthers() {
        colleague("Somebody else", Role.CITY);
        Staff own = colleague("Myself", Role.CITY);
        for (int attempt = 0; attempt < 6; attempt++) {
            own.signIn("Somebody else", "wrong");
        }

        assertThat(own.signIn("Somebody else", Staff.PASSWORD).location()).isEqualTo("/desk/sign-in?wrong");
    }

    @Test
    void anExpiredLinkIsOver() {
        Staff staff = administrator();
        Matcher link = Pattern.compile("/desk/link/[A-Za-z0-9_-]{32}")
                .matcher(staff.send("/desk/users", Map.of("name", "Late", "roles", "CITY", "sites", ""))
                        .text());
        assertThat(link.find()).isTrue();
        clock.forward(Duration.ofHours(73));

        assertThat(new Staff(server).get(link.group()).status()).isEqualTo(410);
    }

    @Test
    void aNewLinkEndsTheEarlierOne() {
        Staff staff = administrator();
        String page = staff.send("/desk/users", Map.of("name", "Twice", "roles", "CITY", "sites", ""))
                .text();
        String first = page.replaceAll("(?s).*(/desk/link/[A-Za-z0-9_-]{32}).*", "$1");
        String user = staff.get("/desk/users").text().replaceAll("(?s).*/desk/users/([0-9a-f]{16})\">Twice<.*", "$1");
        staff.send("/desk/users/" + user, "/desk/users/" + user + "/link", Map.of());

        assertThat(new Staff(server).get(first).status()).isEqualTo(410);
    }

    @Test
    void eachRoleGetsToItsOwnPlacesOnly() {
        Map<String, Set<Role>> places = Map.of(
                "/desk", Set.of(Role.values()),
                "/desk/me", Set.of(Role.values()),
                "/desk/users", Set.of(Role.ADMIN),
                "/desk/tablets", Set.of(Role.ADMIN, Role.ANIMATOR),
                "/desk/polls", Set.of(Role.ANIMATOR, Role.CITY, Role.TRUSTEE));
        for (Role role : Role.values()) {
            Staff staff = colleague("Role " + role, role);
            places.forEach((path, roles) -> assertThat(staff.get(path).status())
                    .as("%s at %s", role, path)
                    .isEqualTo(roles.contains(role) ? 200 : 403));
        }
    }

    @Test
    void waysToWriteAPathLeadNowhereElse() {
        Staff stranger = new Staff(server);

        for (String path : new String[] {
            "/desk/users;a=b",
            "/desk;x/users",
            "//desk/users",
            "/desk/./users",
            "/x/../desk/users",
            "/%64esk/users",
            "/desk%2fusers",
            "/desk/users/",
            "/DESK/users"
        }) {
            Staff.Answer answer = stranger.get(path);
            assertThat(answer.status()).as(path).isNotEqualTo(200);
            assertThat(answer.text()).as(path).doesNotContain("Ada Ministre");
        }
    }

    @Test
    void formsWithFilesAreReadNowhereElse() {
        Staff stranger = new Staff(server);

        for (String path :
                new String[] {"/receipts", "/desk/../receipts", "/desk/%2e%2e/receipts", "/desk/;x/../receipts"}) {
            var form = stranger.request(path)
                    .header("Content-Type", "multipart/form-data; boundary=b")
                    .POST(java.net.http.HttpRequest.BodyPublishers.ofString(
                            "--b\r\nContent-Disposition: form-data; name=\"f\"\r\n\r\nx\r\n--b--\r\n"));
            assertThat(stranger.ask(form).status()).as(path).isIn(400, 415);
        }
    }

    @Test
    void aStaffKeyIsNoUserOfTheDesk() {
        Staff staff = new Staff(server);
        String key = server.newStaffKey().orElseThrow();
        var request =
                staff.request("/desk/users").header("Accept", "text/html").header("Authorization", "Bearer " + key);

        assertThat(staff.ask(request).location()).startsWith("/desk/sign-in");
    }

    @Test
    void behindAProxyWithHttpsTheCookieIsForHttpsOnly() {
        Staff staff = new Staff(server);
        String token = staff.token("/desk/sign-in");
        var request = staff.request("/desk/sign-in")
                .header("X-Forwarded-Proto", "https")
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        "name=Ada+Ministre&password=" + Staff.PASSWORD.replace(" ", "+") + "&_csrf=" + token));

        assertThat(staff.ask(request).response().headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("urne-desk=") && cookie.contains("Secure"));
    }
}
