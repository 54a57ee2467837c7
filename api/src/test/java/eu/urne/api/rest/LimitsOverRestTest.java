package eu.urne.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.api.rest.Client.Reply;
import eu.urne.api.settings.Setting;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who asks too much waits, and nobody else does. */
class LimitsOverRestTest {

    private static final Map<Setting, String> FEW =
            Map.of(Setting.LIMIT_WRITES, "3", Setting.LIMIT_REQUESTS, "40", Setting.LIMIT_STAFF, "5");

    @TempDir
    Path folder;

    private static Reply write(Voting voting, String from) {
        return voting.client.send(
                voting.client.json(Voting.POLL + "/ballots", "{}").header("X-Forwarded-For", from));
    }

    private static void assertLimited(Reply reply) {
        assertThat(reply.status()).isEqualTo(429);
        assertThat(Integer.parseInt(reply.header("Retry-After"))).isBetween(1, 60);
        assertThat(reply.json().get("type").asString()).isEqualTo("urn:urne:problem:busy");
        assertThat(reply.json().get("detail").asString())
                .isEqualTo("too many requests come from this client; send the same again later");
    }

    @Test
    void whoWritesTooMuchWaitsAndStillReads() {
        try (Voting voting = Voting.with(folder, FEW)) {
            for (int i = 0; i < 3; i++) {
                assertThat(write(voting, "203.0.113.7").status()).isNotEqualTo(429);
            }
            assertLimited(write(voting, "203.0.113.8")); // whose address nobody vouches for
            assertThat(voting.client.get("/health").status()).isEqualTo(200);
        }
    }

    @Test
    void theStaffCountsByItsKey() {
        try (Voting voting = Voting.with(folder, FEW)) {
            for (int i = 0; i < 3; i++) {
                write(voting, "");
            }
            for (int i = 0; i < 5; i++) {
                assertThat(voting.client.staffPost("/api/polls", Map.of()).status())
                        .isNotEqualTo(429);
            }
            assertLimited(voting.client.staffPost("/api/polls", Map.of()));
            assertThat(voting.client.get("/health").status()).isEqualTo(200);
        }
    }

    @Test
    void behindATrustedProxyEachClientCountsAlone() {
        Map<Setting, String> proxied = Map.of(Setting.LIMIT_WRITES, "3", Setting.TRUSTED_PROXIES, "127.0.0.1,::1");
        try (Voting voting = Voting.with(folder, proxied)) {
            for (int i = 0; i < 3; i++) {
                assertThat(write(voting, "2001:db8:1:1::" + i).status()).isNotEqualTo(429);
            }
            assertLimited(write(voting, "2001:db8:1:1:ffff::9"));
            assertThat(write(voting, "2001:db8:1:2::1").status()).isNotEqualTo(429);
        }
    }

    @Test
    void readersAreBoundedToo() {
        try (Voting voting = Voting.with(folder, FEW)) {
            for (int i = 0; i < 40; i++) {
                voting.client.get("/health");
            }
            assertLimited(voting.client.get("/health"));
        }
    }
}
