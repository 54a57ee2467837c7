package eu.urne.api.crash;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.api.crash.Election.Step;
import eu.urne.engine.EngineJson;
import eu.urne.engine.poll.SealedBallot;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens in an election, the log of the server says nothing of who did what. */
class SilentLogTest {

    private static final String KEY = "a-key-of-the-staff-for-tests";
    private static final String NAME = "Zephyrine Quillfeather";
    private static final String CODE = "7K3M-99QX-TT41";
    private static final int VOTERS = 12;

    @TempDir
    Path folder;

    private final Election election = new Election();
    private final List<String> secrets =
            new ArrayList<>(List.of(KEY, NAME, "Quillfeather", CODE, "Une cabane", "Des v\u00e9los", "203.0.113.77"));

    @Test
    void noSecretNameOrChoiceIsInTheLog() throws Exception {
        Path data = folder.resolve("data");
        try (ServerProcess server = new ServerProcess(data, folder, KEY, "--log-format", "json").awaitAnswers();
                Visit visit = new Visit(server.address(), KEY);
                HttpClient http = HttpClient.newHttpClient()) {
            for (Step step : Election.beforeVoting()) {
                visit.step(step);
            }
            election.learn(visit.get(Election.PATH));
            for (int voter = 0; voter < VOTERS; voter++) {
                SealedBallot ballot = election.ballot(voter);
                secrets.add(ballot.token().hex());
                secrets.add(ballot.id().hex());
                visit.cast(ballot);
            }
            provoke(http, server.address(), VOTERS);
            spoil(data, "DROP TABLE claim"); // nothing can be written any more
            provoke(http, server.address(), VOTERS + 1);
            spoil(data, "ALTER TABLE entry RENAME TO gone"); // nor can what is asked for be read
            provoke(http, server.address(), VOTERS + 2);
            server.end();
            server.exitCode();

            String log = server.log();
            assertThat(log).contains("\"request\"", "the store failed");
            assertThat(secrets).allSatisfy(secret -> assertThat(log).doesNotContainIgnoringCase(secret));
        }
    }

    private static void spoil(Path data, String change) throws Exception {
        try (var connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + data.resolve("log.db"));
                var statement = connection.createStatement()) {
            statement.execute(change);
        }
    }

    private void provoke(HttpClient http, URI address, int voter) throws Exception {
        SealedBallot sealed = election.ballot(voter);
        secrets.add(sealed.token().hex());
        secrets.add(sealed.id().hex());
        String ballot = EngineJson.MAPPER.writeValueAsString(sealed);
        post(http, address, Election.PATH + "/ballots", ballot);
        post(http, address, Election.PATH + "/ballots", ballot.replace("\"seq\":0", "\"seq\":\"" + NAME + "\""));
        post(http, address, Election.PATH + "/ballots", "{\"poll\":\"" + NAME);
        post(http, address, "/api/tablets", "{\"code\":\"" + CODE + "\"}");
        post(http, address, "/api/persons", "{\"name\":\"" + NAME + "\",\"birth\":{}}");
        for (String path : List.of("/receipts/" + CODE, "/stand/" + CODE, "/nowhere/" + CODE, "/api/polls/" + CODE)) {
            http.send(
                    HttpRequest.newBuilder(address.resolve(path))
                            .header("X-Forwarded-For", "203.0.113.77")
                            .build(),
                    BodyHandlers.discarding());
        }
    }

    private static void post(HttpClient http, URI address, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path))
                .header("Authorization", "Bearer " + KEY)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        http.send(request, BodyHandlers.discarding());
    }
}
