package eu.urne.api.scenario;

import eu.urne.api.vote.AtOnce;
import eu.urne.api.vote.RestClient;
import eu.urne.engine.EngineJson;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The register of a scenario: who is imported, consents, is admitted and is given a card. */
final class RegisterDesk {

    private static final String PURPOSE = "play a scenario";
    private static final String CSV = "text/csv";
    private static final int PAGE = 100;

    private final Electorate electorate;
    private final Scenario scenario;
    private final Map<Integer, String> vaultIds = new HashMap<>();

    RegisterDesk(Scenario scenario, Electorate electorate) {
        this.scenario = scenario;
        this.electorate = electorate;
    }

    /** Imports everybody from a CSV file as a city has it, and learns the ids that the vault gives them. */
    void importAll(RestClient rest, Step step, Act.Register act) {
        String register = people(step).register();
        rest.command(
                "/api/registers",
                Map.of("register", register, "title", scenario.matter().title()),
                "register-" + register);
        String separator = act.separator() == null ? ";" : act.separator();
        byte[] csv = encoded(
                step,
                act.encoding(),
                Crowd.csv(electorate.all(), separator, scenario.matter().sites()));
        JsonNode report = rest.upload("/api/registers/" + register + "/import", CSV, csv, PURPOSE);
        int all = electorate.all().size();
        if (report.get("accepted").intValue() != all) {
            throw scenario.source()
                    .error(step.place(), step.name() + ": not all " + all + " persons were imported: " + report);
        }
        for (int page = 0; page * PAGE < all; page++) {
            JsonNode persons = rest.read(
                            "/api/registers/" + register + "/persons?size=" + PAGE + "&page=" + page, PURPOSE)
                    .get("persons");
            for (JsonNode person : persons) {
                vaultIds.put(
                        Integer.valueOf(person.get("known").get("number").stringValue()),
                        person.get("person").stringValue());
            }
        }
    }

    private People people(Step step) {
        return Optional.ofNullable(scenario.people())
                .orElseThrow(() -> scenario.source().error(step.place(), step.name() + ": the scenario has no people"));
    }

    private byte[] encoded(Step step, @Nullable String encoding, String csv) {
        try {
            ByteBuffer bytes = Charset.forName(encoding == null ? "utf-8" : encoding)
                    .newEncoder()
                    .encode(CharBuffer.wrap(csv));
            byte[] content = new byte[bytes.remaining()];
            bytes.get(content);
            return content;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw scenario.source().error(step.place().then("encoding"), "encoding: there is no \"" + encoding + "\"");
        } catch (CharacterCodingException e) {
            throw scenario.source()
                    .error(step.place().then("encoding"), "encoding: a name cannot be written in " + encoding);
        }
    }

    /** Records the consents of all guardians but those of whom the scenario has none. */
    void consent(RestClient rest, Step step) {
        List<Inhabitant> consenting = electorate.all().stream()
                .filter(each -> each.role() != Inhabitant.Role.HAS_NO_CONSENT)
                .toList();
        AtOnce.forEach(
                consenting,
                each -> rest.command(
                        "/api/persons/" + id(step, each) + "/consents",
                        Map.of("budget", scenario.budget().budget()),
                        "consent-" + each.number()));
    }

    private String id(Step step, Inhabitant inhabitant) {
        String id = vaultIds.get(inhabitant.number());
        if (id == null) {
            throw scenario.source().error(step.place(), step.name() + ": the register is not imported yet");
        }
        return id;
    }

    /** Admits everybody who may vote. */
    void admitAll(RestClient rest, Step step, String poll) {
        rest.command(
                "/api/polls/" + poll + "/voters/all",
                Map.of("register", people(step).register()),
                "all");
    }

    /** Asks for the admission of somebody whom the scenario names. */
    void admit(RestClient rest, Step step, Act.Admit act) {
        int number = 0;
        while (!people(step).named().get(number).id().equals(act.person())) {
            number++;
        }
        rest.command(
                "/api/polls/" + act.poll() + "/voters",
                EngineJson.MAPPER
                        .createObjectNode()
                        .put("person", id(step, electorate.all().get(number))),
                "admit-" + number);
    }

    /** Admits everybody of a poll, one by one. */
    void admitEach(RestClient rest, Step step, String poll) {
        AtOnce.forEach(
                electorate.of(poll),
                each -> rest.command(
                        "/api/polls/" + poll + "/voters", Map.of("person", id(step, each)), "admit-" + each.number()));
    }

    /** Lets people stand for a draw. */
    void stand(RestClient rest, Step step, Act.Stand act) {
        List<Inhabitant> candidates = electorate.all().stream()
                .filter(each ->
                        each.mayVote() && (act.site() == null || act.site().equals(each.site())))
                .limit(act.count() == null ? Long.MAX_VALUE : act.count())
                .toList();
        AtOnce.forEach(
                candidates,
                each -> rest.command(
                        "/api/draws/" + act.draw() + "/candidacies",
                        Map.of("person", id(step, each), "told", told(act, each)),
                        "stand-" + each.number()));
    }

    private static Map<String, String> told(Act.Stand act, Inhabitant inhabitant) {
        Map<String, String> told = new HashMap<>();
        if (act.told() != null) {
            act.told()
                    .forEach((attribute, values) ->
                            told.put(attribute, values.get(inhabitant.number() % values.size())));
        }
        return told;
    }

    /** Hands out a card to everybody who votes in a poll. */
    void handOut(RestClient rest, Step step, String poll) {
        List<Inhabitant> voters =
                electorate.of(poll).stream().filter(Inhabitant::votes).toList();
        AtOnce.forEach(
                voters,
                each -> rest.command(
                        "/api/polls/" + poll + "/voters/" + id(step, each) + "/hand-out", Map.of(), "hand-out"));
    }
}
