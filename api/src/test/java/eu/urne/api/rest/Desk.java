package eu.urne.api.rest;

import eu.urne.api.Server;
import eu.urne.api.ServerSettings;
import eu.urne.api.rest.Client.Reply;
import eu.urne.engine.EngineJson;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A server on a folder of its own on 13 April 2026, and what a desk asks of its vault. */
final class Desk implements AutoCloseable {

    static final String KEY = "a-key-of-the-staff-for-tests";
    static final String REGISTER = "/api/registers/children";
    static final String POLL = "/api/polls/village-2026";

    static final String DEFINITION = """
            {"poll":"village-2026","title":"Budget","kind":"FAVOURITE","limits":{},
             "budget":{"cents":500000,"currency":"EUR"},"rule":{"id":"greedy"},"tieBreak":"declared",
             "eligibility":"de 8 à 15 ans, inscrits dans un centre","channels":["card"],"revote":false,"suite":1,
             "who":{"kind":"ALL_OF","rules":[{"kind":"AGE_BETWEEN","from":8,"to":15,"on":"2026-04-13"},
                                             {"kind":"ATTENDS_SITE","sites":["europe","vermandois"]}]},
             "options":[{"id":"a","title":"Une cabane","cost":300000}]}""";

    final Server server;
    final Client client;

    Desk(Path folder) {
        Clock clock = Clock.fixed(Instant.parse("2026-04-13T10:00:30Z"), ZoneOffset.UTC);
        server = Server.start(
                new ServerSettings(folder, "127.0.0.1", 0, "", false, Optional.empty(), List.of(KEY), clock));
        client = new Client(server, KEY);
        client.staffPost("/api/registers", Map.of("register", "children", "title", "Enfants 2026"));
    }

    /** The same with a poll. */
    Desk defined() {
        client.send(client.asStaff(client.json("/api/polls", DEFINITION)));
        return this;
    }

    Reply add(String family, String given, String birthDate, String site) {
        return client.staffPost(
                REGISTER + "/persons",
                Map.of("familyName", family, "givenName", given, "birthDate", birthDate, "sites", List.of(site)));
    }

    /** The id of a person who is added. */
    String person(String family, String given, String birthDate, String site) {
        return add(family, given, birthDate, site).json().get("person").asString();
    }

    Reply admit(String person) {
        return client.staffPost(POLL + "/voters", Map.of("person", person));
    }

    Reply read(String path, String purpose) {
        return client.send(client.asStaff(client.request(path)).header("Urne-Purpose", purpose));
    }

    Reply search(String words) {
        return client.send(client.asStaff(client.json(
                        REGISTER + "/persons/search", EngineJson.MAPPER.writeValueAsString(Map.of("words", words))))
                .header("Urne-Purpose", "checking in at the desk"));
    }

    Reply erase(String person, String reason) {
        HttpRequest.Builder request = client.request("/api/persons/" + person)
                .header("Content-Type", "application/json")
                .method("DELETE", BodyPublishers.ofString("{\"reason\":\"" + reason + "\"}"));
        return client.send(client.asStaff(request));
    }

    Reply read(byte[] file, String mode) {
        return client.send(client.asStaff(client.request(REGISTER + "/import?mode=" + mode)
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofByteArray(file))));
    }

    Reply read(String file, boolean goodLines) {
        return read(file.getBytes(StandardCharsets.UTF_8), goodLines ? "good-lines" : "all-or-nothing");
    }

    @Override
    public void close() {
        server.close();
    }
}
