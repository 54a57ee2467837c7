package eu.urne.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.api.rest.Client.Reply;
import eu.urne.api.settings.Setting;
import eu.urne.engine.tally.Ballot;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a monitor sees, and what it does not. */
class MonitoringTest {

    private static final Map<Setting, String> MONITORED = Map.of(Setting.MANAGEMENT_PORT, "0");

    @TempDir
    Path folder;

    private static HttpResponse<String> ask(Voting voting, String path) throws Exception {
        int port = voting.server.managementPort().orElseThrow();
        URI address = URI.create("http://127.0.0.1:" + port + "/actuator/" + path);
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        }
    }

    private static double figure(String figures, String name) {
        Matcher line =
                Pattern.compile("(?m)^" + Pattern.quote(name) + " (\\S+)$").matcher(figures);
        return line.find() ? Double.parseDouble(line.group(1)) : 0;
    }

    private static double requests(String figures, String route, String outcome) {
        return figure(figures, "urne_http_requests_seconds_count{outcome=\"" + outcome + "\",route=\"" + route + "\"}");
    }

    @Test
    void healthKnowsTheParts() throws Exception {
        try (Voting voting = Voting.with(folder, MONITORED)) {
            assertThat(ask(voting, "health/liveness").statusCode()).isEqualTo(200);
            HttpResponse<String> ready = ask(voting, "health/readiness");
            assertThat(ready.statusCode()).isEqualTo(200);
            assertThat(ready.body()).contains("\"log\"", "\"views\"", "\"disk\"", "\"intake\"", "\"freeBytes\"");
        }
    }

    @Test
    void withoutAPortNobodyMonitors() {
        try (Voting voting = new Voting(folder, false)) {
            assertThat(voting.server.managementPort()).isEmpty();
            assertThat(voting.client.get("/actuator/health").status()).isEqualTo(404);
        }
    }

    @Test
    void onlyHealthAndFiguresAreShownAndNotToThePublic() throws Exception {
        try (Voting voting = Voting.with(folder, MONITORED)) {
            assertThat(voting.client.get("/actuator/prometheus").status()).isEqualTo(404);
            for (String secret : List.of("env", "heapdump", "beans", "configprops", "metrics", "loggers", "shutdown")) {
                assertThat(ask(voting, secret).statusCode()).as(secret).isEqualTo(404);
            }
        }
    }

    @Test
    void aNearlyFullDiskTakesNothingAndStillShows() throws Exception {
        try (Voting voting =
                Voting.with(folder, Map.of(Setting.MANAGEMENT_PORT, "0", Setting.DISK_LEAST_FREE, "1TB"))) {
            long size = voting.logSize();
            Reply refused = voting.define();
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.header("Retry-After")).isNotEmpty();
            assertThat(refused.json().get("detail").asString()).startsWith("the disk of the server is nearly full");
            assertThat(voting.logSize()).isEqualTo(size);
            assertThat(voting.client.get("/health").status()).isEqualTo(200);
            assertThat(ask(voting, "health/readiness").statusCode()).isEqualTo(503);
            assertThat(ask(voting, "health/liveness").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void figuresOfVotersMoveInStepsOfTwentyAndNameNoPoll() throws Exception {
        try (Voting voting = Voting.with(folder, MONITORED).opened(25)) {
            for (int voter = 0; voter < 18; voter++) {
                assertThat(voting.cast(voting.ballot(voter, Ballot.Approval.of(0)))
                                .status())
                        .isEqualTo(201);
            }
            String before = ask(voting, "prometheus").body();
            assertThat(requests(before, "voting", "answered")).isZero(); // of 19: the staff has printed cards, too
            voting.cast(voting.ballot(18, Ballot.Approval.of(1)));
            voting.cast(voting.ballot(19, Ballot.Approval.of(1)));

            String figures = ask(voting, "prometheus").body();
            assertThat(requests(figures, "voting", "answered")).isEqualTo(20);
            assertThat(figure(figures, "urne_log_size")).isEqualTo((double) voting.logSize());
            assertThat(figure(figures, "urne_log_appends_seconds_count") % 20).isZero();
            assertThat(figure(figures, "urne_log_appends_seconds_count")).isPositive();
            assertThat(figures)
                    .contains(
                            "urne_log_waiting",
                            "urne_log_batch_count",
                            "urne_log_failures_total",
                            "urne_views_lag",
                            "urne_disk_free_bytes",
                            "jvm_memory_used_bytes")
                    .doesNotContain("children-2026", "poll=", "register", "ballot", "site=");
        }
    }
}
