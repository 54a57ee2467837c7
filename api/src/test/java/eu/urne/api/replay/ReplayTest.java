package eu.urne.api.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import eu.urne.api.Server;
import eu.urne.api.ServerSettings;
import eu.urne.api.vote.RestClient;
import eu.urne.api.vote.RestException;
import eu.urne.audit.Report;
import eu.urne.engine.KeyFiles;
import eu.urne.engine.pabulib.PbReader;
import eu.urne.engine.store.LogName;
import eu.urne.engine.tally.WeightedBallot;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Elections from the published file to evidence that other code has verified. */
class ReplayTest {

    private static final int INTERRUPTED_AT = 60;

    @TempDir
    Path folder;

    /** One of each type of votes and of each rule. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Netherlands_Amsterdam_643",
                "Poland_Zabrze_2021_Pawlow",
                "Poland_Czestochowa_2024_Podjasnogorska",
                "Worldwide_Mechanical_Turk_Ranking_value_7",
                "Poland_Gdynia_2024_Grabowek__small",
                "Poland_Warszawa_2018_Marysin_Wawerski_Poludniowy",
                "Worldwide_Mechanical_Turk_Utilities_7",
                "Poland_Swiecie_2023",
            })
    void theOutcomeIsTheAnnouncedOneAndIsVerifiedAndASecondRunChangesNothing(String name) throws Exception {
        Path file = Rerun.published(name);
        Rerun replay = new Rerun(folder);

        Rerun.Ended first = replay.run(file);

        assertThat(first.err()).isEmpty();
        assertThat(first.exit()).isZero();
        assertVerified(replay.verified(), file);
        assertAsAnnounced(first.out(), file);
        Rerun.State state = replay.state();
        assertThat(state.receipts())
                .hasSizeGreaterThan(PbReader.read(file).election().ballots().size());

        Rerun.Ended second = replay.run(file);

        assertThat(second.exit()).as(second.err()).isZero();
        assertThat(replay.state()).isEqualTo(state);
        assertVerified(replay.verified(), file);
    }

    private static void assertVerified(Report report, Path file) throws Exception {
        long voters = PbReader.read(file).election().ballots().stream()
                .mapToLong(WeightedBallot::weight)
                .sum();
        assertThat(report.ballots()).isEqualTo(voters);
        assertThat(Rerun.winners(report)).isNotEmpty();
        List<String> announced = Rerun.comparableWinners(file);
        if (!announced.isEmpty()) {
            assertThat(Rerun.winners(report)).containsExactlyInAnyOrderElementsOf(announced);
        }
    }

    private static void assertAsAnnounced(String out, Path file) throws Exception {
        List<String> announced = Rerun.comparableWinners(file);
        if (announced.isEmpty()) {
            assertThat(out).contains("not compared");
        } else {
            assertThat(out)
                    .contains("the same " + announced.size() + " winners")
                    .doesNotContain("NOT ANNOUNCED");
        }
    }

    /** Equal Shares with a rising share in whole units, compared with greedy; the money is told in cents. */
    @Test
    void ofEqualSharesTheStepIsAUnitOfTheCurrency() throws Exception {
        Path file = Files.writeString(folder.resolve("shares.pb"), """
                META
                key;value
                budget;100
                currency;PLN
                vote_type;approval
                rule;equalshares/add1-comparison
                PROJECTS
                project_id;cost;name;selected
                park;60;Park;1
                pool;50;Pool;0
                bench;30;Bench;1
                tree;10;Tree;1
                VOTES
                voter_id;vote
                v1;park,pool
                v2;park,pool
                v3;park
                v4;bench,tree
                v5;bench
                """);
        Rerun replay = new Rerun(folder);

        Rerun.Ended ended = replay.run(file);

        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).contains("100.00 PLN spent, 0.00 PLN left", "the same 3 winners");
        assertVerified(replay.verified(), file);
        assertThat(Rerun.winners(replay.verified())).containsExactly("park", "bench", "tree");
    }

    /** Of the rule with conflicts the published elections are large, so here is a small one. */
    @Test
    void ofTwoProjectsInConflictOnlyTheFirstWins() throws Exception {
        Path file = Files.writeString(folder.resolve("exclusive.pb"), """
                META
                key;value
                budget;100.50
                currency;EUR
                vote_type;approval
                rule;greedy-exclusive
                comment;#1: Projects a and b are mutually exclusive.
                PROJECTS
                project_id;cost;name;selected
                a;60;Park;1
                b;40.50;Pool;0
                c;40;Bench;1
                VOTES
                voter_id;vote
                v1;a,b
                v2;a,b
                v3;a
                v4;c
                """);
        Rerun replay = new Rerun(folder);

        Rerun.Ended ended = replay.run(file);

        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).contains("100.00 EUR spent, 0.50 EUR left");
        assertVerified(replay.verified(), file);
        assertThat(Rerun.winners(replay.verified())).containsExactly("a", "c");
    }

    @Test
    void aReplayThatWasInterruptedGoesOn() throws Exception {
        Path file = Rerun.published("Poland_Gdynia_2024_Grabowek__small");
        Rerun replay = new Rerun(folder);
        interrupt(replay, file);
        Map<String, String> before = replay.state().receipts();

        Rerun.Ended ended = replay.run(file);

        assertThat(ended.err()).isEmpty();
        assertThat(ended.exit()).isZero();
        assertThat(before).hasSizeGreaterThan(INTERRUPTED_AT / 2);
        assertThat(replay.state().receipts()).containsAllEntriesOf(before).hasSizeGreaterThan(before.size());
        assertVerified(replay.verified(), file);
    }

    /** Closes the server under a replay as soon as some ballots are in. */
    private static void interrupt(Rerun replay, Path file) throws Exception {
        ReplayedPoll poll = ReplayedPoll.of(file);
        ReplaySecrets secrets = new ReplaySecrets(new KeyFiles(replay.data().resolve("keys")), poll);
        ServerSettings settings = new ServerSettings(
                replay.data(), "127.0.0.1", 0, "", false, Optional.empty(), List.of(secrets.staffKey()));
        Server server = Server.start(settings);
        try (RestClient rest = new RestClient(URI.create("http://127.0.0.1:" + server.port()), secrets.staffKey());
                Progress progress = new Progress()) {
            CompletableFuture<Replay.Result> running =
                    CompletableFuture.supplyAsync(() -> new Replay(rest, poll, secrets, progress).run());
            try (server) {
                await().atMost(Duration.ofSeconds(60))
                        .pollInterval(Duration.ofMillis(1))
                        .pollDelay(Duration.ZERO)
                        .until(() ->
                                server.engine().log().checkpoint(LogName.PUBLIC).size() >= INTERRUPTED_AT);
            }
            assertThatThrownBy(running::join).cause().isInstanceOfAny(ReplayException.class, RestException.class);
        }
    }
}
