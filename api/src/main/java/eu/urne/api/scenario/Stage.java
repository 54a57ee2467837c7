package eu.urne.api.scenario;

import eu.urne.api.Server;
import eu.urne.api.ServerSettings;
import eu.urne.api.vote.DerivedSecrets;
import eu.urne.api.vote.RestClient;
import eu.urne.engine.KeyFiles;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.roll.VotingCard;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plays scenarios on a server of its own, which runs on their clock and goes when they are over. */
final class Stage {

    private static final String KEY = "scenario";

    private final Path data;
    private final PrintWriter out;
    private final byte[] key;

    /**
     * A stage.
     *
     * @param data an empty folder, which keeps what is played
     * @param out where the days are told
     */
    Stage(Path data, PrintWriter out) {
        this.data = data;
        this.out = out;
        this.key = new KeyFiles(data.resolve("keys")).getOrCreate(KEY);
    }

    /** How it went. */
    record Played(int steps, int refusals, int ideas, long ballots, long millis) {}

    /** The key of the first member of staff of a scenario. */
    String staffKey(Scenario scenario) {
        return secrets(scenario).staffKey(0);
    }

    /** The cards that a scenario shows to whoever plays with it, by poll. */
    Map<String, List<VotingCard>> shownCards(Scenario scenario) {
        Map<String, List<VotingCard>> cards = new LinkedHashMap<>();
        for (Scenario.Day day : scenario.days()) {
            for (Step step : day.steps()) {
                if (step.act() instanceof Act.Cards(var poll, var spare, var paper, var shown) && shown != null) {
                    cards.put(poll, secrets(scenario).of(poll).cards(new PollId(poll), shown));
                }
            }
        }
        return cards;
    }

    private DerivedSecrets secrets(Scenario scenario) {
        return new DerivedSecrets(key, scenario.matter().id().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Plays scenarios side by side.
     *
     * @param export where the evidence is written; null for nowhere
     * @throws ScenarioException with the line of a step that did not go as it must
     */
    Played play(List<Scenario> scenarios, Pace pace, @Nullable Path export) throws IOException {
        long start = System.nanoTime();
        ScenarioClock clock = new ScenarioClock(ScenarioPlayer.start(scenarios));
        List<String> keys = new ArrayList<>();
        for (Scenario scenario : scenarios) {
            for (int i = 0; i < scenario.staff().size(); i++) {
                keys.add(secrets(scenario).staffKey(i));
            }
        }
        ServerSettings settings = new ServerSettings(data, "127.0.0.1", 0, "", false, Optional.empty(), keys, clock);
        List<RestClient> clients = new ArrayList<>();
        try (Server server = Server.start(settings)) {
            URI base = URI.create("http://127.0.0.1:" + server.port());
            List<ScenarioPlayer.Cast> casts = scenarios.stream()
                    .map(scenario -> cast(scenario, base, clients))
                    .toList();
            ScenarioPlayer player = new ScenarioPlayer(casts, clock, server.budgetClock()::tick, pace, out);
            player.play();
            if (export != null) {
                clients.getFirst().download("/api/evidence.zip", export);
            }
            return new Played(
                    player.steps(),
                    player.refusals(),
                    casts.stream().mapToInt(cast -> cast.desk().ideas()).sum(),
                    casts.stream().mapToLong(cast -> cast.desk().ballots()).sum(),
                    (System.nanoTime() - start) / 1_000_000);
        } finally {
            clients.forEach(RestClient::close);
        }
    }

    private ScenarioPlayer.Cast cast(Scenario scenario, URI base, List<RestClient> clients) {
        Map<String, RestClient> staff = new LinkedHashMap<>();
        for (int i = 0; i < scenario.staff().size(); i++) {
            RestClient client = new RestClient(base, secrets(scenario).staffKey(i));
            clients.add(client);
            staff.put(scenario.staff().get(i), client);
        }
        return new ScenarioPlayer.Cast(scenario, new Desk(scenario, staff, secrets(scenario)));
    }
}
